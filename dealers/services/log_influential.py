from dealers.models import Influential
from dmi.audit.trail import on_the_record


@on_the_record
def log_influential(*, by, dealer, name, relation, at, **facts):
    """Someone whose word counts with the dealer and who can help: NOT A SUSPECT. Refused: the same person twice."""
    return Influential.objects.create(dealer=dealer, name=name, relation=relation, by=by, at=at, **facts)
