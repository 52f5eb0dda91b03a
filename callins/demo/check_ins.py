"""The demo's check-ins: from the second day after the call-in on the liaison visits three of those who agreed.

Doors and words are invented. One person has not been seen for nine days: the missed list is not empty.
"""

from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from callins import services
from callins.models import CheckInSchedule, Offer, OfferCondition
from dmi.accounts.demo import officer
from dmi.diary import Act

COORDINATOR, LIAISON = "cora", "liv"
DOORS = ("14 Library Lane", "31 Library Lane, rear stairs", "9 Baxter Street")
FORGOTTEN, FORGOTTEN_DAYS = 2, 9  # which of the three, and for how long
DAYS = ((0, 2, 4), (1, 3, 5), (0, 3, 5))  # of the week, by door
SAID = (
    {"wellbeing": "good", "support": ["work"]},
    {"wellbeing": "unsure", "support": ["housing", "family"], "support_said": "A ride to the housing office"},
    {"wellbeing": "good"},
    {"wellbeing": "bad", "support": ["health"], "support_said": "Called his sister with him"},
    {"wellbeing": "good", "support": ["legal"]},
)
INSPECTED = {"basis": "condition", "present": "Alone", "findings": "Kitchen, bedroom, bath: nothing."}
BY_CONSENT = {"basis": "consent", "basis_said": "the mother, who rents it", "findings": "Nothing."}


def diary(calendar, evening):
    """What follows the call-in of that day; the visits end with yesterday, so that today has its route."""
    begins = evening + timedelta(days=2)
    yield Act(at(begins, time(9)), partial(schedule, begins))
    for door, weekdays in enumerate(DAYS):
        until = calendar.today - timedelta(days=FORGOTTEN_DAYS if door == FORGOTTEN else 1)
        for number in range((until - begins).days + 1):
            day = begins + timedelta(days=number)
            if day.weekday() in weekdays:
                moment = at(day, time(10 + 3 * door, 11 * (day.day % 5)))
                yield Act(moment, partial(visit, door, number, moment))


def at(day, clock):
    return datetime.combine(day, clock, timezone.get_current_timezone())


def schedule(begins):
    """The first three who accepted, by name."""
    people = [offer.invitation.dealer for offer in accepted()[: len(DOORS)]]
    for dealer, where in zip(people, DOORS, strict=False):
        services.schedule_check_ins(
            by=officer(COORDINATOR), dealer=dealer, liaison=officer(LIAISON), where=where, from_on=begins,
            condition=OfferCondition.objects.allowing_inspections().binding(dealer).first(), at=at(begins, time(9)),
        )  # fmt: skip


def accepted():
    offers = Offer.objects.filter(state=Offer.State.ACCEPTED, invitation__call_in__form="plea")
    return offers.select_related("invitation__dealer").order_by("invitation__dealer__last_name")


def visit(door, number, moment):
    by, scheduled = officer(LIAISON), CheckInSchedule.objects.standing().filter(where=DOORS[door]).first()
    if scheduled is None:
        return
    if number % 9 == 5:
        services.log_no_answer(by=by, schedule=scheduled, at=moment)
        return
    said = SAID[(number + door) % len(SAID)] | inspected(scheduled, number)
    services.log_check_in(by=by, schedule=scheduled, at=moment, **said)


def inspected(scheduled, number):
    """Now and then, under the plea where it says so, else with the word of whoever rents the place."""
    if number % 6:
        return {}
    return INSPECTED if scheduled.allows_inspections else BY_CONSENT
