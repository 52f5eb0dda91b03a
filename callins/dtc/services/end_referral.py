from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from callins.dtc.services.plans import check_referred
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_referral(*, by, referral, ended_on, at):
    """The provider's help ended, whether or not anybody was ever seen. Refused: twice; before the last thing that was
    delivered; a day to come.
    """
    check_referred(referral, ended_on)
    check_running(referral.enrolment)
    check_day(referral.enrolment, ended_on, at)
    last = max((each.delivered_on for each in referral.delivered.all()), default=referral.first_seen_on)
    if last and ended_on < last:
        raise RuleBroken(f"The provider helped on {said_day(last)}; the referral ends that day or later.")
    referral.ended_on = ended_on
    referral.save()
    return referral
