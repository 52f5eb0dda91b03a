"""What officers saw: told in seconds, one's own and what became of them, the analyst's desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from dealers.models import Dealer, Observation, Reliability, Validity
from dealers.views.observations import found, search_for
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import services
from maintenance.filters import DebriefFilter
from maintenance.forms import debriefs as forms
from maintenance.hot_sheet import sightings
from maintenance.hot_sheet.withheld import why_withheld
from maintenance.models import Copy, Debrief, HotSheet

PAGE = 40


@permitted("maintenance.tell_debrief")
def tell_debrief(request, edition=""):
    """The QR code of a sheet leads here, to whoever signs in and to his own copy of that edition."""
    copy, why_not = numbers(request, edition)
    item = None if why_not else request.GET.get("item")  # the same number is somebody else on another edition
    form = forms.TellDebriefForm.off(copy, item, request.user, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.submit(services.tell_debrief, by=request.user, at=timezone.now()):
        messages.success(request, "Told. The analyst reads it; what becomes of it stands here and on your desk.")
        return redirect("maintenance:view_own_debriefs")
    return render(request, "maintenance/tell_debrief.html", {"form": form, "copy": copy, "why_not": why_not})


def numbers(request, edition):
    """The copy whose numbers can be chosen, and why not those of the edition asked for: then the one in force."""
    is_sent = request.method == "POST"
    asked = request.POST.get("sheet", "") if is_sent else edition
    copy = sightings.own_copy(request.user, asked) if asked else None
    why_not = why_no_numbers(copy) if asked else ""
    if is_sent or (asked and not why_not):
        return (None if why_not else copy), why_not
    in_force = copy_in_force(request.user)
    return (None if why_no_numbers(in_force) else in_force), why_not


def why_no_numbers(copy):
    return why_withheld(copy, timezone.localdate()) if copy else "You have no copy of that sheet."


def copy_in_force(officer):
    in_force = HotSheet.objects.in_force(timezone.localdate())
    return Copy.objects.visible_to(officer).filter_sheets(in_force).select_related("sheet", "officer").first()


@require_GET
@permitted("maintenance.view_own_debriefs")
def view_own_debriefs(request):
    trail.enter(request.user, "maintenance.view_own_debriefs", trail.Outcome.READ)
    own = Debrief.objects.visible_to(request.user).told_by(request.user).with_people()
    page = Paginator(own.unseen_first(), PAGE).get_page(request.GET.get("page"))
    return render(request, "maintenance/view_own_debriefs.html", {"page": page})


@permitted("maintenance.see_answer")
@require_POST
def see_answer(request, debrief_id):
    debrief = trail.find(Debrief.objects.without_photo(), by=request.user, pk=debrief_id)
    form = ActionForm(request.POST)
    if not form.submit(services.see_answer, by=request.user, debrief=debrief, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
    return redirect("desk" if "from_desk" in request.POST else "maintenance:view_own_debriefs")


@require_GET
@permitted("maintenance.view_debriefs")
def view_debriefs(request):
    """The analyst's desk: what waits longest first."""
    rows = Debrief.objects.visible_to(request.user)
    filtered = DebriefFilter(request.GET, rows.with_people().waiting_first(), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := filtered.data.get("q", "").strip():
        trail.enter_search(request.user, "maintenance.view_debriefs", words, page.paginator.count)
    else:
        trail.enter(request.user, "maintenance.view_debriefs", trail.Outcome.READ)
    shown = {
        "page": page,
        "form": filtered.form,
        "is_narrowed": any(field.value() for field in filtered.form),
        "waiting": rows.waiting().count(),
    }
    return render(request, "maintenance/view_debriefs.html", shown)


@require_GET
@permitted("maintenance.view_debrief")
def view_debrief(request, debrief_id):
    debrief = read_debrief(request, debrief_id, "maintenance.view_debrief")
    return desk(request, debrief, begun(debrief, request.user) if debrief.is_waiting else None)


def read_debrief(request, debrief_id, verb):
    return trail.read(Debrief.objects.with_people(), by=request.user, verb=verb, pk=debrief_id)


def begun(debrief, officer):
    """The form as the debrief fills it: who stood on the sheet, what was told and by whom."""
    named = Dealer.objects.visible_to(officer).filter_ids([str(debrief.dealer_id)])
    said = {
        "state": Debrief.State.USED,
        "dealers": named,
        "market": debrief.market,
        "narrative": debrief.as_entry(),
        "reliability": Reliability.B,
        "validity": Validity.PROBABLE,
    }
    return forms.TriageDebriefForm(officer=officer, initial=said)


def desk(request, debrief, form):
    named = debrief.dealer if debrief.dealer and trail.is_visible(debrief.dealer, request.user) else None
    shown = {"debrief": debrief, "form": form, "dealer": named, "people": named_in_entry(debrief, request.user)}
    return render(request, "maintenance/view_debrief.html", shown)


def named_in_entry(debrief, officer):
    """On whose timelines it stands, as far as this officer may see them."""
    entries = Observation.objects.visible_to(officer).with_people(officer).in_bulk([debrief.observation_id])
    return [dealer for entry in entries.values() for dealer in entry.people]


@permitted("maintenance.triage_debrief")
def triage_debrief(request, debrief_id):
    """Also the search for people. Done: on to what waits longest now."""
    if request.htmx and "who" in request.GET:
        return found(request, forms.TriageDebriefForm(officer=request.user))
    debrief = trail.find(Debrief.objects.with_people(), by=request.user, pk=debrief_id)
    if request.method != "POST":
        return redirect(debrief)
    if "find" in request.POST:
        form = forms.TriageDebriefForm.begun(request.POST, request.user)
        search_for(request, form, request.POST.get("who", ""))
        return desk(request, debrief, form)
    form = forms.TriageDebriefForm(request.POST, officer=request.user)
    if form.submit(services.triage_debrief, by=request.user, debrief=debrief, at=timezone.now()):
        messages.success(request, f"{debrief.get_state_display()}; {debrief.author} finds it on his desk.")
        return on_to_the_next(request.user)
    return desk(request, debrief, form)


@permitted("maintenance.reopen_debrief")
@require_POST
def reopen_debrief(request, debrief_id):
    debrief = trail.find(Debrief.objects.with_people(), by=request.user, pk=debrief_id)
    form = ActionForm(request.POST)
    if form.submit(services.reopen_debrief, by=request.user, debrief=debrief):
        messages.success(request, "It waits again; say what becomes of it.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect(debrief)


def on_to_the_next(officer):
    waiting = Debrief.objects.visible_to(officer).waiting().without_photo().waiting_first().first()
    return redirect(waiting or "maintenance:view_debriefs")


@require_GET
@permitted("maintenance.view_debrief_photo")
@cache_control(private=True, max_age=3600)
def view_debrief_photo(request, debrief_id):
    """The picture, behind the same gates as what was told with it."""
    debrief = trail.find(Debrief.objects.with_photo(), by=request.user, pk=debrief_id)
    picture = HttpResponse(bytes(debrief.photo), content_type="image/jpeg")
    picture["Content-Disposition"] = "inline"
    return picture
