from dealers.services.facts import correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_influential(*, by, dealer, influential, seen, at, **facts):
    """Someone who can help, as now known. Refused: changed or withdrawn meanwhile."""
    return correct(influential, dealer=dealer, seen=seen, by=by, at=at, **facts)
