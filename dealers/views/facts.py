"""Single facts about a dealer: logged one by one, corrected, withdrawn; the record itself corrected and validated."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import facts as forms
from dealers.models.kinds import KINDS, version_of
from dealers.views.entries import act, found
from dmi.audit import trail
from dmi.audit.doors import permitted


@permitted("dealers.log_alias")
def log_alias(request, dealer_id):
    return log(request, dealer_id, "alias", forms.LogAliasForm, services.log_alias)


@permitted("dealers.log_birth_date")
def log_birth_date(request, dealer_id):
    return log(request, dealer_id, "birth_date", forms.LogBirthDateForm, services.log_birth_date)


@permitted("dealers.log_address")
def log_address(request, dealer_id):
    return log(request, dealer_id, "address", forms.LogAddressForm, services.log_address)


@permitted("dealers.log_phone")
def log_phone(request, dealer_id):
    return log(request, dealer_id, "phone", forms.LogPhoneForm, services.log_phone)


@permitted("dealers.log_vehicle")
def log_vehicle(request, dealer_id):
    return log(request, dealer_id, "vehicle", forms.LogVehicleForm, services.log_vehicle)


@permitted("dealers.log_handle")
def log_handle(request, dealer_id):
    return log(request, dealer_id, "handle", forms.LogHandleForm, services.log_handle)


@permitted("dealers.log_influential")
def log_influential(request, dealer_id):
    return log(request, dealer_id, "influential", forms.LogInfluentialForm, services.log_influential)


@permitted("dealers.log_involvement")
def log_involvement(request, dealer_id):
    return log(request, dealer_id, "involvement", forms.LogInvolvementForm, services.log_involvement)


def log(request, dealer_id, kind, form_class, service):
    """A form for one more fact of this kind: done, back to the dossier; refused, the form again as it was typed."""
    dealer = found(request, dealer_id)
    form = form_class(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, dealer=dealer, at=timezone.now()):
        messages.success(request, f"Logged: {KINDS[kind].words} of {dealer}.")
        return redirect(dealer)
    return render(request, "dealers/log_fact.html", {"form": form, "dealer": dealer, "kind": KINDS[kind]})


@permitted("dealers.correct_alias")
def correct_alias(request, dealer_id, alias_id):
    return correct(request, dealer_id, forms.CorrectAliasForm, services.correct_alias, alias=alias_id)


@permitted("dealers.correct_birth_date")
def correct_birth_date(request, dealer_id, birth_date_id):
    form, service = forms.CorrectBirthDateForm, services.correct_birth_date
    return correct(request, dealer_id, form, service, birth_date=birth_date_id)


@permitted("dealers.correct_address")
def correct_address(request, dealer_id, address_id):
    return correct(request, dealer_id, forms.CorrectAddressForm, services.correct_address, address=address_id)


@permitted("dealers.correct_phone")
def correct_phone(request, dealer_id, phone_id):
    return correct(request, dealer_id, forms.CorrectPhoneForm, services.correct_phone, phone=phone_id)


@permitted("dealers.correct_vehicle")
def correct_vehicle(request, dealer_id, vehicle_id):
    return correct(request, dealer_id, forms.CorrectVehicleForm, services.correct_vehicle, vehicle=vehicle_id)


@permitted("dealers.correct_handle")
def correct_handle(request, dealer_id, handle_id):
    return correct(request, dealer_id, forms.CorrectHandleForm, services.correct_handle, handle=handle_id)


@permitted("dealers.correct_influential")
def correct_influential(request, dealer_id, influential_id):
    form, service = forms.CorrectInfluentialForm, services.correct_influential
    return correct(request, dealer_id, form, service, influential=influential_id)


@permitted("dealers.correct_involvement")
def correct_involvement(request, dealer_id, involvement_id):
    form, service = forms.CorrectInvolvementForm, services.correct_involvement
    return correct(request, dealer_id, form, service, involvement=involvement_id)


@permitted("dealers.correct_caution")
def correct_caution(request, dealer_id, caution_id):
    return correct(request, dealer_id, forms.CorrectCautionForm, services.correct_caution, caution=caution_id)


@permitted("dealers.correct_photo")
def correct_photo(request, dealer_id, photo_id):
    return correct(request, dealer_id, forms.CorrectPhotoForm, services.correct_photo, photo=photo_id)


@permitted("dealers.correct_supervision")
def correct_supervision(request, dealer_id, supervision_id):
    form, service = forms.CorrectSupervisionForm, services.correct_supervision
    return correct(request, dealer_id, form, service, supervision=supervision_id)


def correct(request, dealer_id, form_class, service, **which):
    """The fact as it stands, in a form. What was withdrawn meanwhile is said before anybody types."""
    dealer = found(request, dealer_id)
    [(name, fact_id)] = which.items()
    fact = fact_of(dealer, KINDS[name].model, fact_id, request.user)
    if request.method != "POST" and fact.withdrawn_at:
        messages.warning(request, f"This {KINDS[name].words} was withdrawn: “{fact.withdrawn_because}”")
        return redirect(KINDS[name].shown_on, dealer.pk)
    form = filled_from(fact, form_class, request)
    acted_on = {"dealer": dealer, name: fact}
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **acted_on):
        messages.success(request, f"Corrected: {KINDS[name].words} of {dealer}. The history keeps what stood there.")
        return redirect(KINDS[name].shown_on, dealer.pk)
    return render(
        request, "dealers/correct_fact.html", {"form": form, "dealer": dealer, "fact": fact, "kind": KINDS[name]}
    )


def fact_of(dealer, model, fact_id, officer):
    return trail.find(model.objects.of(dealer), by=officer, pk=fact_id)


def filled_from(record, form_class, request):
    """The form with what stands on record, and the version that it was filled from."""
    now = {name: getattr(record, name) for name in form_class.base_fields if hasattr(record, name)}
    return form_class(request.POST or None, officer=request.user, initial=now | {"seen": version_of(record)})


@permitted("dealers.correct_dealer")
def correct_dealer(request, dealer_id):
    dealer = found(request, dealer_id)
    form = filled_from(dealer, forms.CorrectDealerForm, request)
    if request.method == "POST" and form.submit(
        services.correct_dealer, by=request.user, dealer=dealer, at=timezone.now()
    ):
        messages.success(request, f"{dealer} is corrected. The history keeps what stood there.")
        return redirect(dealer)
    return render(request, "dealers/correct_dealer.html", {"form": form, "dealer": dealer})


@permitted("dealers.withdraw_fact")
def withdraw_fact(request, dealer_id, kind, fact_id):
    dealer = found(request, dealer_id)
    fact = fact_of(dealer, kind.model, fact_id, request.user)
    form = forms.WithdrawFactForm(request.POST or None, officer=request.user)
    acted_on = {"dealer": dealer, "fact": fact}
    if request.method == "POST" and form.submit(services.withdraw_fact, by=request.user, at=timezone.now(), **acted_on):
        messages.success(request, f"Withdrawn: {kind.words} of {dealer}. The history keeps it, with your reason.")
        return redirect(kind.shown_on, dealer.pk)
    return render(request, "dealers/withdraw_fact.html", {"form": form, "kind": kind, **acted_on})


@permitted("dealers.validate_record")
def validate_record(request, dealer_id):
    return act(
        request, dealer_id, forms.ValidateRecordForm, services.validate_record, "dealers/validate_record.html",
        "The record is validated; its review falls due in five years.",
    )  # fmt: skip
