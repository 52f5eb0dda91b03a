"""Many cases, one case, the table of states."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dealers.cases import chart, evidence, services
from dealers.cases.filters import CaseFilter
from dealers.cases.forms import cases as forms
from dealers.cases.guards import Attempt, obstacle
from dealers.cases.models import Buy, Case, Exhibit
from dealers.cases.states import ways_from
from dealers.cases.views.acting import act, one_of
from dealers.models import Dealer
from dealers.views.dossier import dossier, read
from dmi.accounts import roles
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40
NARROWING = ("q", "market", "state")


@require_GET
@permitted("cases.view_cases")
def view_cases(request):
    rows = Case.objects.visible_to(request.user).with_people().urgent_first()
    filtered = CaseFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, "cases.view_cases", words, page.paginator.count)
    else:
        trail.enter(request.user, "cases.view_cases", trail.Outcome.READ)
    is_narrowed = any(filtered.form[name].value() for name in NARROWING)
    shown = {"page": page, "clocks": clocks(page), "form": filtered.form, "is_narrowed": is_narrowed}
    return render(request, "cases/view_cases.html", shown)


def clocks(cases):
    """Each with the days until its prosecution should have commenced."""
    today = localdate()
    return [(case, case.days_left(today)) for case in cases]


@require_GET
@permitted("cases.view_queue")
def view_queue(request):
    """What waits for a prosecutor's decision, the nearest limitation first."""
    trail.enter(request.user, "cases.view_queue", trail.Outcome.READ)
    rows = Case.objects.visible_to(request.user).queue_of(request.user).with_people().with_triggers().with_last_step()
    return render(request, "cases/view_queue.html", {"clocks": clocks(rows)})


@require_GET
@permitted("cases.view_cases")
def view_cases_of(request, dealer_id):
    """The tab of the dossier."""
    dealer = read(request, dealer_id, "cases.view_cases")
    cases = Case.objects.visible_to(request.user).of(dealer).with_people().urgent_first()
    bought = Buy.objects.visible_to(request.user).of(dealer).with_people()
    buys = [(buy, buy.days_overdue(localdate())) for buy in bought]
    return dossier(request, dealer, "cases/view_cases_of.html", clocks=clocks(cases), buys=buys)


@dataclass(frozen=True)
class WayOn:
    """What may follow: by this officer, unless something stands in its way; else whose it is."""

    verb: str
    words: str
    address: str
    is_mine: bool
    why_not: str
    whose: str


@require_GET
@permitted("cases.view_case")
def view_case(request, case_id):
    case = trail.read(Case.objects.with_file(), by=request.user, verb="cases.view_case", pk=case_id)
    ways = ways_on(case, request.user)
    shown = {
        "case": case,
        "days_left": case.days_left(localdate()),
        "open_ways": [way for way in ways if way.is_mine and not way.why_not],
        "shut_ways": [way for way in ways if way.is_mine and way.why_not],
        "others": [way for way in ways if not way.is_mine],
        "points": evidence.points_of(case) if case.is_building else [],
        "exhibits": Exhibit.objects.visible_to(request.user).of_case(case).with_custody(),
    }
    return render(request, "cases/view_case.html", shown)


def ways_on(case, officer):
    """The transitions that the table knows from here, but those of the clock."""
    attempt = Attempt(officer, timezone.now())
    ways = [way for way in ways_from(case.state) if roles.holders(f"cases.{way.verb}") != [roles.Role.CLOCK]]
    return [way_on(case, way, attempt) for way in ways]


def way_on(case, way, attempt):
    verb = f"cases.{way.verb}"
    return WayOn(
        verb=way.verb, words=way.words, address=reverse(f"cases:{way.verb}", args=[case.pk]),
        is_mine=attempt.by.has_perm(verb), why_not=obstacle(case, way.verb, attempt),
        whose=" or ".join(role.label.lower() for role in roles.holders(verb)),
    )  # fmt: skip


@require_GET
@permitted("cases.view_states")
def view_states(request):
    """The table by which cases move, and its drawing."""
    return render(request, "cases/view_states.html", {"lines": chart.lines(), "drawing": chart.drawing()})


@permitted("cases.open_case")
def open_case(request, dealer_id):
    dealer = one_of(request, Dealer.objects.with_dossier(request.user), pk=dealer_id)
    form = forms.OpenCaseForm(request.POST or None, officer=request.user)
    back = reverse("cases:view_cases_of", args=[dealer.pk])
    return act(
        request, form, services.open_case, done="The case is open; add its counts.", back=back,
        shown={"dealer": dealer}, dealer=dealer,
    )  # fmt: skip


def the_case(request, case_id):
    return one_of(request, Case.objects.with_file(), pk=case_id)


def called(verb):
    """An act as the way to its page calls it: Record waiver."""
    return verb.replace("_", " ").capitalize()


@permitted("cases.add_count")
def add_count(request, case_id):
    case = the_case(request, case_id)
    form = forms.AddCountForm.about(case, request.POST or None, request.user)
    return act(
        request, form, services.add_count, done="The count is added; the clock runs from it.", back=case,
        shown={"case": case, "here": called("add_count")}, case=case,
    )  # fmt: skip


@permitted("cases.plan_next_step")
def plan_next_step(request, case_id):
    case = the_case(request, case_id)
    now = {"next_step": case.next_step, "next_step_on": case.next_step_on, "owner": case.owner or request.user}
    form = forms.PlanNextStepForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.plan_next_step, done="The next step is planned.", back=case,
        shown={"case": case, "here": called("plan_next_step")}, case=case,
    )  # fmt: skip
