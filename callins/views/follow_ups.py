"""Afterwards: the board of one call-in, one's own contacts, and what is entered of each person."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import services
from callins.board import COLUMNS, board_of
from callins.forms import follow_ups as forms
from callins.models import CallIn, FollowUp, Invitation, Offer, ServiceRequest
from callins.views.acting import act
from callins.views.base import page, read
from dmi.audit import trail
from dmi.audit.doors import permitted

SOON = 7  # days ahead that stand apart from the rest


@require_GET
@permitted("callins.view_follow_ups")
def view_follow_ups(request, call_in_id):
    call_in = read(request, call_in_id, "callins.view_follow_ups")
    rows = board_of(call_in, request.user, timezone.localdate())
    shown = {
        "rows": rows,
        "columns": list(COLUMNS.values()),
        "overdue": [row for row in rows if row.is_overdue],
        "reached": [row for row in rows if any(cell.standing == "done" for cell in row.cells)],
        "helped": [row for row in rows if row.delivered],
        "broken": [row for row in rows if row.word and not row.word.is_kept],
    }
    return page(request, call_in, "callins/view_follow_ups.html", **shown)


@require_GET
@permitted("callins.view_own_follow_ups")
def view_own_follow_ups(request):
    trail.enter(request.user, "callins.view_own_follow_ups", trail.Outcome.READ)
    today = timezone.localdate()
    owed = FollowUp.objects.visible_to(request.user).owned_by(request.user).open().with_people()
    return render(request, "callins/view_own_follow_ups.html", {"today": today, **by_urgency(owed, today)})


def by_urgency(follow_ups, today):
    """What is late, what comes up within a week, and of everybody else the next one."""
    parts: dict[str, list[FollowUp]] = {"late": [], "soon": [], "later": []}
    named = set()
    for contact in follow_ups:
        days = (contact.due_on - today).days
        if days <= SOON:
            parts["late" if days < 0 else "soon"].append(contact)
        elif contact.invitation_id not in named:
            parts["later"].append(contact)
        named.add(contact.invitation_id)
    return parts


def person_of(request, invitation_id):
    return trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)


def way_back(officer, invitation):
    """The board to whom it opens; else, to the liaison, his own contacts."""
    if officer.has_perm("callins.view_follow_ups") and CallIn.objects.visible_to(officer).contains(invitation.call_in):
        return reverse("callins:view_follow_ups", args=[invitation.call_in_id])
    return reverse("callins:view_own_follow_ups")


def enter(request, form, service, person, *, done, back=None, **about):
    """The page of one entry about one person: its heading says who, and Cancel leads back to where he stands."""
    back = back or way_back(request.user, person)
    here = request.resolver_match.url_name.replace("_", " ").capitalize()
    shown = {"invitation": person, "here": here, "back": back, **about}
    return act(request, form, service, done=done, back=back, shown=shown, at=timezone.now(), **about)


def typed(request):
    return request.POST if request.method == "POST" else None


@permitted("callins.assign_follow_up")
def assign_follow_up(request, invitation_id):
    invitation = person_of(request, invitation_id)
    form = forms.AssignFollowUpForm(
        typed(request), officer=request.user, initial={"owner": invitation.follow_up_owner_id}
    )
    done = f"Somebody stays in touch with {invitation.dealer}."
    return enter(request, form, services.assign_follow_up, invitation, done=done, invitation=invitation)


@permitted("callins.log_follow_up")
def log_follow_up(request, follow_up_id):
    follow_up = trail.find(FollowUp.objects.with_people(), by=request.user, pk=follow_up_id)
    own = reverse("callins:view_own_follow_ups") if follow_up.owner_id == request.user.pk else None
    form = forms.LogFollowUpForm(typed(request), officer=request.user)
    done = f"{follow_up.invitation.dealer}: the contact is logged."
    return enter(request, form, services.log_follow_up, follow_up.invitation, done=done, back=own, follow_up=follow_up)


@permitted("callins.ask_for_service")
def ask_for_service(request, invitation_id):
    invitation = person_of(request, invitation_id)
    form = forms.AskForServiceForm.about(invitation, typed(request), request.user)
    done = f"{invitation.dealer}: what was asked for is entered; the days until it comes are counted."
    return enter(request, form, services.ask_for_service, invitation, done=done, invitation=invitation)


@permitted("callins.deliver_service")
def deliver_service(request, service_request_id):
    asked = trail.find(ServiceRequest.objects.with_people(), by=request.user, pk=service_request_id)
    form = forms.DeliverServiceForm(typed(request), officer=request.user)
    done = f"{asked.invitation.dealer}: the help came."
    return enter(request, form, services.deliver_service, asked.invitation, done=done, service_request=asked)


@permitted("callins.record_word")
def record_word(request, invitation_id):
    invitation = person_of(request, invitation_id)
    form = forms.RecordWordForm.about(invitation, typed(request), request.user)
    done = f"{invitation.dealer}: the word is recorded."
    return enter(request, form, services.record_word, invitation, done=done, invitation=invitation)


@permitted("callins.record_rearrest")
def record_rearrest(request, invitation_id):
    invitation = person_of(request, invitation_id)
    form = forms.RecordRearrestForm(typed(request), officer=request.user)
    done = f"{invitation.dealer}: the arrest is recorded. If it breaks the promise, record the word as well."
    return enter(request, form, services.record_rearrest, invitation, done=done, invitation=invitation)


@permitted("callins.end_offer")
def end_offer(request, offer_id):
    offer = trail.find(Offer.objects.with_terms(), by=request.user, pk=offer_id)
    form = forms.EndOfferForm(typed(request), officer=request.user)
    done = f"{offer.invitation.dealer}: the offer has ended; the prosecutor finds it on his desk."
    return enter(request, form, services.end_offer, offer.invitation, done=done, offer=offer)
