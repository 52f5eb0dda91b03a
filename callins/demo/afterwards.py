"""The demo's weeks after the call-in (`afterwards.toml`): most kept their word, two broke it, one is not reached yet.

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
from dmi.diary import Act, Calendar

HERE = Path(__file__).parent
DESK_HOUR = "16:40"  # when what has no hour of its own was entered
NAMED_BEFORE = timedelta(days=6)


def told():
    return tomllib.loads((HERE / "afterwards.toml").read_text())["person"]


def owners(evening):
    """Who stays in touch is named in the week before, as the checklist asks."""
    for number, person in enumerate(told()):
        at = evening - NAMED_BEFORE + timedelta(minutes=3 * number)
        yield Act(at, partial(name_owner, person, evening, at))


def diary(evening, today):
    """What happened until yesterday, of those who were called in that evening."""
    for person in told():
        for act in life_of(person, evening, today):
            if timezone.localdate(act.at) < today:
                yield act


def life_of(person, evening, today):
    for contact in person["contacts"]:
        at = moment(evening, contact["day"], contact["hour"])
        yield Act(at, partial(log_contact, person, contact, evening, at))
    for asked in person["help"]:
        yield from helped(person, asked, evening)
    for word in person["words"]:
        at = Calendar(today).moment(word["at"]) if "at" in word else moment(evening, word["day"])
        yield Act(at, partial(record_word, person, word, evening, at))
    for arrest in person.get("arrests", ()):
        at = moment(evening, arrest["day"] + 1)
        yield Act(at, partial(record_arrest, person, arrest, evening, at))


def helped(person, asked, evening):
    entered = max(asked["asked"], 1)  # what was asked for that evening is entered the day after
    at = moment(evening, entered)
    yield Act(at, partial(ask, person, asked, evening, at))
    if "came" in asked:
        later = moment(evening, max(asked["came"], entered)) + timedelta(minutes=30)
        yield Act(later, partial(deliver, person, asked, evening, later))


def day(evening, days):
    return timezone.localdate(evening) + timedelta(days=days)


def moment(evening, days, hour=DESK_HOUR):
    """On that day after the evening, by the clocks of the task force."""
    return datetime.combine(day(evening, days), time.fromisoformat(hour), timezone.get_current_timezone())


def invitation_of(person, evening):
    return Invitation.objects.standing().about(known(person["called"])).get(call_in__starts_at=evening)


def name_owner(person, evening, at):
    services.assign_follow_up(
        by=officer("cora"), invitation=invitation_of(person, evening), owner=officer(person["owner"]), at=at
    )  # fmt: skip


def log_contact(person, contact, evening, at):
    follow_up = FollowUp.objects.of(invitation_of(person, evening)).get(kind=contact["kind"])
    services.log_follow_up(
        by=officer(person["owner"]), follow_up=follow_up, is_reached=contact["reached"], tried_at=at,
        note=contact.get("note", ""), at=at,
    )  # fmt: skip


def ask(person, asked, evening, at):
    """A place that stood ready that evening, where there is one; else whoever gives it."""
    invitation = invitation_of(person, evening)
    place = invitation.call_in.services.filter(service=asked["service"]).first()
    services.ask_for_service(
        by=officer(person["owner"]), invitation=invitation, service=asked["service"],
        provider=place.provider if place else "", asked_on=day(evening, asked["asked"]), at=at,
    )  # fmt: skip


def deliver(person, asked, evening, at):
    request = ServiceRequest.objects.of(invitation_of(person, evening)).get(service=asked["service"])
    services.deliver_service(
        by=officer(person["owner"]), service_request=request, delivered_on=day(evening, asked["came"]), at=at
    )  # fmt: skip


def record_word(person, word, evening, at):
    services.record_word(
        by=officer(word["by"]), invitation=invitation_of(person, evening), is_kept=word["kept"],
        found_on=timezone.localdate(at), basis=word["basis"], at=at,
    )  # fmt: skip


def record_arrest(person, arrest, evening, at):
    services.record_rearrest(
        by=officer(person["owner"]), invitation=invitation_of(person, evening),
        arrested_on=day(evening, arrest["day"]), offence=arrest["offence"], is_dealing=arrest["dealing"],
        source=arrest["source"], at=at,
    )  # fmt: skip
