"""A file, the consents that are signed before anything is told, and the admission."""

from datetime import timedelta
from functools import partial

from callins.dtc import inward, services
from callins.dtc.demo.people import LIAISON, PROSECUTOR, everybody, participant_of, tess
from dmi.accounts.demo import officer
from dmi.diary import Act

MINUTE = timedelta(minutes=1)
A_YEAR = timedelta(days=365)
SOON = timedelta(days=9)
BY_THE_TEAM = {"discloser": "Alder County Treatment Court team"}
JUSTICE = {"rule": "2.35", "revocable_from": "Final disposition of the case", "is_to_court": True}
CONSENTS: dict[str, dict] = {
    "status": JUSTICE | {
        "scope": "status", "recipients": "Alder County Treatment Court; Pru Castellan, deputy state’s attorney",
        "purpose": "To tell court and prosecutor whether the plea is kept",
    },
    "docket": JUSTICE | {
        "scope": "docket", "recipients": "Alder County Treatment Court: the judge and the clerk at the session",
        "purpose": "For the weekly session",
    },
    "course": {
        "rule": "2.31", "scope": "course", "recipients": "Ofc. Liv Lund, liaison",
        "purpose": "So that she asks on the right day and drives to the meeting",
    },
    "contact": {
        "rule": "2.31", "scope": "contact", "recipients": "Alder Housing Trust",
        "purpose": "So that the room is kept while he is in the program",
    },
}  # fmt: skip
NAMED = {"status": PROSECUTOR, "course": LIAISON}


def diary(calendar):
    for number, person in enumerate(everybody()):
        filed_at = calendar.moment(f"{person['filed']} 09:30") + 4 * number * MINUTE
        yield Act(filed_at, partial(open_file, person, filed_at))
        if "enrolled" not in person:
            continue
        enrolled_on = calendar.day(person["enrolled"])
        signs_at = calendar.moment(f"{person['enrolled']} 08:40") + number * MINUTE
        for place, kind in enumerate(person["consents"]):
            at = signs_at + 3 * place * MINUTE
            yield Act(at, partial(sign, person, kind, calendar.today, at))
        at = signs_at + 20 * MINUTE
        yield Act(at, partial(enrol, person, enrolled_on, at))


def open_file(person, at):
    services.open_file(by=tess(), at=at, **who(person))


def who(person):
    """By the offer, where there is one: name and birth date are those under which it was made."""
    said = {"phone": person.get("phone", ""), "speaks": person.get("speaks", "en")}
    names = {"last_name": person["last"], "first_name": person["first"]}
    offer = offer_to(person)
    if offer is None:
        return said | names | {"date_of_birth": person["born"]}
    return said | names | {"date_of_birth": offer.date_of_birth, "offer_id": offer.id}


def offer_to(person):
    """The one that was accepted at the call-in; None for whom the court referred."""
    if "docket" in person or "enrolled" not in person:
        return None
    name = f"{person['first']} {person['last']}"
    return next(offer for offer in inward.accepted_offers() if offer.name == name)


def sign(person, kind, today, at):
    """One consent ends in a few days, so that the desk has something to say of it."""
    said, participant = CONSENTS[kind], participant_of(person)
    ends = {"expires_on": today + (SOON if kind == "contact" else A_YEAR)} if said["rule"] == "2.31" else {}
    services.record_consent(
        by=tess(), participant=participant, signed_on=at.date(), signed_by=str(participant), at=at,
        officers=[officer(NAMED[kind])] if kind in NAMED else [], **BY_THE_TEAM, **said, **ends,
    )  # fmt: skip


def enrol(person, enrolled_on, at):
    offer = offer_to(person)
    services.enrol_participant(
        by=tess(), participant=participant_of(person), offence=person["offence"], enrolled_on=enrolled_on,
        docket=offer.docket if offer else docket_of(person, enrolled_on), approved_by=person.get("approved_by", ""),
        exception_reason=person.get("exception_reason", ""), offer_id=offer.id if offer else None, at=at,
    )  # fmt: skip


def docket_of(person, on):
    """The court numbers its cases within the month."""
    return f"{person['docket']}-{on:%-m-%y} Adcr"
