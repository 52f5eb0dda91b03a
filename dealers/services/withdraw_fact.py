from dealers.models import Alias, Involvement
from dealers.services.facts import check_stands, name_anew
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def withdraw_fact(*, by, dealer, fact, because, at):
    """What proved wrong leaves every page, card, sheet and search; the history keeps it, and the reason.

    Refused: one withdrawn already, the only name, the only part in a market that the officer works.
    """
    hold(dealer)
    hold(fact)
    check_stands(fact, dealer)
    fact.withdrawn_at, fact.withdrawn_because = at, because
    fact.save()
    if isinstance(fact, Alias):
        name_anew(dealer)
    if isinstance(fact, Involvement):
        check_is_found(dealer, by)
    return fact


def check_is_found(dealer, by):
    """Who works a market learns nothing here of parts in others."""
    if not dealer.involvements.standing().known_to(by).exists():
        raise RuleBroken(
            "This is the only part in a market you work; without it nobody there would find the record. Correct it, or "
            "log the right part first."
        )
