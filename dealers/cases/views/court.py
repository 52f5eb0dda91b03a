"""Before the court: the list, one prosecution, the Court tab of a dossier, and what is entered there."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers.cases import services, tracks
from dealers.cases.filters import ProsecutionFilter
from dealers.cases.forms import court as forms
from dealers.cases.models import CustodyReport, Prosecution, Warrant
from dealers.cases.views.acting import act, court_tab, one_of, tap
from dealers.models import Dealer, RosterMatch
from dealers.views.dossier import dossier, read
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40


@require_GET
@permitted("cases.view_prosecutions")
def view_prosecutions(request):
    trail.enter(request.user, "cases.view_prosecutions", trail.Outcome.READ)
    rows = Prosecution.objects.visible_to(request.user).with_charges()
    filtered = ProsecutionFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    is_narrowed = any(filtered.form[name].value() for name in filtered.form.fields)
    shown = {"page": page, "form": filtered.form, "is_narrowed": is_narrowed}
    return render(request, "cases/view_prosecutions.html", shown)


@require_GET
@permitted("cases.view_prosecution")
def view_prosecution(request, prosecution_id):
    rows = Prosecution.objects.visible_to(request.user).with_charges()
    prosecution = trail.read(rows, by=request.user, verb="cases.view_prosecution", pk=prosecution_id)
    reports = CustodyReport.objects.visible_to(request.user).of(prosecution)
    shown = {
        "prosecution": prosecution,
        "unconfirmed": unconfirmed(request.user, prosecution.dealer, prosecution.arrested_on),
        "reports": reports,
    }
    return render(request, "cases/view_prosecution.html", shown)


def unconfirmed(officer, dealer, since):
    """Lines of jail lists that nobody confirmed or refuted yet."""
    told = RosterMatch.objects.visible_to(officer).not_refuted().of(dealer).since(since)
    confirmed = CustodyReport.objects.visible_to(officer).matches_of(dealer)
    return [match for match in told.select_related("roster") if match.pk not in confirmed]


@require_GET
@permitted("cases.view_prosecutions")
def view_court(request, dealer_id):
    """The tab of the dossier: which way somebody goes, the courts, the warrants."""
    dealer = read(request, dealer_id, "cases.view_prosecutions")
    shown = {
        "standing": tracks.of_dealer(dealer, timezone.localdate()),
        "prosecutions": Prosecution.objects.visible_to(request.user).of(dealer).with_charges(),
        "warrants": Warrant.objects.visible_to(request.user).of(dealer).with_people(),
    }
    return dossier(request, dealer, "cases/view_court.html", **shown)


def about_dealer(request, dealer_id, form_class, service, done):
    dealer = one_of(request, Dealer.objects.visible_to(request.user).with_dossier(request.user), pk=dealer_id)
    form = form_class(request.POST or None, officer=request.user)
    return act(request, form, service, done=done, back=court_tab(dealer), shown={"dealer": dealer}, dealer=dealer)


@permitted("cases.record_arrest")
def record_arrest(request, dealer_id):
    done = "The arrest is on record; now the counts."
    return about_dealer(request, dealer_id, forms.RecordArrestForm, services.record_arrest, done)


@permitted("cases.log_warrant")
def log_warrant(request, dealer_id):
    done = "The warrant is logged; confirm it before it prints."
    return about_dealer(request, dealer_id, forms.LogWarrantForm, services.log_warrant, done)


@permitted("cases.confirm_warrant")
@require_POST
def confirm_warrant(request, warrant_id):
    warrant = trail.find(Warrant.objects.visible_to(request.user).with_people(), by=request.user, pk=warrant_id)
    done = f"{warrant} is confirmed: it prints for a day."
    return tap(request, services.confirm_warrant, done=done, back=court_tab(warrant.dealer), warrant=warrant)


@permitted("cases.close_warrant")
def close_warrant(request, warrant_id):
    warrant = one_of(request, Warrant.objects.visible_to(request.user).with_people(), pk=warrant_id)
    form = forms.CloseWarrantForm(request.POST or None, officer=request.user)
    shown = {"warrant": warrant, "dealer": warrant.dealer}
    return act(
        request, form, services.close_warrant, done="The warrant is closed; it prints no more.",
        back=court_tab(warrant.dealer), shown=shown, warrant=warrant,
    )  # fmt: skip


def on_prosecution(request, prosecution_id, form_class, service, done):
    """A form about one prosecution, filled with what stands where its fields do."""
    prosecution = one_of(request, Prosecution.objects.visible_to(request.user).with_charges(), pk=prosecution_id)
    now = {name: getattr(prosecution, name) for name in form_class.base_fields if hasattr(prosecution, name)}
    form = form_class(request.POST or None, officer=request.user, initial=now)
    shown = {"prosecution": prosecution, "dealer": prosecution.dealer}
    return act(request, form, service, done=done, back=prosecution, shown=shown, prosecution=prosecution)


@permitted("cases.add_charge")
def add_charge(request, prosecution_id):
    return on_prosecution(request, prosecution_id, forms.AddChargeForm, services.add_charge, "The count is added.")


@permitted("cases.change_custody")
def change_custody(request, prosecution_id):
    done = "The custody is on record; a release within 30 days stands on the CRT's agenda."
    return on_prosecution(request, prosecution_id, forms.CustodyForm, services.change_custody, done)


@permitted("cases.set_hearing")
def set_hearing(request, prosecution_id):
    return on_prosecution(request, prosecution_id, forms.SetHearingForm, services.set_hearing, "This is on record.")


@permitted("cases.record_outcome")
def record_outcome(request, prosecution_id):
    prosecution = one_of(request, Prosecution.objects.visible_to(request.user).with_charges(), pk=prosecution_id)
    form = forms.RecordOutcomeForm(request.POST or None, officer=request.user)
    shown = {"prosecution": prosecution, "dealer": prosecution.dealer}
    return act(
        request, form, services.record_outcome, done="The outcome is on record.", back=prosecution, shown=shown,
        prosecution=prosecution,
    )  # fmt: skip


@permitted("cases.confirm_custody")
@require_POST
def confirm_custody(request, prosecution_id, match_id):
    prosecution = trail.find(
        Prosecution.objects.visible_to(request.user).with_people(), by=request.user, pk=prosecution_id
    )
    match = trail.find(
        RosterMatch.objects.visible_to(request.user).select_related("roster"), by=request.user, pk=match_id
    )
    done = "Confirmed. The custody on record is that of the latest day."
    return tap(request, services.confirm_custody, done=done, back=prosecution, prosecution=prosecution, match=match)
