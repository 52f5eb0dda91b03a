"""What a call-in needs before it can be held: one line each, met or not, in words. Pure.

Sources: three prongs, a case or a plea behind every invitation, services that stand ready, people whose word counts
(Kennedy and Ben-Menachem, The Police Chief, March 2018). That no invitee is arrested on a warrant he was not told of,
and which lines are musts, is task force policy.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

PRONGS = {"enforcement": "enforcement", "community": "the community", "services": "services"}
TREATMENT = "treatment"


@dataclass(frozen=True)
class Invited:
    """What is on record about one person invited."""

    name: str
    has_case: bool  # a case held over the person, or a charge that a plea answers
    is_charged: bool = False
    counsel_is_settled: bool = False  # counsel agrees, or a waiver is on file
    has_open_warrant: bool = False  # and nobody wrote how the promise is kept
    is_in_custody: bool = False
    is_influential_contacted: bool = False
    is_letter_delivered: bool = False
    has_follow_up_owner: bool = False

    @property
    def has_no_open_warrant(self):
        return not self.has_open_warrant

    @property
    def is_free(self):
        return not self.is_in_custody


@dataclass(frozen=True)
class Plan:
    """A call-in as its checklist sees it."""

    is_plea: bool
    prongs: Collection[str]  # those for which somebody named speaks
    places: dict[str, int]  # reserved, by kind of service
    safety_plan: str
    invited: Sequence[Invited]
    treatment: str | None  # what is lacking of treatment in the market; None where the call-in promises none


@dataclass(frozen=True)
class Point:
    """One line; `lacking` says what to do and is empty where it is met; `room` is where it is done."""

    words: str
    lacking: str
    room: str
    is_must: bool = True
    is_promised: bool = False  # to everybody who comes: asked again when the evening begins

    @property
    def is_met(self):
        return not self.lacking


def points(plan: Plan) -> list[Point]:
    """The whole list in the order in which a coordinator works it off."""
    lines = [
        Point("Enforcement, community and services each have a named speaker", why_no_speakers(plan), "agenda"),
        Point("Services are booked, with a place for everybody", why_no_places(plan), "services"),
        Point("A case or a plea stands behind every invitation", why_no_cases(plan.invited), "invitations"),
        Point("No warrant stands against anybody invited", why_warrants(plan.invited), "invitations", is_promised=True),
        Point("Safety plan", "" if plan.safety_plan.strip() else "Write who stands where, and who leaves how.", "plan"),
        Point("Everybody has a follow-up owner", why_no_owners(plan.invited), "follow_ups"),
        Point("Nobody invited is in custody", why_custody(plan.invited), "invitations", False),
        Point("Somebody whose word counts was spoken with", why_no_influentials(plan.invited), "invitations", False),
        Point("Letters are handed over", why_no_letters(plan.invited), "letters", False),
    ]
    if any(each.is_charged for each in plan.invited) or plan.is_plea:
        counsel = why_no_counsel(plan.invited)
        lines.insert(4, Point("Counsel of everybody charged has answered", counsel, "invitations", is_promised=True))
    if plan.treatment is not None:
        lines.insert(2, Point("Treatment can take those who are cut off", plan.treatment, "health"))
    return lines


def open_musts(lines):
    """What stands between a call-in and its being ready."""
    return [line for line in lines if line.is_must and not line.is_met]


def broken_promises(lines):
    """What came up since it was ready and would break a promise at the door."""
    return [line for line in lines if line.is_promised and not line.is_met]


def promises_treatment(is_plea: bool, places: dict[str, int]) -> bool:
    """On the plea form treatment court is the offer itself; else where a place in treatment is booked."""
    return is_plea or TREATMENT in places


def why_no_speakers(plan):
    silent = [words for prong, words in PRONGS.items() if prong not in plan.prongs]
    return f"Name who speaks for {listed(silent)}." if silent else ""


def why_no_places(plan):
    wanted, booked = len(plan.invited), sum(plan.places.values())
    if not plan.places:
        return "Reserve places: who says stop also says where help is."
    if booked < wanted:
        return f"{counted(booked, 'place')} for {counted(wanted, 'person', 'people')}; reserve more."
    in_treatment = plan.places.get(TREATMENT, 0)
    if plan.is_plea and in_treatment < wanted:
        return f"Treatment court is the offer: {in_treatment} of {wanted} have a place in treatment; reserve more."
    return ""


def why_no_cases(invited):
    if not invited:
        return "Nobody is invited yet."
    return of_those(invited, "has_case", "Nothing is held over {}: bank a case, or take the invitation back.")


def why_warrants(invited):
    return of_those(
        invited, "has_no_open_warrant", "For {} a supervisor writes how the promise is kept, or the warrant is closed."
    )


def why_custody(invited):
    return of_those(invited, "is_free", "Held by the record: {}; take the invitation back, or record the release.")


def why_no_counsel(invited):
    charged = [each for each in invited if each.is_charged]
    return of_those(charged, "counsel_is_settled", "Of {} counsel has not agreed, and no waiver is on file.")


def why_no_owners(invited):
    if not invited:
        return "Nobody is invited yet."
    return of_those(invited, "has_follow_up_owner", "Say who stays in touch with {}.")


def why_no_influentials(invited):
    if not invited:
        return "Nobody is invited yet."
    return of_those(invited, "is_influential_contacted", "Not for {}.")


def why_no_letters(invited):
    if not invited:
        return "Nobody is invited yet."
    return of_those(invited, "is_letter_delivered", "Not to {}.")


def of_those(invited, fact, sentence):
    """The sentence with the names of those for whom the fact does not hold; empty where it holds for all."""
    lacking = [each.name for each in invited if not getattr(each, fact)]
    return sentence.format(listed(lacking)) if lacking else ""


def listed(names):
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def counted(number, one, several=""):
    return f"{number or 'No'} {one if number == 1 else several or one + 's'}"
