from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import RelapseDecision
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running, standing
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def decide_relapse(*, by, enrolment, about, consequence, decided_on, why, at):
    """What follows a relapse that is left to the team: one that somebody told of, or any under the policy that says so.

    `about` is the key of the test or the report, as the status gives it. It counts from the day of the relapse.
    Refused: about what waits for no decision.
    """
    check_running(enrolment)
    check_day(enrolment, decided_on, at)
    undecided = {relapse.about: relapse.on for relapse in standing(enrolment, localdate(at)).undecided}
    if about not in undecided:
        raise RuleBroken("No decision is waited for here; the policy has decided, or the team has.")
    if decided_on < undecided[about]:
        raise RuleBroken(f"The relapse is of {said_day(undecided[about])}; it is decided on that day or later.")
    RelapseDecision.objects.create(
        enrolment=enrolment, test=enrolment.tests.filter(pk=about).first(),
        self_report=enrolment.self_reports.filter(pk=about).first(), consequence=consequence, decided_on=decided_on,
        why=why, by=by, at=at,
    )  # fmt: skip
    settle(enrolment, localdate(at))
    return enrolment
