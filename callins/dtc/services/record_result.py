from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Result
from callins.dtc.program.events import Finding
from callins.dtc.program.wording import said_day
from callins.dtc.services.testing import explain, hold_course
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_result(*, by, test, finding, found_on, source, at, substance=""):
    """One thing more that was found out about a test; what was found before stays. A confirmed positive that a
    prescription on file explains is explained in the same act, and so is no relapse.

    Refused: for a test that was not given (but an excuse for one that was missed), on a day to come or before it was
    given, a dispute of what nobody confirmed, the end of a dispute that was none, an explanation by hand.
    """
    hold_course(test)
    substance = spelled(test, substance)
    check_finding(test, finding, found_on, substance, localdate(at))
    Result.objects.create(
        test=test, finding=finding, substance=substance, found_on=found_on, source=source, by=by, at=at
    )  # fmt: skip
    if finding == Finding.CONFIRMED:
        explain(test, test.enrolment.prescriptions.all(), found_on, by, at)
    settle(test.enrolment, localdate(at))
    return test


def spelled(test, substance):
    """As the panel or an earlier finding has it: “Fentanyl” and “fentanyl” are one substance."""
    known = [*test.panel, *(result.substance for result in test.results.all())]
    return next((each for each in known if each.casefold() == substance.strip().casefold()), substance.strip())


def check_finding(test, finding, found_on, substance, today):
    given_on = localdate(test.collected_at) if test.collected_at else test.missed_on
    if given_on is None:
        raise RuleBroken("This test was not given yet; record that first.")
    if test.missed_on and finding != Finding.EXCUSED:
        raise RuleBroken("This test was missed; of what was not given nothing is found. It can only be excused.")
    if not given_on <= found_on <= today:
        raise RuleBroken(f"The test is of {said_day(given_on)}; a result comes on that day or later, and not tomorrow.")
    check_follows(test, finding, substance)


def check_follows(test, finding, substance):
    """What is only said after something else, or not by hand."""
    found = {result.finding for result in test.results.all() if result.substance == substance}
    if finding == Finding.EXPLAINED:
        raise RuleBroken("Log the prescription: on file, it explains by itself what the laboratory confirms.")
    if finding == Finding.EXCUSED and not (test.missed_on or test.is_tampered):
        raise RuleBroken("Only a test that was missed or tampered with is excused; this one was given.")
    if finding == Finding.DISPUTED and Finding.CONFIRMED not in found:
        raise RuleBroken("Only what the laboratory confirmed is disputed.")
    if finding in ENDS_OF_DISPUTE and Finding.DISPUTED not in found:
        raise RuleBroken("Nothing is disputed here; a dispute is upheld or overturned.")


ENDS_OF_DISPUTE = (Finding.UPHELD, Finding.OVERTURNED)
