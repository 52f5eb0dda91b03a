"""Afterwards, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import services
from callins.forms import follow_ups as forms
from callins.models import CallIn, FollowUp, Invitation, Offer, ServiceRequest
from callins.models.afterwards import followed
from callins.serializers import follow_ups as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing
from dmi.audit import trail


class ViewFollowUps(Listing):
    """Everybody called to one call-in, with the contacts owed and made, help, word and arrests."""

    verb = "callins.view_follow_ups"
    answer = serializers.FollowedFacts
    ordering = ("at", "id")

    def rows(self, officer):
        self.call_in = trail.find(CallIn.objects.all(), by=officer, pk=self.kwargs["call_in_id"])
        return followed(Invitation.objects.visible_to(officer).of(self.call_in).standing().with_people())

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ, self.call_in)


class ViewOwnFollowUps(Listing):
    """The contacts you owe, of every call-in, the most urgent first."""

    verb = "callins.view_own_follow_ups"
    answer = serializers.FollowUpFacts
    ordering = ("due_on", "id")

    def rows(self, officer):
        return FollowUp.objects.visible_to(officer).owned_by(officer).open().with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class OfPerson(Act):
    """An act on the invitation of the address, at this moment."""

    def given(self, request, invitation_id):
        found = trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)
        return {"invitation": found, "at": timezone.now()}


class AboutPerson(OfPerson):
    """Its form depends on who it is about."""

    status = HTTPStatus.CREATED

    def filled(self, request, said, files, invitation, at):
        return self.form.about(invitation, said, request.user)


class AssignFollowUp(OfPerson):
    form, service, answer = forms.AssignFollowUpForm, services.assign_follow_up, serializers.OwnerFacts


class LogFollowUp(Act):
    """Reached or not; on the third day in vain the contact ends."""

    form, service, answer = forms.LogFollowUpForm, services.log_follow_up, serializers.FollowUpFacts

    def given(self, request, follow_up_id):
        found = trail.find(FollowUp.objects.with_people(), by=request.user, pk=follow_up_id)
        return {"follow_up": found, "at": timezone.now()}


class AskForService(AboutPerson):
    form, service, answer = forms.AskForServiceForm, services.ask_for_service, serializers.ServiceRequestFacts


class DeliverService(Act):
    form, service, answer = forms.DeliverServiceForm, services.deliver_service, serializers.ServiceRequestFacts

    def given(self, request, service_request_id):
        found = trail.find(ServiceRequest.objects.with_people(), by=request.user, pk=service_request_id)
        return {"service_request": found, "at": timezone.now()}


class RecordWord(AboutPerson):
    """Broken, with `kind` and `happened_at`, it requests the activation of the banked case in the same act."""

    form, service, answer = forms.RecordWordForm, services.record_word, serializers.WordFacts


class RecordRearrest(OfPerson):
    status = HTTPStatus.CREATED
    form, service, answer = forms.RecordRearrestForm, services.record_rearrest, serializers.RearrestFacts


class EndOffer(Act):
    form, service, answer = forms.EndOfferForm, services.end_offer, serializers.EndedOffer

    def given(self, request, offer_id):
        return {"offer": trail.find(Offer.objects.with_terms(), by=request.user, pk=offer_id), "at": timezone.now()}


ONE = "call-ins/invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("call-ins/my-follow-ups/", ViewOwnFollowUps.as_view(), name="view_own_follow_ups"),
    path("call-ins/<uuid:call_in_id>/follow-ups/", ViewFollowUps.as_view(), name="view_follow_ups"),
    path(f"{ONE}assign-follow-up/", AssignFollowUp.as_view(), name="assign_follow_up"),
    path("call-ins/follow-ups/<uuid:follow_up_id>/log/", LogFollowUp.as_view(), name="log_follow_up"),
    path(f"{ONE}ask-for-service/", AskForService.as_view(), name="ask_for_service"),
    path(
        "call-ins/service-requests/<uuid:service_request_id>/deliver/", DeliverService.as_view(), name="deliver_service"
    ),
    path(f"{ONE}record-word/", RecordWord.as_view(), name="record_word"),
    path(f"{ONE}record-rearrest/", RecordRearrest.as_view(), name="record_rearrest"),
    path("call-ins/offers/<uuid:offer_id>/end/", EndOffer.as_view(), name="end_offer"),
]
