from dealers.services.facts import correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_handle(*, by, dealer, handle, seen, at, **facts):
    """A handle, or since when it is none. Refused: changed or withdrawn meanwhile, an end to come."""
    return correct(handle, dealer=dealer, seen=seen, by=by, at=at, **facts)
