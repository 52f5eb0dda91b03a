"""The demo's weeks after the call-in (`afterwards.toml`): most kept their word, one broke it, one is not reached yet.

The evening itself is told elsewhere; this begins with who stays in touch and counts its days from it.
"""

import tomllib
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from django.utils import timezone

from callins import services
from callins.models import FollowUp, Invitation, ServiceRequest
from dealers.demo.known import known
from dmi.accounts.demo import officer
from dmi.diary import Act

HERE = Path(__file__).parent
DESK_HOUR = time(16, 40)  # when what has no hour of its own was entered
NAMED_BEFORE = timedelta(days=6)


def told():
    return tomllib.loads((HERE / "afterwards.toml").read_text())["person"]


def owners(evening):
    """Who stays in touch is named in the week before, as the checklist asks."""
    for number, person in enumerate(told()):
        at = evening - NAMED_BEFORE + timedelta(minutes=3 * number)
        yield Act(at, partial(name_owner, person, at))


def diary(evening, today):
    """What happened until yesterday, of those who were called in that evening."""
    for person in told():
        for act in life_of(person, evening):
            if timezone.localdate(act.at) < today:
                yield act


def life_of(person, evening):
    for contact in person.get("contacts", ()):
        at = moment(evening, contact["day"], contact["at"])
        yield Act(at, partial(log_contact, person, contact, at))
    for asked in person.get("help", ()):
        yield from helped(person, asked, evening)
    for word in person.get("words", ()):
        at = moment(evening, word["day"])
        yield Act(at, partial(record_word, person, word, at))
    for arrest in person.get("arrests", ()):
        at = moment(evening, arrest["day"] + 1)
        yield Act(at, partial(record_arrest, person, arrest, at))


def helped(person, asked, evening):
    at = moment(evening, asked["asked"] or 1)  # what was asked for that evening is entered the day after
    on = day(evening, asked["asked"])
    yield Act(at, partial(ask, person, asked["service"], on, at))
    if "came" in asked:
        came_on, later = day(evening, asked["came"]), moment(evening, max(asked["came"], 1)) + timedelta(minutes=30)
        yield Act(later, partial(deliver, person, asked["service"], came_on, later))


def day(evening, days):
    return timezone.localdate(evening) + timedelta(days=days)


def moment(evening, days, clock=None):
    """On that day after the evening, by the clocks of the task force."""
    hour = time.fromisoformat(clock) if clock else DESK_HOUR
    return datetime.combine(day(evening, days), hour, timezone.get_current_timezone())


def invitation_of(person):
    return Invitation.objects.standing().about(known(person["called"])).latest("at")


def name_owner(person, at):
    services.assign_follow_up(
        by=officer("cora"), invitation=invitation_of(person), owner=officer(person["owner"]), at=at
    )  # fmt: skip


def log_contact(person, contact, at):
    follow_up = FollowUp.objects.of(invitation_of(person)).get(kind=contact["kind"])
    services.log_follow_up(
        by=officer(person["owner"]), follow_up=follow_up, is_reached=contact["reached"], tried_at=at,
        note=contact.get("note", ""), at=at,
    )  # fmt: skip


def ask(person, service, on, at):
    """A place that stood ready that evening, where one is left; else whoever gives it."""
    invitation = invitation_of(person)
    place = invitation.call_in.services.filter(service=service).first()
    services.ask_for_service(
        by=officer(person["owner"]), invitation=invitation, service=service, provider=place.provider if place else "",
        asked_on=on, at=at,
    )  # fmt: skip


def deliver(person, service, on, at):
    asked = ServiceRequest.objects.of(invitation_of(person)).get(service=service)
    services.deliver_service(by=officer(person["owner"]), service_request=asked, delivered_on=on, at=at)


def record_word(person, word, at):
    what_broke_it = {"kind": word["kind"], "happened_at": at - timedelta(hours=5)} if "kind" in word else {}
    services.record_word(
        by=officer(word["by"]), invitation=invitation_of(person), is_kept=word["kept"],
        found_on=timezone.localdate(at), basis=word["basis"], at=at, **what_broke_it,
    )  # fmt: skip


def record_arrest(person, arrest, at):
    services.record_rearrest(
        by=officer(person["owner"]), invitation=invitation_of(person),
        arrested_on=timezone.localdate(at) - timedelta(days=1), offence=arrest["offence"],
        is_dealing=arrest["dealing"], source=arrest["source"], at=at,
    )  # fmt: skip
