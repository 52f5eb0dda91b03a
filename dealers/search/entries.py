"""Who is named in an entry, or entered on a predicate, whose text holds what was typed."""

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import BooleanField, F, Prefetch, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.utils.timezone import localtime

from dealers.models import Dealer, Observation, Predicate

MOST = 20
SNIPPET = {"config": "english", "start_sel": "", "stop_sel": "", "max_words": 16, "min_words": 8}
OBSERVED = "to_tsvector('english', narrative || ' ' || place)"  # as the indexes of migration 0005 have them
STATED = "to_tsvector('english', facts)"


def named_in_entries(text, officer):
    """(dealer's id, why) of entries and predicates this officer may read, the latest entry first."""
    people = Prefetch("dealers", Dealer.objects.visible_to(officer).only("pk"), to_attr="people")
    told = Concat("narrative", Value(" · "), "place")
    entries = holding(Observation.objects.visible_to(officer), OBSERVED, told, text)
    for entry in entries.prefetch_related(people)[:MOST]:
        for dealer in entry.people:
            yield dealer.pk, f"named in an entry of {localtime(entry.seen_at):%-d %b %Y}: “{entry.snippet.strip(' ·')}”"
    for predicate in holding(Predicate.objects.visible_to(officer), STATED, F("facts"), text)[:MOST]:
        yield predicate.dealer_id, f"entered on these facts: “{predicate.snippet}”"


def holding(rows, vector, told, text):
    """Those of the rows whose text holds what a web search of these words would find, with the place where it does."""
    holds = f"{vector} @@ websearch_to_tsquery('english', %s)"
    found = RawSQL(holds, (text,), BooleanField())  # noqa: S611  `vector` is a constant of ours; the words go as %s
    query = SearchQuery(text, search_type="websearch", config="english")
    return rows.filter(found).annotate(snippet=SearchHeadline(told, query, **SNIPPET))
