from django.utils.timezone import localdate

from dealers.models import Tip
from dealers.sources import refuse_name
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_tip(*, by, market, narrative, received_on, reliability, validity, at, about="", place="", source_number=""):
    """What somebody told and nobody proved. Kept apart, and not for long. Refused: a day to come, a source's name."""
    if received_on > localdate(at):
        raise RuleBroken("This day is still to come; give the day on which it was told.")
    refuse_name(source_number)
    return Tip.objects.create(
        market=market, narrative=narrative, received_on=received_on, reliability=reliability, validity=validity,
        about=about, place=place, source_number=source_number, by=by, at=at,
    )  # fmt: skip
