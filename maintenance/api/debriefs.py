"""What officers saw, and what became of it, by JSON; a photo comes along as form data."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Jpeg
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, services
from maintenance.forms import debriefs as forms
from maintenance.models import Debrief
from maintenance.serializers import debriefs as serializers


class TellDebrief(Act):
    """What you saw. A number off your hot sheet says who it was; else say it in words."""

    form, service, answer = forms.TellDebriefForm, services.tell_debrief, serializers.OwnDebrief
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class ViewOwnDebriefs(Listing):
    """What you told, the newest first, and what became of it."""

    verb = "maintenance.view_own_debriefs"
    answer = serializers.OwnDebrief
    ordering = ("-at", "-id")

    def rows(self, officer):
        return Debrief.objects.visible_to(officer).told_by(officer).without_photo()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewDebriefs(Listing):
    """What was told in your markets, and where nobody knows the market; the newest first."""

    verb = "maintenance.view_debriefs"
    answer = serializers.DebriefFacts
    ordering = ("-at", "-id")
    filters = filters.DebriefFilter

    def rows(self, officer):
        return Debrief.objects.visible_to(officer).with_people()

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", ""):
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewDebrief(Look):
    """What an officer told, and what became of it."""

    verb = "maintenance.view_debrief"
    answer = serializers.DebriefFacts

    def record(self, request, debrief_id):
        return trail.read(Debrief.objects.with_people(), by=request.user, verb=self.verb, pk=debrief_id)


class OfDebrief(Act):
    """An act on the debrief of the address, at this moment."""

    def given(self, request, debrief_id):
        debrief = trail.find(Debrief.objects.with_people(), by=request.user, pk=debrief_id)
        return {"debrief": debrief, "at": timezone.now()}


class TriageDebrief(OfDebrief):
    """Used with people named, it is an entry about them."""

    form, service, answer = forms.TriageDebriefForm, services.triage_debrief, serializers.DebriefFacts


class ReopenDebrief(Act):
    """Settled by a slip, it waits again; not where an entry was made of it."""

    form, service, answer = ActionForm, services.reopen_debrief, serializers.DebriefFacts

    def given(self, request, debrief_id):
        return {"debrief": trail.find(Debrief.objects.with_people(), by=request.user, pk=debrief_id)}


class SeeAnswer(OfDebrief):
    """You have read what became of your own."""

    form, service, answer = ActionForm, services.see_answer, serializers.OwnDebrief


class ViewDebriefPhoto(Look):
    """The photo that came with a debrief, as JPEG."""

    verb = "maintenance.view_debrief_photo"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Jpeg]

    def get(self, request, debrief_id):
        debrief = trail.find(Debrief.objects.with_photo(), by=request.user, pk=debrief_id)
        return HttpResponse(bytes(debrief.photo), content_type=Jpeg.media_type)


urlpatterns = [
    path("debriefs/", ViewDebriefs.as_view(), name="view_debriefs"),
    path("debriefs/own/", ViewOwnDebriefs.as_view(), name="view_own_debriefs"),
    path("debriefs/tell/", TellDebrief.as_view(), name="tell_debrief"),
    path("debriefs/<uuid:debrief_id>/", ViewDebrief.as_view(), name="view_debrief"),
    path("debriefs/<uuid:debrief_id>/triage/", TriageDebrief.as_view(), name="triage_debrief"),
    path("debriefs/<uuid:debrief_id>/reopen/", ReopenDebrief.as_view(), name="reopen_debrief"),
    path("debriefs/<uuid:debrief_id>/see-answer/", SeeAnswer.as_view(), name="see_answer"),
    path("debriefs/<uuid:debrief_id>/photo.jpg", ViewDebriefPhoto.as_view(), name="view_debrief_photo"),
]
