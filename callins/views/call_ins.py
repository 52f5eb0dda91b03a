"""Call-ins: the list, one and its plan, and from planned to closed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import planning, readiness, services
from callins.filters import CallInFilter
from callins.forms import call_ins as forms
from callins.models import CallIn, Invitation, Speaker, TeamMember
from callins.views.acting import act, found
from callins.views.base import page, read
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from dmi.forms import ActionForm

PAGE = 40
NARROWING = ("market", "state")


@require_GET
@permitted("callins.view_call_ins")
def view_call_ins(request):
    trail.enter(request.user, "callins.view_call_ins", trail.Outcome.READ)
    rows = CallIn.objects.visible_to(request.user).with_counts()
    filtered = CallInFilter(request.GET, rows, request=request)
    listed = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    is_narrowed = any(filtered.form[name].value() for name in NARROWING)
    return render(
        request, "callins/view_call_ins.html", {"page": listed, "form": filtered.form, "is_narrowed": is_narrowed}
    )


@require_GET
@permitted("callins.view_call_in")
def view_call_in(request, call_in_id):
    """The plan. What is still lacking is shown while it is ahead: then only its team finds it."""
    call_in = read(request, call_in_id, "callins.view_call_in")
    at = timezone.now()
    speakers = list(Speaker.objects.visible_to(request.user).of(call_in))
    invited = seats(request.user, call_in)
    shown = {
        "speakers": speakers,
        "minutes": sum(speaker.minutes for speaker in speakers),
        "planned_minutes": int((call_in.ends_at - call_in.starts_at).total_seconds() // 60),
        "reserved": planning.reserved_for(call_in),
        "team": list(TeamMember.objects.visible_to(request.user).of(call_in).with_officer()),
        "seats": invited,
        "coming": sum(seat.rsvp == seat.Rsvp.COMING for seat in invited),
        "places_set": len(invited) + sum(bool(seat.companion) for seat in invited) + len(speakers),
        "has_begun": call_in.starts_at <= at,
        **(to_do(call_in, at) if call_in.is_ahead else {}),
    }
    return page(request, call_in, "callins/view_call_in.html", **shown)


def to_do(call_in, at):
    """The checklist, each line with the way to where it is worked off."""
    points = planning.checklist(call_in, timezone.localdate(at))
    return {
        "points": [(point, planning.way_to(point, call_in)) for point in points],
        "met": sum(point.is_met for point in points),
        "open_musts": len(readiness.open_musts(points)),
    }


def seats(officer, call_in):
    """Those invited whom this officer may see, as a room is set up for them."""
    rows = Invitation.objects.visible_to(officer).of(call_in).standing().with_people()
    return list(rows)


@permitted("callins.plan_call_in")
def plan_call_in(request):
    form = forms.PlanCallInForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.plan_call_in, by=request.user, at=timezone.now()):
        messages.success(request, "The call-in is planned; you are on its team. Now its agenda.")
        return redirect(form.record)
    return render(request, "callins/plan_call_in.html", {"form": form})


@permitted("callins.change_call_in")
def change_call_in(request, call_in_id):
    call_in = found(request, call_in_id)
    now = {name: getattr(call_in, name) for name in call_in.CORRECTED}
    now["seen"] = version(call_in, call_in.CORRECTED)
    form = forms.ChangeCallInForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.change_call_in, done="The plan is changed.", back=call_in, shown={"call_in": call_in},
        call_in=call_in, at=timezone.now(),
    )  # fmt: skip


@permitted("callins.mark_call_in_ready")
def mark_call_in_ready(request, call_in_id):
    """What stands in the way is said before anybody presses the button."""
    call_in = found(request, call_in_id)
    points = planning.checklist(call_in, timezone.localdate())
    shown = {
        "call_in": call_in,
        "open_musts": readiness.open_musts(points),
        "left": [point for point in points if not point.is_met and not point.is_must],
    }
    return act(
        request, ActionForm(request.POST or None), services.mark_call_in_ready, done=f"{call_in} is ready.",
        back=call_in, shown=shown, call_in=call_in, at=timezone.now(),
    )  # fmt: skip


@permitted("callins.call_off")
def call_off(request, call_in_id):
    call_in = found(request, call_in_id)
    shown = {"call_in": call_in, "seats": seats(request.user, call_in)}
    form = forms.CallOffForm(request.POST or None, officer=request.user)
    done = "It is called off; tell everybody who was invited."
    return act(request, form, services.call_off, done=done, back=call_in, shown=shown, call_in=call_in)


@permitted("callins.hold_call_in")
def hold_call_in(request, call_in_id):
    call_in = found(request, call_in_id)
    return act(
        request, ActionForm(request.POST or None), services.hold_call_in,
        done="The call-in is held; now enter who has come.", back=call_in,
        shown={"call_in": call_in, "seats": seats(request.user, call_in)}, call_in=call_in, at=timezone.now(),
    )  # fmt: skip


@permitted("callins.close_call_in")
def close_call_in(request, call_in_id):
    """The page names who would be forgotten before anybody closes."""
    call_in = found(request, call_in_id)
    shown = {"call_in": call_in, "left": planning.left_open(call_in)}
    return act(
        request, ActionForm(request.POST or None), services.close_call_in,
        done=f"{call_in} is closed; nobody is forgotten.", back=call_in, shown=shown, call_in=call_in,
        at=timezone.now(),
    )  # fmt: skip
