from datetime import timedelta

from django.utils.timezone import localdate

from callins.dtc import inward
from callins.dtc.courses import settle
from callins.dtc.models import Consent, Enrolment
from callins.dtc.program.wording import said_day
from callins.dtc.services.admitting import offer_of, tie_to
from callins.dtc.services.attending import excuse_from_called_off
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

FURTHEST = timedelta(days=3653)  # ten years: what lies further back is a mistyped year, and fills a page with weeks


@on_the_record
def enrol_participant(
    *, by, participant, offence, enrolled_on, at, docket="", approved_by="", exception_reason="", offer_id=None
):  # fmt: skip
    """Admit somebody, on an accepted offer or on the court's docket: the first attempt starts that day, at day 0.

    Ordinarily for possession or a misdemeanor sale [CS]. Refused: a day to come, long ago, or before the last admission
    ended; without a consent to the court in force, for its sessions are told how somebody does (42 CFR 2.35); with
    neither offer nor docket; an offer made to somebody else or after that day, or enrolled on already; somebody who is
    in the program; an exception without approver or reason (the last three in the database's own sentences).
    """
    hold(participant)
    check_day(participant, enrolled_on, at)
    check_consent(participant, at)
    offer = offer_of(offer_id)
    check_ground(participant, offer, docket, enrolled_on)
    enrolment = Enrolment.objects.create(
        participant=participant, offer_id=offer_id, offence=offence, docket=docket, approved_by=approved_by,
        exception_reason=exception_reason, enrolled_on=enrolled_on, by=by, at=at,
    )  # fmt: skip
    tie_to(participant, offer)
    excuse_from_called_off(enrolment, by=by, at=at)
    settle(enrolment, localdate(at))
    return enrolment


def check_day(participant, enrolled_on, at):
    if enrolled_on > localdate(at):
        raise RuleBroken(f"{said_day(enrolled_on)} is still to come; enrol on the day itself.")
    if enrolled_on < localdate(at) - FURTHEST:
        raise RuleBroken(f"{said_day(enrolled_on)} is more than ten years ago; look at the year.")
    last = Enrolment.objects.of(participant).first()
    if last and last.ended_on and enrolled_on < last.ended_on:
        raise RuleBroken(f"The last admission ended on {said_day(last.ended_on)}; the new one starts then or later.")


def check_consent(participant, at):
    if not Consent.objects.of(participant).to_the_court().in_force(at).exists():
        raise RuleBroken(
            "No consent to the court is in force: record one under 2.35, of status or docket, that names the court."
        )


def check_ground(participant, offer, docket, enrolled_on):
    """Why somebody is here: he accepted the offer at a call-in, or the court sent him."""
    if not offer and not docket:
        raise RuleBroken("Name the accepted offer, or the docket number under which the court sends this person.")
    if offer and not inward.is_made_to(offer, participant):
        raise RuleBroken("This offer was made to somebody else; choose one of this person, or enrol on the docket.")
    if offer and enrolled_on < offer.called_in_on:
        raise RuleBroken(f"The offer was made on {said_day(offer.called_in_on)}; enrol from then on.")
