from dealers.services.facts import correct
from dmi.audit.trail import hold, on_the_record


@on_the_record
def correct_alias(*, by, dealer, alias, seen, name, at, **told):
    """A street name; pages that call the person by it follow. Refused: changed or withdrawn meanwhile."""
    hold(dealer)
    was = alias.name
    correct(alias, dealer=dealer, seen=seen, by=by, at=at, name=name, **told)
    if dealer.known_as == f"“{was}”":
        dealer.rename(name)
        dealer.save()
    return alias
