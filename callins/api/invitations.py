"""Who is called in, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import invitees, services
from callins.forms import invitations as forms
from callins.models import CallIn, Invitation
from callins.serializers import invitations as serializers
from dealers.models import Dealer
from dmi.api.acts import Act, Change
from dmi.api.reads import Look
from dmi.audit import trail


class ViewInvitations(Look):
    """Everybody invited to a call-in, and while it is ahead everybody who might be, with what bars each."""

    verb = "callins.view_invitations"
    answer = serializers.InvitedFacts

    def record(self, request, call_in_id):
        officer, today = request.user, timezone.localdate()
        call_in = trail.read(CallIn.objects.with_people(), by=officer, verb=self.verb, pk=call_in_id)
        return {
            "invited": invitees.of_call_in(call_in, officer, today),
            "candidates": invitees.candidates(call_in, officer, today) if call_in.is_ahead else [],
        }


class ViewInvitation(Look):
    """One person called in: counsel, answer, companion, and who was spoken with."""

    verb = "callins.view_invitation"
    answer = serializers.InvitationPage

    def record(self, request, invitation_id):
        invitation = trail.read(Invitation.objects.with_file(), by=request.user, verb=self.verb, pk=invitation_id)
        return {"invitation": invitation, "outreach": invitation.outreach, "bars": bars_of(invitation, request.user)}


def bars_of(invitation, officer):
    if invitation.withdrawn_at or not invitation.call_in.is_ahead:
        return ()
    return invitees.of_one(invitation.call_in, invitation.dealer, officer, timezone.localdate()).bars


class OfPerson(Act):
    """An act on somebody and a call-in, at this moment."""

    def given(self, request, call_in_id, dealer_id):
        call_in = trail.find(CallIn.objects.with_people(), by=request.user, pk=call_in_id)
        dealer = trail.find(Dealer.objects.with_parts(request.user), by=request.user, pk=dealer_id)
        return {"call_in": call_in, "dealer": dealer, "at": timezone.now()}

    def filled(self, request, said, files, call_in, dealer, at):
        person = invitees.of_one(call_in, dealer, request.user, timezone.localdate(at))
        return self.form.about(person, said, request.user)


class InviteDealer(OfPerson):
    status = HTTPStatus.CREATED
    form, service, answer = forms.InviteDealerForm, services.invite_dealer, serializers.InvitationFacts


class KeepWarrantPromise(OfPerson):
    """How “you will not be arrested at this meeting” is kept while a warrant stands."""

    form, service, answer = forms.KeepWarrantPromiseForm, services.keep_warrant_promise, serializers.ClearanceFacts


class OverrideBar(OfPerson):
    """Only where supervisor and prosecutor have decided for the call-in in spite of what bars it."""

    form, service, answer = forms.OverrideBarForm, services.override_bar, serializers.ClearanceFacts


class OfInvitation(Act):
    """An act on the invitation of the address, at this moment."""

    answer = serializers.InvitationFacts

    def given(self, request, invitation_id):
        invitation = trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)
        return {"invitation": invitation, "at": timezone.now()}


class WithdrawInvitation(OfInvitation):
    form, service = forms.WithdrawInvitationForm, services.withdraw_invitation


class RecordCounsel(OfInvitation, Change):
    """What is left out stays as it is."""

    form, service, changed = forms.RecordCounselForm, services.record_counsel, "invitation"


class RecordRsvp(OfInvitation):
    form, service = forms.RecordRsvpForm, services.record_rsvp


class ArrangeAttendance(OfInvitation, Change):
    """What is left out stays as it is."""

    form, service, changed = forms.ArrangeAttendanceForm, services.arrange_attendance, "invitation"


class LogInfluentialContact(OfInvitation):
    status = HTTPStatus.CREATED
    form, service = forms.LogInfluentialContactForm, services.log_influential_contact
    answer = serializers.ContactFacts

    def filled(self, request, said, files, invitation, at):
        return self.form.about(invitation, said, request.user)


PERSON = "call-ins/<uuid:call_in_id>/{}/<uuid:dealer_id>/"
ONE = "call-ins/invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("call-ins/<uuid:call_in_id>/invited/", ViewInvitations.as_view(), name="view_invitations"),
    path(PERSON.format("invite"), InviteDealer.as_view(), name="invite_dealer"),
    path(PERSON.format("keep-warrant-promise"), KeepWarrantPromise.as_view(), name="keep_warrant_promise"),
    path(PERSON.format("override-bar"), OverrideBar.as_view(), name="override_bar"),
    path(ONE, ViewInvitation.as_view(), name="view_invitation"),
    path(f"{ONE}withdraw/", WithdrawInvitation.as_view(), name="withdraw_invitation"),
    path(f"{ONE}record-counsel/", RecordCounsel.as_view(), name="record_counsel"),
    path(f"{ONE}record-rsvp/", RecordRsvp.as_view(), name="record_rsvp"),
    path(f"{ONE}arrange-attendance/", ArrangeAttendance.as_view(), name="arrange_attendance"),
    path(f"{ONE}log-influential-contact/", LogInfluentialContact.as_view(), name="log_influential_contact"),
]
