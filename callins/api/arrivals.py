"""The evening, by JSON: what the tablets at the door send."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import services
from callins.forms import arrivals as forms
from callins.models import CallIn, Invitation
from callins.serializers import arrivals as serializers
from callins.services.attending import is_known
from dmi.api.acts import Act
from dmi.api.reads import Listing
from dmi.audit import trail


class ViewArrivals(Listing):
    """Who is invited to a call-in, with what became of it so far."""

    verb = "callins.view_arrivals"
    answer = serializers.ArrivalFacts
    ordering = ("at", "id")

    def rows(self, officer):
        self.call_in = trail.find(CallIn.objects.all(), by=officer, pk=self.kwargs["call_in_id"])
        return Invitation.objects.visible_to(officer).of(self.call_in).standing().with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ, self.call_in)


class OfInvitation(Act):
    def given(self, request, invitation_id):
        invitation = trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)
        return {"invitation": invitation, "at": timezone.now()}


class Tap(OfInvitation):
    """One tap at the door. A tablet that did not hear the answer sends it again: known already, it is no second act."""

    answer = serializers.ArrivalFacts

    def post(self, request, **key):
        given = self.given(request, **key)
        form = self.typed(request, **given)
        if is_known(given["invitation"], form.says()):
            return self.reply(given["invitation"], **given)
        return self.reply(self.service(by=request.user, **given, **self.facts(form)), **given)


class RecordArrival(Tap):
    """Somebody is here, since the moment of the tap. Said twice it is no error, and the first moment stands.

    Refused: before the day, outside the evening.
    """

    form, service = forms.RecordArrivalForm, services.record_arrival


class RecordAbsence(Tap):
    """Excused, in custody, or did not come: whom nobody excused is visited the same day.

    Refused: before the day, outside the evening, "did not come" before it begins, somebody who has arrived.
    """

    form, service = forms.RecordAbsenceForm, services.record_absence


class UndoAttendance(Tap):
    """A tap was wrong: the person is expected again. Refused: outside the evening, once something rests on it."""

    form, service = forms.UndoAttendanceForm, services.undo_attendance


class ShowEvidence(OfInvitation):
    status = HTTPStatus.CREATED
    form, service, answer = forms.ShowEvidenceForm, services.show_evidence, serializers.EvidenceFacts


urlpatterns = [
    path("call-ins/<uuid:call_in_id>/arrivals/", ViewArrivals.as_view(), name="view_arrivals"),
    path("call-ins/invitations/<uuid:invitation_id>/record-arrival/", RecordArrival.as_view(), name="record_arrival"),
    path("call-ins/invitations/<uuid:invitation_id>/record-absence/", RecordAbsence.as_view(), name="record_absence"),
    path(
        "call-ins/invitations/<uuid:invitation_id>/undo-attendance/", UndoAttendance.as_view(), name="undo_attendance"
    ),
    path("call-ins/invitations/<uuid:invitation_id>/show-evidence/", ShowEvidence.as_view(), name="show_evidence"),
]
