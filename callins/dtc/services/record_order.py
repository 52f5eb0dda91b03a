from django.utils.timezone import localdate

from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_order(*, by, entry, order, at):
    """What the court ordered, by its clerk; he may put it right, the history keeps what it said before.

    Refused: before the session's day.
    """
    hold(entry)
    if localdate(at) < entry.session.day:
        raise RuleBroken(f"The court sits on {said_day(entry.session.day)}; record then what it ordered.")
    entry.order = order
    entry.save()
    return entry
