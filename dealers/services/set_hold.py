from dealers.models import LegalHold
from dmi.audit.trail import hold, on_the_record


@on_the_record
def set_hold(*, by, dealer, because, at):
    """The record is kept as it stands, whatever its schedule: no removal takes it while one hold stands.

    A second hold for another reason stands beside the first. Held here, so that a removal waits for it or it fails.
    """
    hold(dealer)
    return LegalHold.objects.create(dealer=dealer, because=because, by=by, at=at)
