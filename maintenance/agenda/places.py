"""Which places the CRT should talk about."""

from collections import defaultdict
from datetime import timedelta

from django.utils.timezone import localdate

from maintenance.agenda.before import counted, decisions_about, point, put_off, why_it_stands
from maintenance.agenda.pressing import Press, Reason
from maintenance.models import AgendaItem
from markets.models import CodeCase, HotPlace, Incident, Promise

SOON_DAYS = 7  # task force policy: what an owner owes by the next meeting is talked about at this one


def places_to_discuss(meeting, before, since, starts_on, officer):
    """Each as (unsaved point, its reasons). A fixed number of questions to the database."""
    standing = decisions_about("hot_place", meeting)
    told = put_off("hot_place", before), reported(since, officer), owed(meeting.held_on, officer)
    for place in HotPlace.objects.visible_to(officer):
        decision = standing.get(place.pk)
        reasons = [*why_it_stands(decision, starts_on), *why_it_is_new(place, since)]
        reasons += [reason for by_place in told for reason in by_place.get(place.pk, [])]
        if reasons:
            yield point(meeting, reasons, section=AgendaItem.Section.PLACE, decision=decision, hot_place=place)


def why_it_is_new(place, since):
    is_new = since is None or place.logged_on >= localdate(since)
    return [Reason(Press.NEW, "Logged since the last meeting")] if is_new else []


def reported(since, officer):
    """Reports and calls from the address itself since the last meeting, by place. To a first meeting all is new."""
    if since is None:
        return {}
    numbers = Incident.objects.visible_to(officer).at_places_since(localdate(since))
    return {
        place: [Reason(Press.SEEN, f"{counted(number, 'report or call', 'reports and calls')} since the last meeting")]
        for place, number in numbers
    }


def owed(on, officer):
    """What owners promised or were ordered to do, broken or due by the next meeting, by place."""
    soon = on + timedelta(days=SOON_DAYS)
    found = defaultdict(list)
    for promise in Promise.objects.visible_to(officer).due_before(soon):
        found[promise.hot_place_id].append(Reason(Press.EVENT, f"Owner’s promise due {promise.due_on:%a %-d %b}"))
    for case in CodeCase.objects.visible_to(officer).due_before(soon):
        found[case.hot_place_id].append(Reason(Press.EVENT, f"Code order due {case.comply_by:%a %-d %b}"))
    return found
