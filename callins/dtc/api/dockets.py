"""The court’s sessions and their dockets, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins.dtc import services
from callins.dtc.api.base import Correction
from callins.dtc.doors import Walled
from callins.dtc.forms import dockets as forms
from callins.dtc.models import DocketEntry, DocketSession
from callins.dtc.paper import docket as paper
from callins.dtc.serializers import dockets as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewDockets(Walled, Listing):
    verb = "dtc.view_dockets"
    answer = serializers.ListedSessionFacts
    ordering = ("-starts_at", "pk")

    def rows(self, officer):
        return DocketSession.objects.visible_to(officer).with_counts(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class PlanSession(Walled, Act):
    form, service, answer = forms.PlanSessionForm, services.plan_session, serializers.SessionFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


def found(request, session_id):
    return trail.find(DocketSession.objects.all(), by=request.user, pk=session_id)


class ViewDocket(Walled, Look):
    """To the team all of it; to the clerk what a consent carries at this minute."""

    verb = services.view_docket.verb

    def get(self, request, session_id):
        is_team = request.user.has_perm("dtc.view_participant")
        self.answer = serializers.TeamsDocketFacts if is_team else serializers.CourtsDocketFacts
        return super().get(request, session_id=session_id)

    def record(self, request, session_id):
        session = found(request, session_id)
        return {"session": session, "lines": services.view_docket(by=request.user, session=session, at=timezone.now())}


class OfSession(Walled, Act):
    def given(self, request, session_id):
        return {"session": found(request, session_id), "at": timezone.now()}


class ChangeSession(Correction):
    form, service, answer = forms.ChangeSessionForm, services.change_session, serializers.SessionFacts
    changed = "session"

    def given(self, request, session_id):
        return {"session": found(request, session_id), "at": timezone.now()}


class AddToDocket(OfSession):
    form, service, answer = forms.AddToDocketForm, services.add_to_docket, serializers.SessionFacts

    def filled(self, request, said, files, **given):
        return self.form(said, officer=request.user, session=given["session"])


class DownloadDocket(OfSession):
    """Of whom the court may be told at this minute. Every disclosure is accounted for before the bytes leave."""

    form, service, answer = ActionForm, services.download_docket, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        return paper.attached(record, given["session"])


class OfEntry(Walled, Act):
    answer = serializers.DocketEntryFacts

    def given(self, request, docket_entry_id):
        entry = trail.find(DocketEntry.objects.with_people(), by=request.user, pk=docket_entry_id)
        return {"entry": entry, "at": timezone.now()}


class TakeOffDocket(OfEntry):
    form, service, answer = ActionForm, services.take_off_docket, serializers.SessionFacts


class Recommend(OfEntry):
    form, service = forms.RecommendForm, services.recommend


class RecordOrder(OfEntry):
    form, service = forms.RecordOrderForm, services.record_order


ONE = "dockets/<uuid:session_id>/"
ENTRY = "dockets/entries/<uuid:docket_entry_id>/"
urlpatterns = [
    path("dockets/", ViewDockets.as_view(), name="view_dockets"),
    path("dockets/plan/", PlanSession.as_view(), name="plan_session"),
    path(ONE, ViewDocket.as_view(), name="view_docket"),
    path(f"{ONE}change/", ChangeSession.as_view(), name="change_session"),
    path(f"{ONE}add/", AddToDocket.as_view(), name="add_to_docket"),
    path(f"{ONE}download/", DownloadDocket.as_view(), name="download_docket"),
    path(f"{ENTRY}take-off/", TakeOffDocket.as_view(), name="take_off_docket"),
    path(f"{ENTRY}recommend/", Recommend.as_view(), name="recommend"),
    path(f"{ENTRY}order/", RecordOrder.as_view(), name="record_order"),
]
