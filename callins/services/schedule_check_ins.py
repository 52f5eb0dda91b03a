from callins.models import CheckInSchedule
from callins.models.check_in import TIMES_A_WEEK
from callins.services.visiting import check_condition, check_liaison
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def schedule_check_ins(*, by, dealer, liaison, where, from_on, times_a_week=TIMES_A_WEEK, condition=None, at):
    """A liaison visits this person so many times a week from that day on, without an end. [CS]

    `condition` is that of the plea under which the residence may be inspected, where there is one. Refused: somebody
    who is not on file; a liaison who answers for the case or the record; another's condition; a second schedule.
    """
    if not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is not on file; check-ins are for people whose record a supervisor approved.")
    check_liaison(dealer, liaison)
    check_condition(dealer, condition)
    return CheckInSchedule.objects.create(
        dealer=dealer, liaison=liaison, condition=condition, times_a_week=times_a_week, where=where, from_on=from_on,
        by=by, at=at,
    )  # fmt: skip
