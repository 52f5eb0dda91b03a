"""The evening: who is at the door, who did not come, and what was shown to whom."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from callins import services
from callins.arrivals import door
from callins.forms import arrivals as forms
from callins.models import CallIn, EvidenceShown, Invitation
from callins.services.attending import is_known
from callins.views.acting import act
from callins.views.base import page, read
from dmi.audit import trail
from dmi.audit.doors import permitted

UNCHANGED = 204  # htmx leaves the page as it is


@require_GET
@permitted("callins.view_arrivals")
def view_arrivals(request, call_in_id):
    call_in = read(request, call_in_id, "callins.view_arrivals")
    now = timezone.now()
    return page(request, call_in, "callins/view_arrivals.html", now=now, door=door(call_in, request.user, now))


@require_GET
@never_cache
@permitted("callins.view_arrivals")
def view_door(request, call_in_id):
    """The part of the page that asks again, so that two tablets agree; nothing where nothing has changed (htmx)."""
    call_in = trail.find(CallIn.objects.all(), by=request.user, pk=call_in_id)
    now = timezone.now()
    seen = door(call_in, request.user, now)
    if seen.version == request.GET.get("seen"):
        return HttpResponse(status=UNCHANGED)
    return render(request, "callins/_door.html", {"call_in": call_in, "door": seen})


def invited(request, invitation_id):
    return trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)


def arrivals_of(invitation):
    return reverse("callins:view_arrivals", args=[invitation.call_in_id])


@permitted("callins.record_arrival")
def record_arrival(request, invitation_id):
    return attend(request, invitation_id, forms.RecordArrivalForm, services.record_arrival)


@permitted("callins.record_absence")
def record_absence(request, invitation_id):
    return attend(request, invitation_id, forms.RecordAbsenceForm, services.record_absence)


@permitted("callins.undo_attendance")
def undo_attendance(request, invitation_id):
    return attend(request, invitation_id, forms.UndoAttendanceForm, services.undo_attendance)


def attend(request, invitation_id, form_class, service):
    """A tap without script, or an entry typed later. Said twice it is no error, and no second line on the trail."""
    invitation = invited(request, invitation_id)
    back = arrivals_of(invitation)
    form = form_class(request.POST if request.method == "POST" else None, officer=request.user)
    if form.is_valid() and is_known(invitation, form.says()):
        return redirect(back)
    shown = {"invitation": invitation, "back": back}
    done = f"{invitation.dealer}: the entry is saved."
    return act(request, form, service, done=done, back=back, shown=shown, invitation=invitation, at=timezone.now())


@permitted("callins.show_evidence")
def show_evidence(request, invitation_id):
    invitation = invited(request, invitation_id)
    form = forms.ShowEvidenceForm(request.POST or None, officer=request.user)
    back = arrivals_of(invitation)
    shown = {
        "invitation": invitation, "back": back,
        "earlier": EvidenceShown.objects.visible_to(request.user).of(invitation).select_related("by"),
    }  # fmt: skip
    done = f"It is on record what was shown to {invitation.dealer}."
    return act(
        request, form, services.show_evidence, done=done, back=back, shown=shown, invitation=invitation,
        at=timezone.now(),
    )  # fmt: skip
