"""Who is meant by what somebody typed."""

from dataclasses import dataclass

from dealers.models import Dealer

MOST = 40


@dataclass(frozen=True)
class Found:
    """Somebody this officer may see, and why the words found him."""

    dealer: Dealer
    why: str


def people(words, officer):
    """Those visible to this officer whom the words may mean, the closest first."""
    rows = Dealer.objects.visible_to(officer).called(words).with_parts(officer)
    return [Found(dealer, "") for dealer in rows[:MOST]]
