"""The words of searches, by JSON."""

from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.audit.filters import SearchFilter
from dmi.audit.models import SearchWords
from dmi.audit.serializers import SearchLine


class ViewSearches(Listing):
    """Who searched for what, newest first; the words are kept for so many days as the task force has set."""

    verb = "audit.view_searches"
    answer = SearchLine
    ordering = ("-id",)
    filters = SearchFilter

    def rows(self, officer):
        return SearchWords.objects.visible_to(officer)

    def looked_at(self, request, rows):
        if words := request.query_params.get("words", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            trail.enter(request.user, self.verb, trail.Outcome.READ)
