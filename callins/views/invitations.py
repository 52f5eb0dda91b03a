"""Who is called in: everybody at a glance, one person, and what is arranged beforehand."""

from django.shortcuts import resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from callins import invitees, services
from callins.board import row_of_one
from callins.forms import invitations as forms
from callins.models import Invitation
from callins.views.acting import act, found, tap
from callins.views.base import page, read
from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted


@require_GET
@permitted("callins.view_invitations")
def view_invitations(request, call_in_id):
    """The tab: who is invited, who might be and what bars each, who was taken off again."""
    call_in = read(request, call_in_id, "callins.view_invitations")
    today, officer = timezone.localdate(), request.user
    shown = {
        "invited": invitees.of_call_in(call_in, officer, today),
        "candidates": invitees.candidates(call_in, officer, today) if call_in.is_ahead else [],
        "withdrawn": Invitation.objects.visible_to(officer).of(call_in).withdrawn().with_people(),
    }
    return page(request, call_in, "callins/view_invitations.html", **shown)


@require_GET
@permitted("callins.view_invitation")
def view_invitation(request, invitation_id):
    """One person. What bars by today's records is told while the call-in is ahead: then only its team finds it."""
    invitation = trail.read(
        Invitation.objects.with_file(), by=request.user, verb="callins.view_invitation", pk=invitation_id
    )
    call_in, dealer = invitation.call_in, invitation.dealer
    is_open = call_in.is_ahead and not invitation.withdrawn_at
    today = invitees.of_one(call_in, dealer, request.user, timezone.localdate()) if is_open else None
    shown = {
        "invitation": invitation,
        "is_open": is_open,
        "today": today,
        "rsvps": Invitation.Rsvp.choices,
        "row": row_of_one(invitation, timezone.localdate()),
    }
    return page(request, call_in, "callins/view_invitation.html", **shown)


def here(request):
    """The end of the way back, as the verb says it: Record counsel."""
    return request.resolver_match.url_name.replace("_", " ").capitalize()


def on_person(request, call_in_id, dealer_id, form_class, service, done):
    """A form about somebody and a call-in: what the records say of him stands above it."""
    call_in = found(request, call_in_id)
    dealer = trail.find(Dealer.objects.with_parts(request.user), by=request.user, pk=dealer_id)
    person = invitees.of_one(call_in, dealer, request.user, timezone.localdate())
    form = form_class.about(person, request.POST or None, request.user)
    back = resolve_url("callins:view_invitations", call_in.pk)
    shown = {"call_in": call_in, "dealer": dealer, "person": person, "back": back, "here": here(request)}
    return act(
        request, form, service, done=done.format(dealer), back=back, shown=shown, call_in=call_in, dealer=dealer,
        at=timezone.now(),
    )  # fmt: skip


@permitted("callins.invite_dealer")
def invite_dealer(request, call_in_id, dealer_id):
    done = "{} is invited; now the letter."
    return on_person(request, call_in_id, dealer_id, forms.InviteDealerForm, services.invite_dealer, done)


@permitted("callins.keep_warrant_promise")
def keep_warrant_promise(request, call_in_id, dealer_id):
    form, service = forms.KeepWarrantPromiseForm, services.keep_warrant_promise
    return on_person(request, call_in_id, dealer_id, form, service, "How the promise to {} is kept is on record.")


@permitted("callins.override_bar")
def override_bar(request, call_in_id, dealer_id):
    form, service = forms.OverrideBarForm, services.override_bar
    return on_person(request, call_in_id, dealer_id, form, service, "The override is on record; {} may be invited.")


def one(request, invitation_id):
    return trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)


def on_invitation(request, invitation, form, service, done, back=None):
    shown = {
        "invitation": invitation, "call_in": invitation.call_in, "back": invitation.get_absolute_url(),
        "here": here(request),
    }  # fmt: skip
    return act(
        request, form, service, done=done, back=back or invitation, shown=shown, invitation=invitation,
        at=timezone.now(),
    )  # fmt: skip


@permitted("callins.withdraw_invitation")
def withdraw_invitation(request, invitation_id):
    invitation = one(request, invitation_id)
    form = forms.WithdrawInvitationForm(request.POST or None, officer=request.user)
    back = resolve_url("callins:view_invitations", invitation.call_in_id)
    done = f"{invitation.dealer} is not invited any more."
    return on_invitation(request, invitation, form, services.withdraw_invitation, done, back)


def filled(request, invitation, form_class):
    """A form that begins with what stands."""
    now = {name: getattr(invitation, name) for name in form_class.base_fields}
    return form_class(request.POST or None, officer=request.user, initial=now)


@permitted("callins.record_counsel")
def record_counsel(request, invitation_id):
    invitation = one(request, invitation_id)
    form = filled(request, invitation, forms.RecordCounselForm)
    return on_invitation(request, invitation, form, services.record_counsel, "Counsel's answer is on record.")


@permitted("callins.arrange_attendance")
def arrange_attendance(request, invitation_id):
    invitation = one(request, invitation_id)
    form = filled(request, invitation, forms.ArrangeAttendanceForm)
    return on_invitation(request, invitation, form, services.arrange_attendance, "It is arranged.")


@permitted("callins.record_rsvp")
@require_POST
def record_rsvp(request, invitation_id):
    invitation = one(request, invitation_id)
    return tap(
        request, services.record_rsvp, form=forms.RecordRsvpForm, done="The answer is on record.", back=invitation,
        invitation=invitation, at=timezone.now(),
    )  # fmt: skip


@permitted("callins.log_influential_contact")
def log_influential_contact(request, invitation_id):
    invitation = one(request, invitation_id)
    form = forms.LogInfluentialContactForm.about(invitation, request.POST or None, request.user)
    return on_invitation(request, invitation, form, services.log_influential_contact, "The talk is on record.")
