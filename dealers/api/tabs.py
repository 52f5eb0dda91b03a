"""The tabs of a dossier, by JSON."""

from types import SimpleNamespace

from django.urls import path
from rest_framework import exceptions
from rest_framework.utils.urls import replace_query_param

from dealers import access, history, neighbours
from dealers.forms import tabs as forms
from dealers.models import Dealer, Photo, Tie
from dealers.serializers import tabs as serializers
from dmi.api.reads import Cursor, Listing, Look
from dmi.audit import trail

NOT_TOLD = ("source_number",)  # a confidential source's number is told by the page alone


def read(view, dealer_id):
    request = view.request
    return trail.read(Dealer.objects.with_head(request.user), by=request.user, verb=view.verb, pk=dealer_id)


class ViewNetwork(Look):
    """Who is tied to this dealer, and to those: two steps out, as the page draws it."""

    verb = "dealers.view_network"
    answer = serializers.NeighboursFacts

    def record(self, request, dealer_id):
        around = neighbours.around(read(self, dealer_id), request.user, Tie.objects.visible_to(request.user))
        return {
            "near": [person for _, person in around.near],
            "far": [person for _, person in around.far],
            "ties": [tie for tie, _ in around.own],
            "among": around.among,
        }


class ViewFiles(Look):
    """The photos that stand, and the documents on which the predicate rests."""

    verb = "dealers.view_files"
    answer = serializers.Files

    def record(self, request, dealer_id):
        dealer = read(self, dealer_id)
        photos = Photo.objects.visible_to(request.user).standing().of(dealer).select_related("by")
        return {"photos": photos, "source_documents": dealer.predicate.source_documents.all()}


class Backwards(Cursor):
    """Only towards older changes: they come out of many tables."""

    is_cursor = staticmethod(history.is_cursor)

    def told(self, rows, officer, before):
        return history.page_of(rows.dealer, officer, kind=rows.kind, before=before, untold=NOT_TOLD)

    def paginate_queryset(self, rows, request, view=None):
        cursor = request.query_params.get(self.cursor_query_param, "")
        if cursor and not self.is_cursor(cursor):
            raise exceptions.NotFound("This cursor is not one of ours; begin again without it.")
        page = self.told(rows, request.user, cursor)
        self.here, self.before = request.build_absolute_uri(), page.before
        return page.acts

    def get_next_link(self):
        return replace_query_param(self.here, self.cursor_query_param, self.before) if self.before else None

    def get_previous_link(self):
        return None


class ByKind:
    """The page's own form, as a list of the API asks for it."""

    asks = forms.HistoryForm

    def __init__(self, asked=None, rows=None, request=None):
        self.form = self.asks(asked or {})
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


class ViewHistory(Listing):
    """What was entered, changed and withdrawn, field by field, the newest act first."""

    verb = "dealers.view_history"
    answer = serializers.ActFacts
    filters = ByKind
    pagination_class = Backwards

    def rows(self, officer):
        return SimpleNamespace(dealer=read(self, **self.kwargs), kind="")


class ViewAccess(Listing):
    """Who looked, who acted, who was refused: the trail's lines about this dealer and its facts, the newest first."""

    verb = "dealers.view_access"
    answer = serializers.LookFacts
    ordering = ("-at", "-id")
    filters = forms.AccessFilter

    def rows(self, officer):
        return access.lines_about(read(self, **self.kwargs), officer)


urlpatterns = [
    path("<uuid:dealer_id>/network/", ViewNetwork.as_view(), name="view_network"),
    path("<uuid:dealer_id>/files/", ViewFiles.as_view(), name="view_files"),
    path("<uuid:dealer_id>/history/", ViewHistory.as_view(), name="view_history"),
    path("<uuid:dealer_id>/access/", ViewAccess.as_view(), name="view_access"),
]
