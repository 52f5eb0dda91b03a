from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from callins.dtc.services.plans import check_referred
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_first_visit(*, by, referral, first_seen_on, at):
    """The provider saw the participant for the first time. Refused: twice; before the referral; after its end."""
    check_referred(referral, first_seen_on)
    check_running(referral.enrolment)
    check_day(referral.enrolment, first_seen_on, at)
    if referral.first_seen_on:
        raise RuleBroken(f"The first visit was on {said_day(referral.first_seen_on)}; log what is delivered since.")
    referral.first_seen_on = first_seen_on
    referral.save()
    return referral
