from dealers.models import Supervision
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_supervision(
    *, by, dealer, kind, supervising_officer, from_on, source, reliability, validity, at, phone="", until_on=None
):
    """Under whose supervision somebody is, and until when. Refused: the same kind twice at once, an end before it."""
    hold(dealer)
    refuse_twice_at_once(Supervision.objects.of(dealer).of_kind(kind).overlapping(from_on, until_on))
    return Supervision.objects.create(
        dealer=dealer, kind=kind, supervising_officer=supervising_officer, phone=phone, from_on=from_on,
        until_on=until_on, source=source, reliability=reliability, validity=validity, by=by, at=at,
    )  # fmt: skip


def refuse_twice_at_once(running):
    """`running`: those of the same person and kind on any day between its first and its last."""
    if other := running.first():
        raise RuleBroken(f"{other} is on record already since {other.from_on:%-d %b %Y}; end that one first.")
