from dealers.models import Alias
from dmi.audit.trail import on_the_record


@on_the_record
def log_alias(*, by, dealer, name, at, **told):
    """Another street name. Refused: the same twice, in whatever capitals."""
    return Alias.objects.create(dealer=dealer, name=name, by=by, at=at, **told)
