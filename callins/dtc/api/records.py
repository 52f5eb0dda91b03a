"""A participant's History and Access, by JSON."""

from types import SimpleNamespace

from django.urls import path

from callins.dtc import access, history
from callins.dtc.doors import Walled
from callins.dtc.forms import records as forms
from callins.dtc.models import Participant
from callins.dtc.serializers import records as serializers
from dealers.api import tabs
from dmi.api.reads import Listing
from dmi.audit import trail


def read(view, participant_id):
    return trail.read(Participant.objects.all(), by=view.request.user, verb=view.verb, pk=participant_id)


class Backwards(tabs.Backwards):
    is_cursor = staticmethod(history.is_cursor)

    def told(self, rows, officer, before):
        return history.page_of(rows.participant, officer, kind=rows.kind, before=before)


class ByKind(tabs.ByKind):
    asks = forms.HistoryForm


class ViewHistory(Walled, Listing):
    """What was entered and changed, field by field, the newest act first."""

    verb = "dtc.view_history"
    answer = serializers.TreatmentActFacts
    filters = ByKind
    pagination_class = Backwards

    def rows(self, officer):
        return SimpleNamespace(participant=read(self, **self.kwargs), kind="")


class ViewAccess(Walled, Listing):
    """Who looked, who acted, who was refused: the trail's lines about this participant, the newest first."""

    verb = "dtc.view_access"
    answer = serializers.TreatmentLookFacts
    ordering = ("-at", "-id")
    filters = forms.AccessFilter

    def rows(self, officer):
        return access.lines_about(read(self, **self.kwargs))


ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}history/", ViewHistory.as_view(), name="view_history"),
    path(f"{ONE}access/", ViewAccess.as_view(), name="view_access"),
]
