"""One search for everything, by JSON."""

from django.urls import path
from drf_spectacular.utils import OpenApiParameter, extend_schema

from dealers import search as finding
from dealers.serializers import search as serializers
from dmi.api.reads import Look
from dmi.audit import trail

LONGEST = 100


class Search(Look):
    """Whom and what the words may mean, of what you may see: names and street names in any spelling, phones or their
    last four digits, plates, addresses, dates of birth, record numbers, the text of entries. Each search is entered.
    """

    verb = "dealers.search"
    answer = serializers.FoundAll

    @extend_schema(parameters=[OpenApiParameter("q", str, description="What to look for; at most 100 letters count.")])
    def get(self, request):
        return super().get(request)

    def record(self, request):
        words = request.query_params.get("q", "").replace("\0", " ").strip()[:LONGEST]
        found = {kind: getattr(finding, kind)(words, request.user) for kind in ("people", "places", "markets")}
        if words:
            trail.enter_search(request.user, self.verb, words, sum(len(each) for each in found.values()))
        return found


urlpatterns = [path("search/", Search.as_view(), name="search")]
