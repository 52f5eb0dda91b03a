"""The coming meetings and sheets of a task force, beside those that were held already."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from maintenance import cadence
from maintenance.models import Meeting

TURNS = 8


def coming(task_force, today, count=TURNS):
    """This week's meeting and the next ones, counted from the last: that there was one is nobody's secret."""
    every = task_force.meets_every_days
    last = Meeting.objects.filter(task_force=task_force).values_list("week_of", flat=True).first()
    zone = ZoneInfo(task_force.time_zone)
    first = cadence.first_week(last, every, today)
    return cadence.turns(first, every, task_force.meets_on, task_force.meets_at, zone, count)


def with_meetings(turns, officer):
    """Each turn with its meeting, where it was opened and this officer may see it."""
    meetings = Meeting.objects.visible_to(officer).filter(week_of__in=[turn.week_of for turn in turns])
    opened = {meeting.week_of: meeting for meeting in meetings.prefetch_related("hot_sheets")}
    return [(turn, opened.get(turn.week_of)) for turn in turns]


def after(meeting):
    """The turn that follows this meeting."""
    force = meeting.task_force
    week = meeting.week_of + timedelta(days=force.meets_every_days)
    zone = ZoneInfo(force.time_zone)
    return cadence.turns(week, force.meets_every_days, force.meets_on, force.meets_at, zone, 1)[0]
