"""A participant's History and Access, by JSON."""

from types import SimpleNamespace

from django.urls import path
from rest_framework import exceptions
from rest_framework.utils.urls import replace_query_param

from callins.dtc import access, history
from callins.dtc.doors import Walled
from callins.dtc.forms import records as forms
from callins.dtc.models import Participant
from callins.dtc.serializers import records as serializers
from dmi.api.reads import Cursor, Listing
from dmi.audit import trail


def read(view, participant_id):
    return trail.read(Participant.objects.all(), by=view.request.user, verb=view.verb, pk=participant_id)


class Backwards(Cursor):
    """Only towards older changes: they come out of many tables."""

    def paginate_queryset(self, rows, request, view=None):
        cursor = request.query_params.get(self.cursor_query_param, "")
        if cursor and not history.is_cursor(cursor):
            raise exceptions.NotFound("This cursor is not one of ours; begin again without it.")
        told = history.page_of(rows.participant, request.user, kind=rows.kind, before=cursor)
        self.here, self.before = request.build_absolute_uri(), told.before
        return told.acts

    def get_next_link(self):
        return replace_query_param(self.here, self.cursor_query_param, self.before) if self.before else None

    def get_previous_link(self):
        return None


class ByKind:
    """The page's own form, as a list of the API asks for it."""

    def __init__(self, asked=None, rows=None, request=None):
        self.form = forms.HistoryForm(asked or {})
        self.rows = rows

    def is_valid(self):
        return self.form.is_valid()

    @property
    def errors(self):
        return self.form.errors

    @property
    def qs(self):
        self.rows.kind = self.form.asked()
        return self.rows


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
