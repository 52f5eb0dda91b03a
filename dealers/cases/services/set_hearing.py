from datetime import timedelta

from dealers.cases.services.add_charge import refuse_ended
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

FARTHEST = timedelta(days=3653)  # no court sets a hearing ten years ahead; near the year 10000 no page could read it


@on_the_record
def set_hearing(*, by, prosecution, next_hearing_at, at, docket="", counsel=""):
    """When the court sits next, under which docket, and who defends.

    Refused: a moment passed or ten years ahead, after the outcome, a docket taken away.
    """
    hold(prosecution)
    refuse_ended(prosecution)
    if next_hearing_at and next_hearing_at < at:
        raise RuleBroken("This hearing has passed; give the next one, or leave it empty.")
    if next_hearing_at and next_hearing_at - at > FARTHEST:
        raise RuleBroken("This hearing lies more than ten years ahead; check the day.")
    if prosecution.docket and not docket:
        raise RuleBroken(f"The docket is {prosecution.docket}; correct it, but do not leave it empty.")
    prosecution.next_hearing_at, prosecution.docket, prosecution.counsel = next_hearing_at, docket, counsel
    prosecution.save(update_fields=["next_hearing_at", "docket", "counsel"])
    return prosecution
