from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Result
from callins.dtc.program.events import Finding
from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_result(*, by, test, finding, found_on, source, at, substance=""):
    """One thing more that was found out about a test; what was found before stays. A confirmed positive that a
    prescription on file explains is explained in the same act, and so is no relapse.

    Refused: for a test that was not given (but an excuse for one that was missed), on a day to come or before it was
    given, a dispute of what nobody confirmed.
    """
    hold(test)
    check_finding(test, finding, found_on, substance, localdate(at))
    Result.objects.create(
        test=test, finding=finding, substance=substance, found_on=found_on, source=source, by=by, at=at
    )  # fmt: skip
    if finding == Finding.CONFIRMED:
        explain(test, substance, found_on, by, at)
    settle(test.enrolment, localdate(at))
    return test


def check_finding(test, finding, found_on, substance, today):
    given_on = localdate(test.collected_at) if test.collected_at else test.missed_on
    if given_on is None:
        raise RuleBroken("This test was not given yet; record that first.")
    if test.missed_on and finding != Finding.EXCUSED:
        raise RuleBroken("This test was missed; of what was not given nothing is found. It can only be excused.")
    if not given_on <= found_on <= today:
        raise RuleBroken(f"The test is of {said_day(given_on)}; a result comes on that day or later, and not tomorrow.")
    if finding == Finding.DISPUTED and not test.results.filter(finding=Finding.CONFIRMED, substance=substance).exists():
        raise RuleBroken("Only what the laboratory confirmed is disputed.")


def explain(test, substance, found_on, by, at):
    given_on = localdate(test.collected_at)
    prescription = next(
        (each for each in test.enrolment.prescriptions.all() if each.explains(substance, given_on)), None
    )
    if prescription:
        Result.objects.create(
            test=test, finding=Finding.EXPLAINED, substance=substance, found_on=found_on, prescription=prescription,
            source=f"Prescribed by {prescription.prescriber}", by=by, at=at,
        )  # fmt: skip
