"""The demo's people: who they are, what was seen of them, how they belong together. All of them are invented.

`people.toml` is the cast, `entries.csv` what officers saw, `ties.csv` who belongs to whom, `facts.csv` by what else
they are known, `parts.csv` how supply comes in and who uses, `supervision.toml` who is under supervision, `told.toml`
tips and the jail's list.
"""

import csv
import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile

from dealers import services
from dealers.demo import declared, facts, lists, parts, supervision, told
from dealers.demo.known import known
from dealers.models import Dealer
from dealers.portraits import portrait_jpeg
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import WEST_END, market

HERE = Path(__file__).parent
SUPERVISORS = ("sal", "sue")
AS_TOLD = ("area", "origin", "vehicle", "plate", "place", "sex", "marks")
READING_TIME = timedelta(days=2)  # from the draft to its approval


def cast():
    return tomllib.loads((HERE / "people.toml").read_text())["dealer"]


def rows(name):
    with (HERE / name).open(newline="") as file:
        yield from csv.DictReader(file)


def names_on(track):
    """Who goes which way, by what pages call them: federal, state or call_in."""
    return [called(person) for person in cast() if person.get("track") == track]


def called(person):
    return f"{person['first']} {person['last']}" if "last" in person else f"“{person['street']}”"


def diary(calendar):
    for number, person in enumerate(cast()):
        yield from life_of(person, SUPERVISORS[number % 2], calendar)
    for entry in rows("entries.csv"):
        seen_at = calendar.moment(entry["seen"])
        logged_at = seen_at + timedelta(minutes=len(entry["narrative"]) // 6)  # as long as it takes to write
        yield Act(logged_at, partial(log_observation, entry, seen_at, logged_at))
    for tie in rows("ties.csv"):
        at = calendar.moment(tie["on"])
        first_seen_on = calendar.day(tie["first"]) if tie["first"] else None
        yield Act(at, partial(log_tie, tie, first_seen_on, at))
    yield from facts.diary(calendar)
    yield from parts.diary(calendar)
    yield from supervision.diary(calendar)
    yield from told.diary(calendar)
    yield from declared.diary(calendar)
    yield from lists.diary(calendar)


# One person


def life_of(person, supervisor, calendar):
    """The draft, and what became of it; the dangers as they became known."""
    logged_at = calendar.moment(person["logged"])
    yield Act(logged_at, partial(log_dealer, person, calendar, logged_at))
    if person.get("state") == "returned":
        yield Act(calendar.moment(person["returned"]), partial(return_draft, person))
    elif "state" not in person:
        yield from approved_life_of(person, supervisor, calendar, logged_at + READING_TIME)


def approved_life_of(person, supervisor, calendar, at):
    by = supervisor if person.get("market", WEST_END) == WEST_END else "sue"
    yield Act(at, partial(approve, person, by, at))
    if "photo" in person:
        taken_on = calendar.day(person["photo"])
        shown_at = max(at, calendar.moment(f"{person['photo']} 18:00"))
        yield Act(shown_at, partial(add_photo, person, taken_on, shown_at))
    for kind, source, day in person.get("cautions", []):
        noted_at = max(at, calendar.moment(f"{day} 23:30"))
        noted_on = calendar.day(day)
        yield Act(noted_at, partial(log_caution, person, kind, report(source, noted_on), noted_on, noted_at))


def log_dealer(person, calendar, at):
    reliability, validity = person["grade"]
    told = {name: person[name] for name in AS_TOLD if name in person}
    services.log_dealer(
        by=officer(person["by"]), market=market(person.get("market", WEST_END)), role=person["role"], at=at,
        seen_at=calendar.moment(person["seen"]), facts=person["facts"].strip(), reliability=reliability,
        validity=validity, first_name=person.get("first", ""), last_name=person.get("last", ""),
        street_name=person["street"], date_of_birth=born(person, calendar.today),
        height_inches=person.get("height"), weight_pounds=person.get("weight"),
        source_reference=report(person.get("source", ""), at), **told,
    )  # fmt: skip


def born(person, today):
    if "age" not in person:
        return None
    month, day = map(int, person["birthday"].split("-"))
    return today.replace(year=today.year - person["age"], month=month, day=day)


def report(source, on):
    """Reports are numbered within their year; a caution may come from an officer instead."""
    return f"{on:%y}-{source}" if source.isdigit() else source


def approve(person, by, at):
    services.approve_predicate(by=officer(by), dealer=person_on_record(person), is_lawfully_acquired=True, at=at)


def return_draft(person):
    services.return_draft(by=officer("sal"), dealer=person_on_record(person), because=person["because"].strip())


def add_photo(person, taken_on, at):
    """A drawn face: the demo shows nobody."""
    name = called(person)
    picture = ContentFile(portrait_jpeg(person["face"], woman=person["sex"] == "F"), f"{name}.jpg")
    services.add_photo(
        by=officer(person["by"]), dealer=person_on_record(person), photo=picture, taken_on=taken_on, at=at,
        source="Drawn for the demo", reliability="A", validity="1",
    )  # fmt: skip


def log_caution(person, kind, source, noted_on, at):
    reliability, validity = person["grade"]
    services.log_caution(
        by=officer(person["by"]), dealer=person_on_record(person), kind=kind, source=source, noted_on=noted_on, at=at,
        reliability=reliability, validity=validity,
    )  # fmt: skip


def person_on_record(person):
    return Dealer.objects.get(known_as=called(person))


# What was seen, and who belongs to whom


def log_observation(entry, seen_at, logged_at):
    people = [known(name) for name in entry["people"].split("; ")]
    reliability, validity = entry["grade"]
    services.log_observation(
        by=officer(entry["by"]), market=people[0].involvements.get().market, dealers=people, seen_at=seen_at,
        place=entry["place"], narrative=entry["narrative"], reliability=reliability, validity=validity,
        source_number=entry["source_number"], at=logged_at,
    )  # fmt: skip


def log_tie(tie, first_seen_on, at):
    reliability, validity = tie["grade"]
    services.log_tie(
        by=officer(tie["by"]), dealer=known(tie["dealer"]), other=known(tie["other"]), kind=tie["kind"],
        strength=int(tie["strength"]), first_seen_on=first_seen_on, seen_on=at.date(), basis=tie["basis"],
        reliability=reliability, validity=validity, at=at,
    )  # fmt: skip
