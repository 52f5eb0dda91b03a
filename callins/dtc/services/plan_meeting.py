from callins.dtc.models import Meeting
from callins.dtc.models.meeting import weekly
from callins.dtc.services.attending import check_free, check_year
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

MOST_WEEKS = 26  # half a year: the length of the program, and no slip of a key fills a decade


@on_the_record
def plan_meeting(*, by, starts_at, place, led_by, at, weeks=1):
    """One meeting, or one every week at the same hour by the clock for so many weeks; the first one comes back.

    One that was held and never planned is entered afterwards. Refused: an hour that is taken, a year that is mistyped,
    more than 26 weeks at once.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise RuleBroken(f"Plan between one and {MOST_WEEKS} weeks at once.")
    moments = weekly(starts_at, weeks)
    check_year(starts_at, at)
    check_free(moments)
    planned = Meeting.objects.bulk_create(
        Meeting(starts_at=moment, place=place, led_by=led_by, by=by, at=at) for moment in moments
    )
    return planned[0]
