"""Who is told of, and where each is found once there is a file."""

import tomllib
from pathlib import Path

from callins.dtc.models import Enrolment, Participant
from dmi.accounts.demo import officer

TOLD = Path(__file__).parent / "participants.toml"
TEAM, CLERK, PROSECUTOR, LIAISON = "tess", "clem", "pru", "liv"


def everybody():
    return tomllib.loads(TOLD.read_text())["person"]


def admitted():
    return [person for person in everybody() if "enrolled" in person]


def tess():
    return officer(TEAM)


def participant_of(person):
    return Participant.objects.get(last_name=person["last"], first_name=person["first"])


def enrolment_of(person):
    return Enrolment.objects.of(participant_of(person)).get()


def ends_on(person, calendar):
    """The day on which somebody left the program; None for who is in it."""
    kinds = {each["kind"]: each["on"] for each in person.get("decided", ())}
    left = kinds.get("graduate") or kinds.get("terminate")
    return calendar.day(left) if left else None
