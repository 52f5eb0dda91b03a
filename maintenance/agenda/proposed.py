"""The agenda of a meeting that is being opened."""

from maintenance import rules
from maintenance.agenda.people import people_to_discuss
from maintenance.agenda.places import places_to_discuss
from maintenance.agenda.pressing import urgency, waiting
from maintenance.models import AgendaItem

Section = AgendaItem.Section


def proposed(meeting, before, officer):
    """Unsaved agenda items, in the order of the meeting, for whatever the officer who opens it may see.

    More than the task force's most are not talked about well: the least pressing are left for the next meeting.
    """
    since = before.closed_at if before else None
    starts_on = rules.valid_from(meeting.week_of)
    found = [
        *people_to_discuss(meeting, before, since, starts_on, officer),
        *places_to_discuss(meeting, before, since, starts_on, officer),
    ]
    order = list(Section)
    found.sort(key=lambda point: (order.index(point[0].section), str(point[0])))
    leave_the_rest(found, meeting.task_force.most_points)
    items = [item for item, _ in found]
    for position, item in enumerate(items, start=1):
        item.position = position
    return items


def leave_the_rest(found, most):
    for place in waiting([urgency(reasons) for _, reasons in found], most):
        found[place][0].section = Section.LATER
