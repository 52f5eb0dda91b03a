"""Who is meant by what somebody typed."""

from dataclasses import dataclass
from itertools import groupby

from dealers.models import Dealer
from dealers.search.asked import asked
from dealers.search.entries import named_in_entries
from dealers.search.hits import FAR, NEAR, ranked
from dealers.search.why import why

MOST = 40
FEW = 6
SHORTEST = 2  # letters; one letter is everybody


@dataclass(frozen=True)
class Found:
    """Somebody this officer may see, and why the words found him."""

    dealer: Dealer
    why: str


def people(words, officer):
    """Those visible to this officer whom the words may mean, the closest first, then those named in entries."""
    words = words.replace("\0", " ")  # PostgreSQL takes no NUL
    reasons = known_by(words, officer, MOST)
    if len(words.strip()) > SHORTEST:
        for dealer_id, reason in named_in_entries(words, officer):
            reasons.setdefault(dealer_id, reason)
    return shown(reasons, officer)


def suggested(words, officer):
    """The first few while somebody types: by what they are known, not by entries."""
    return shown(known_by(words, officer, FEW), officer)


def ids(words, officer, most=500):
    """Whose names and numbers the words fit, the closest first: to narrow a list."""
    return list(known_by(words, officer, most))


def known_by(words, officer, most):
    """Dealer's id -> why, of those whom every part of what was asked fits; else every part but one; else from afar."""
    wanted = asked(words)
    if len(words.strip()) < SHORTEST or not wanted.parts:
        return {}
    rows = Dealer.objects.visible_to(officer)
    for ways, parts in attempts(wanted.parts):
        if hits := ranked(wanted, rows, ways=ways, parts=parts, most=most):
            return {
                dealer_id: why([hit[1:] for hit in his], wanted.typed)
                for dealer_id, his in groupby(hits, key=lambda hit: hit[0])
            }
    return {}


def attempts(parts):
    yield NEAR, parts
    yield FAR, parts
    if parts > 1:
        yield NEAR, parts - 1


def shown(reasons, officer):
    dealers = Dealer.objects.visible_to(officer).with_parts(officer).in_bulk(list(reasons))
    return [Found(dealers[key], reason) for key, reason in reasons.items() if key in dealers]
