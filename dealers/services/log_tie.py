from django.utils.timezone import localdate

from dealers.models import Tie
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_tie(
    *, by, dealer, other, kind, seen_on, basis, reliability, validity, at, strength=1, first_seen_on=None
):  # fmt: skip
    """Two dealers belong together; where the kind has a direction it goes from `dealer` to `other`.

    Refused: a dealer tied to itself, the same tie twice, a day to come, one first seen after it was last seen.
    """
    if dealer.pk == other.pk:
        raise RuleBroken("A tie joins two different dealers.")
    if seen_on > localdate(at):
        raise RuleBroken("This day is still to come; give the day they were last seen so.")
    tie = Tie.between(
        dealer, other, kind=kind, first_seen_on=first_seen_on, seen_on=seen_on, strength=strength, basis=basis,
        reliability=reliability, validity=validity, by=by, logged_at=at,
    )  # fmt: skip
    tie.save()
    return tie
