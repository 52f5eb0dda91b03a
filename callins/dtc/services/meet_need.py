from callins.dtc.models import NeedsAssessment
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def meet_need(*, by, need, met_on, at):
    """What was needed is there. Refused: of an assessment that another one followed; a second time; a day to come, or
    before the need was found.
    """
    hold(need)
    assessment = need.assessment
    check_running(assessment.enrolment)
    check_day(assessment.enrolment, met_on, at)
    if assessment != NeedsAssessment.objects.of(assessment.enrolment).first():
        raise RuleBroken("A later assessment stands; mark the need there, if it is still named.")
    if need.met_on:
        raise RuleBroken(f"{need} is met since {said_day(need.met_on)}.")
    if met_on < assessment.assessed_on:
        raise RuleBroken(f"The need was found on {said_day(assessment.assessed_on)}; it is met that day or later.")
    need.met_on = met_on
    need.save()
    return need
