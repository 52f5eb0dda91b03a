from dealers.services.facts import correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_address(*, by, dealer, address, seen, at, **facts):
    """An address, or since when it is none. Refused: changed or withdrawn meanwhile, an end to come."""
    return correct(address, dealer=dealer, seen=seen, by=by, at=at, **facts)
