"""The liaison's rounds: of each schedule what its week owes, and in which order the doors are gone to."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from callins import quota
from callins.models import CheckIn, CheckInSchedule, Offer, OfferCondition

HOUSE = re.compile(r"\s*(\d+)\S*\s+([^,]+)")  # “41 Cutler Street, rear” is number 41 of Cutler Street


@dataclass(frozen=True)
class Stop:
    """One person on the rounds, as the day finds the schedule."""

    schedule: CheckInSchedule
    last_week: quota.Week
    week: quota.Week
    overdue_since: date | None
    last_met_on: date | None
    visit_today: CheckIn | None
    no_answer_today: CheckIn | None

    @property
    def is_wanted(self):
        """To be gone to today: the week owes a visit, and today's has not been made."""
        return self.schedule.is_standing and self.visit_today is None and bool(self.week.next_due or self.overdue_since)

    @property
    def urgency(self):
        """The longest overdue first, then who was seen the longest ago; who was never seen counts from the start."""
        return self.overdue_since or date.max, self.last_met_on or self.schedule.from_on


def since(today):
    """From when on visits are looked at: the first minute of last week, by the clocks of the task force."""
    monday = quota.monday_of(today) - timedelta(weeks=1)
    return timezone.make_aware(datetime.combine(monday, time.min))


def with_rounds(schedules, today):
    """Schedules, with everything that a stop is made of."""
    return schedules.with_people().with_visits(since(today))


def stop(schedule, today):
    """From a schedule that `with_rounds` has fetched."""
    met = {timezone.localdate(visit.at) for visit in schedule.recent if visit.is_met}
    monday = quota.monday_of(today)
    last, this = (
        quota.week(met, schedule.times_a_week, schedule.from_on, schedule.until_on, week_of)
        for week_of in (monday - timedelta(weeks=1), monday)
    )
    todays = [visit for visit in schedule.recent if timezone.localdate(visit.at) == today]
    return Stop(
        schedule=schedule, last_week=last, week=this,
        overdue_since=quota.overdue_since(last, this, today) if schedule.is_standing else None,
        last_met_on=timezone.localdate(schedule.last_met_at) if schedule.last_met_at else None,
        visit_today=next((visit for visit in todays if visit.is_met), None),
        no_answer_today=next((visit for visit in todays if not visit.is_met), None),
    )  # fmt: skip


def missed_first(schedules, today):
    """Every schedule as a stop, the longest overdue first."""
    return sorted((stop(schedule, today) for schedule in schedules), key=lambda each: each.urgency)


def unscheduled(officer):
    """Accepted pleas under supervision or inspection whose person nobody visits yet, the longest waiting first."""
    visited = CheckInSchedule.objects.standing().values("dealer")
    supervised = (OfferCondition.Kind.INSPECTION, OfferCondition.Kind.SUPERVISION)
    accepted = Offer.objects.visible_to(officer).filter(state=Offer.State.ACCEPTED, conditions__kind__in=supervised)
    people = accepted.exclude(invitation__dealer__in=visited).select_related("invitation__dealer")
    return people.order_by("answered_at").distinct()


def route(stops):
    """The doors in the order in which one goes to them: street by street, the street with the most urgent person first;
    within a street by house number.
    """
    streets = defaultdict(list)
    for each in stops:
        streets[address(each)[0]].append(each)
    in_order = sorted(streets.values(), key=lambda doors: min(door.urgency for door in doors))
    return [door for doors in in_order for door in sorted(doors, key=address)]


def address(stop):
    """Street and house number of an address as officers write it; what has no number is its own street."""
    where = stop.schedule.where
    house = HOUSE.match(where)
    return (house[2].strip().casefold(), int(house[1])) if house else (where.strip().casefold(), 0)
