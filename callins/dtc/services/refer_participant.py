from callins.dtc.models import Referral
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record


@on_the_record
def refer_participant(*, by, enrolment, provider, service, referred_on, at):
    """A provider is asked to help; the days to the first visit count from then. Refused: a day to come or before the
    enrolment.
    """
    check_running(enrolment)
    check_day(enrolment, referred_on, at)
    return Referral.objects.create(
        enrolment=enrolment, provider=provider, service=service, referred_on=referred_on, by=by, at=at
    )
