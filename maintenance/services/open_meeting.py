from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.agenda import proposed
from maintenance.models import AgendaItem, Meeting


@on_the_record
def open_meeting(*, by, task_force, on, at):
    """This week's meeting, its agenda proposed from what stands and what changed.

    Refused: a second one a week, a day more than a month away.
    """
    if not rules.is_near(on, localdate(at)):
        raise RuleBroken("A meeting is opened within a month of its day; check the date.")
    week_of = rules.week_of(on)
    meeting = Meeting(task_force=task_force, week_of=week_of, held_on=on, recorder=by, opened_at=at)
    before = Meeting.objects.visible_to(by).before(meeting)
    if before and before.is_open:
        raise RuleBroken(f"The {before} is still open; close that one first.")
    meeting.save()
    AgendaItem.objects.bulk_create(proposed(meeting, before, by))
    return meeting
