"""The demo's days in court, which letters say, and two people told in person; told beside the plan of the call-in.

Who is visited turned up after the call-in; words, community members and reactions are invented.
"""

from datetime import timedelta
from functools import partial

from callins import services
from callins.models import CustomNotification
from callins.services.approve_exposure import READ
from dealers.cases import services as courts
from dealers.cases.models import Prosecution
from dealers.demo import names_on
from dealers.demo.known import known
from dmi.accounts.demo import officer
from dmi.audit.versions import version
from dmi.diary import Act
from markets.demo import CALL_IN, WEST_END, market

COURT_SITS = timedelta(days=8)  # after the evening, a Friday, at nine in the morning
HEARINGS_SET = "-14 Thu 11:00"
EXPOSURE = (
    "The next sale that we can prove goes to the state’s attorney the same week. A second sale of heroin or fentanyl "
    "can bring up to ten years. Nothing that you tell us today is used for that."
)
VISITED = (
    ("Camille Rousseau-Pratt", "-3 Tue", "-3 Fri 16:20"), ("Emeka Abara", "-1 Tue", "-1 Fri 18:05"),
)  # fmt: skip
HELP = "An appointment at the treatment center this week, and somebody who takes you there."


def set_hearings(calendar, at):
    """The next day in court of each of the seven: their letters say it."""
    sits = calendar.moment(f"{CALL_IN} 09:00") + COURT_SITS
    for name in names_on("call_in"):
        for prosecution in Prosecution.objects.of(known(name)).open():
            courts.set_hearing(
                by=officer("pru"), prosecution=prosecution, next_hearing_at=sits, docket=prosecution.docket,
                counsel=prosecution.counsel, at=at,
            )  # fmt: skip


def diary(calendar):
    at = calendar.moment(HEARINGS_SET)
    yield Act(at, partial(set_hearings, calendar, at))
    yield from visits(calendar)


# Told in person


def visits(calendar):
    """One was told a fortnight ago; one is approved, was not at home, and is still to be told."""
    for number, (name, planned, ends) in enumerate(VISITED):
        for when, act in ((f"{planned} 10:00", plan), (f"{planned} 15:00", approve), (ends, go)):
            at = calendar.moment(when)
            yield Act(at, partial(act, name, number, at))


def plan(name, number, at):
    services.plan_notification(
        by=officer("cora"), market=market(WEST_END), dealer=known(name), officer=officer("ray"),
        why="New since the call-in, seen selling; no case is held yet.", exposure=EXPOSURE, help_offered=HELP,
        community_member="Rev. Alma Teague", at=at,
    )  # fmt: skip


def planned(name):
    return CustomNotification.objects.of(known(name)).open().get()


def approve(name, number, at):
    notification = planned(name)
    services.approve_exposure(by=officer("pru"), notification=notification, seen=version(notification, READ), at=at)


def go(name, number, at):
    """The first was met; at the second door nobody opened."""
    ray, notification = officer("ray"), planned(name)
    if number:
        services.log_notification_attempt(
            by=ray, notification=notification, place="A cousin’s, 18 Baxter Street", note="Nobody opened.", at=at
        )
        return
    services.deliver_notification(
        by=ray, notification=notification, place="Alder Plaza, on the bench by the stop",
        reaction="Listened, took the number of the treatment center, and went on her way.", at=at,
    )  # fmt: skip
