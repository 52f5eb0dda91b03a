from dealers.services.log_dealer import log_dealer
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def promote_tip(*, by, tip, facts, at, **said):
    """The tip is about somebody new, and there is a predicate now: a draft as `log_dealer` makes it.

    Refused: a tip promoted already, the tip's own words for a predicate, whatever `log_dealer` refuses.
    """
    hold(tip)
    refuse_promoted(tip)
    if " ".join(facts.split()) == " ".join(tip.narrative.split()):
        raise RuleBroken("A tip alone is no predicate; say what you saw or checked that bears it out.")
    dealer = log_dealer(by=by, facts=facts, at=at, **said)
    tip.promoted_to = dealer
    tip.save()
    return dealer


def refuse_promoted(tip):
    if not tip.is_open:
        raise RuleBroken("This tip was promoted already; what came of it stands in the dossier.")
