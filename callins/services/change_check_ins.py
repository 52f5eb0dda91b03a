from callins.services.visiting import check_condition, check_liaison
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def change_check_ins(*, by, schedule, seen, liaison, where, times_a_week, condition=None):
    """Another liaison, place, number a week or condition; the row history keeps what stood before.

    The number counts at once, for the week that runs. `seen` is the version that the form was filled from. Refused:
    changed meanwhile, a schedule that ended, and what schedule_check_ins refuses.
    """
    hold(schedule)
    if not schedule.is_standing:
        raise RuleBroken(f"These check-ins ended on {schedule.until_on:%-d %B %Y}; schedule them anew.")
    check_unchanged(schedule, seen, schedule.CORRECTED)
    check_liaison(schedule.dealer, liaison)
    if condition != schedule.condition:  # one that stands may have ended with its offer since
        check_condition(schedule.dealer, condition)
    schedule.liaison, schedule.condition = liaison, condition
    schedule.times_a_week, schedule.where = times_a_week, where
    schedule.save()
    return schedule
