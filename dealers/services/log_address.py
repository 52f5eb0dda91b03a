from dealers.models import Address
from dmi.audit.trail import on_the_record


@on_the_record
def log_address(*, by, dealer, line, at, **facts):
    """Where somebody lives, stays or works. Refused: no street, the same twice."""
    return Address.objects.create(dealer=dealer, line=line, by=by, at=at, **facts)
