from dealers.models import Handle
from dmi.audit.trail import on_the_record


@on_the_record
def log_handle(*, by, dealer, at, platform, name, **told):
    """A name used on a social network or messenger. Refused: the same twice."""
    return Handle.objects.create(dealer=dealer, by=by, at=at, platform=platform, name=name, **told)
