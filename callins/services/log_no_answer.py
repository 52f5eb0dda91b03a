from callins.models import CheckIn
from callins.services.visiting import AGAIN, builds_the_case, check_moment
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_no_answer(*, by, schedule, at):
    """At the door, and nobody opened. Tapped again within minutes, it is the same attempt.

    Refused: a schedule that has ended or not begun, an officer who builds this person's case.
    """
    hold(schedule)
    check_moment(schedule, at, at)
    if builds_the_case(by, schedule.dealer):
        raise RuleBroken("You answer for the case or the record of this person; somebody else makes the check-in.")
    attempts = CheckIn.objects.of(schedule).unanswered().by_officer(by)
    before = attempts.filter(at__range=(at - AGAIN, at)).first()
    return before or CheckIn.objects.create(schedule=schedule, is_met=False, place=schedule.where, by=by, at=at)
