from callins.dtc.models import ServiceDelivered
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from callins.dtc.services.plans import check_referred
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_service(*, by, referral, delivered_on, units, unit, at):
    """What the provider delivered on a day, in the units that it counts. Refused: before the first visit; after the
    referral's end; the same units of one day twice (the database's own sentence).
    """
    check_referred(referral, delivered_on)
    check_running(referral.enrolment)
    check_day(referral.enrolment, delivered_on, at)
    if referral.first_seen_on is None:
        raise RuleBroken("The first visit is not recorded yet; record it first.")
    if delivered_on < referral.first_seen_on:
        raise RuleBroken(f"The first visit was on {said_day(referral.first_seen_on)}; nothing is delivered before it.")
    return ServiceDelivered.objects.create(
        referral=referral, delivered_on=delivered_on, units=units, unit=unit, by=by, at=at
    )
