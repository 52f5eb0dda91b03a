"""Single facts about a dealer, by JSON: logged one by one, corrected, withdrawn."""

from django.urls import path

from dealers import services
from dealers.api.base import LogOfDealer, OfDealerNow
from dealers.forms import facts as forms
from dealers.models.kinds import KINDS, version_of
from dealers.serializers import dossier, facts, supervision
from dmi.api.acts import Change
from dmi.audit import trail


class LogAlias(LogOfDealer):
    form, service, answer = forms.LogAliasForm, services.log_alias, facts.AliasFacts


class LogBirthDate(LogOfDealer):
    form, service, answer = forms.LogBirthDateForm, services.log_birth_date, facts.BirthDateFacts


class LogAddress(LogOfDealer):
    form, service, answer = forms.LogAddressForm, services.log_address, facts.AddressFacts


class LogPhone(LogOfDealer):
    form, service, answer = forms.LogPhoneForm, services.log_phone, facts.PhoneFacts


class LogVehicle(LogOfDealer):
    form, service, answer = forms.LogVehicleForm, services.log_vehicle, facts.VehicleInFull


class LogHandle(LogOfDealer):
    form, service, answer = forms.LogHandleForm, services.log_handle, facts.HandleFacts


class LogInfluential(LogOfDealer):
    form, service, answer = forms.LogInfluentialForm, services.log_influential, facts.InfluentialFacts


class LogInvolvement(LogOfDealer):
    form, service, answer = forms.LogInvolvementForm, services.log_involvement, facts.InvolvementFacts


class Correction(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    def filled(self, request, said, files, **given):
        record = given[self.changed]
        now = {name: getattr(record, name, "") for name in self.form.base_fields} | {"seen": version_of(record)}
        return self.form(now | said, files, officer=request.user)


class Correct(OfDealerNow, Correction):
    """Of what hangs on the dealer of the address, or of the dealer."""


class CorrectDealer(Correct):
    form, service, answer = forms.CorrectDealerForm, services.correct_dealer, dossier.DealerFacts
    changed = "dealer"


class CorrectFact(Correct):
    """The fact is named by the last part of the address."""

    def given(self, request, dealer_id, **which):
        given = super().given(request, dealer_id)
        [fact_id] = which.values()
        fact = trail.find(KINDS[self.changed].model.objects.of(given["dealer"]), by=request.user, pk=fact_id)
        return given | {self.changed: fact}


class CorrectAlias(CorrectFact):
    form, service, answer = forms.CorrectAliasForm, services.correct_alias, facts.AliasFacts
    changed = "alias"


class CorrectBirthDate(CorrectFact):
    form, service, answer = forms.CorrectBirthDateForm, services.correct_birth_date, facts.BirthDateFacts
    changed = "birth_date"


class CorrectAddress(CorrectFact):
    form, service, answer = forms.CorrectAddressForm, services.correct_address, facts.AddressFacts
    changed = "address"


class CorrectPhone(CorrectFact):
    form, service, answer = forms.CorrectPhoneForm, services.correct_phone, facts.PhoneFacts
    changed = "phone"


class CorrectVehicle(CorrectFact):
    form, service, answer = forms.CorrectVehicleForm, services.correct_vehicle, facts.VehicleInFull
    changed = "vehicle"


class CorrectHandle(CorrectFact):
    form, service, answer = forms.CorrectHandleForm, services.correct_handle, facts.HandleFacts
    changed = "handle"


class CorrectInfluential(CorrectFact):
    form, service, answer = forms.CorrectInfluentialForm, services.correct_influential, facts.InfluentialFacts
    changed = "influential"


class CorrectInvolvement(CorrectFact):
    form, service, answer = forms.CorrectInvolvementForm, services.correct_involvement, facts.InvolvementFacts
    changed = "involvement"


class CorrectCaution(CorrectFact):
    form, service, answer = forms.CorrectCautionForm, services.correct_caution, facts.CautionInFull
    changed = "caution"


class CorrectPhoto(CorrectFact):
    form, service, answer = forms.CorrectPhotoForm, services.correct_photo, facts.PhotoInFull
    changed = "photo"


class CorrectSupervision(CorrectFact):
    form, service, answer = forms.CorrectSupervisionForm, services.correct_supervision, supervision.SupervisionFacts
    changed = "supervision"


class WithdrawFact(OfDealerNow):
    form, service, answer = forms.WithdrawFactForm, services.withdraw_fact, facts.Withdrawn

    def given(self, request, dealer_id, **key):
        given, kind, fact_id = super().given(request, dealer_id), key["kind"], key["fact_id"]
        fact = trail.find(kind.model.objects.of(given["dealer"]), by=request.user, pk=fact_id)
        return given | {"fact": fact}


class ValidateRecord(LogOfDealer):
    form, service, answer = forms.ValidateRecordForm, services.validate_record, facts.ValidationFacts


ONE = "<uuid:dealer_id>"
urlpatterns = [
    path(f"{ONE}/log-alias/", LogAlias.as_view(), name="log_alias"),
    path(f"{ONE}/log-birth-date/", LogBirthDate.as_view(), name="log_birth_date"),
    path(f"{ONE}/log-address/", LogAddress.as_view(), name="log_address"),
    path(f"{ONE}/log-phone/", LogPhone.as_view(), name="log_phone"),
    path(f"{ONE}/log-vehicle/", LogVehicle.as_view(), name="log_vehicle"),
    path(f"{ONE}/log-handle/", LogHandle.as_view(), name="log_handle"),
    path(f"{ONE}/log-influential/", LogInfluential.as_view(), name="log_influential"),
    path(f"{ONE}/log-involvement/", LogInvolvement.as_view(), name="log_involvement"),
    path(f"{ONE}/correct/", CorrectDealer.as_view(), name="correct_dealer"),
    path(f"{ONE}/alias/<uuid:alias_id>/correct/", CorrectAlias.as_view(), name="correct_alias"),
    path(f"{ONE}/birth-date/<uuid:birth_date_id>/correct/", CorrectBirthDate.as_view(), name="correct_birth_date"),
    path(f"{ONE}/address/<uuid:address_id>/correct/", CorrectAddress.as_view(), name="correct_address"),
    path(f"{ONE}/phone/<uuid:phone_id>/correct/", CorrectPhone.as_view(), name="correct_phone"),
    path(f"{ONE}/vehicle/<uuid:vehicle_id>/correct/", CorrectVehicle.as_view(), name="correct_vehicle"),
    path(f"{ONE}/handle/<uuid:handle_id>/correct/", CorrectHandle.as_view(), name="correct_handle"),
    path(f"{ONE}/influential/<uuid:influential_id>/correct/", CorrectInfluential.as_view(), name="correct_influential"),
    path(f"{ONE}/involvement/<uuid:involvement_id>/correct/", CorrectInvolvement.as_view(), name="correct_involvement"),
    path(f"{ONE}/caution/<uuid:caution_id>/correct/", CorrectCaution.as_view(), name="correct_caution"),
    path(f"{ONE}/photo/<uuid:photo_id>/correct/", CorrectPhoto.as_view(), name="correct_photo"),
    path(f"{ONE}/supervision/<uuid:supervision_id>/correct/", CorrectSupervision.as_view(), name="correct_supervision"),
    path(f"{ONE}/<fact:kind>/<uuid:fact_id>/withdraw/", WithdrawFact.as_view(), name="withdraw_fact"),
    path(f"{ONE}/validate/", ValidateRecord.as_view(), name="validate_record"),
]
