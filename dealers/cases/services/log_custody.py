from django.utils.timezone import localtime

from dealers.cases.models import CustodyEvent
from dealers.services.facts import check_moment
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_custody(*, by, exhibit, given_to, why, at, place="", happened_at=None):
    """The exhibit changed hands: from whoever had it last, so that the chain has no gap. Nothing of it is ever changed.

    Refused: a moment to come or before 1900, one before the last change of hands.
    """
    check_moment("happened_at", happened_at)
    hold(exhibit)
    happened_at = happened_at or at
    last = exhibit.last_event
    if happened_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    if happened_at < last.happened_at:
        raise RuleBroken(
            f"{last.given_to} has had it since {localtime(last.happened_at):%-d %b %Y, %H:%M}; check day and time."
        )
    return CustodyEvent.objects.create(
        exhibit=exhibit, given_by=last.given_to, given_to=given_to, place=place, why=why, happened_at=happened_at,
        by=by, at=at,
    )  # fmt: skip
