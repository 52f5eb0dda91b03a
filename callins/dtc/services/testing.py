"""What the services about one test share."""

from django.utils.timezone import localdate

from callins.dtc.models import Result
from callins.dtc.program.events import Finding
from dmi.audit.trail import hold
from dmi.errors import RuleBroken


def check_outstanding(test):
    """Hold the test. Refused: one that was given or missed."""
    hold_course(test)
    if test.collected_at or test.missed_on:
        raise RuleBroken("What became of this test is recorded already; add a result to it.")


def hold_course(test):
    """Hold the admission, then the test: two results at once see each other, and the attempts follow from both."""
    hold(test.enrolment)
    hold(test)


def explain(test, prescriptions, found_on, by, at):
    """Whatever the laboratory confirmed in this test and one of the prescriptions covered on its day is explained."""
    given_on = localdate(test.collected_at)
    for substance in unexplained(test.results.all()):
        prescription = next((each for each in prescriptions if each.explains(substance, given_on)), None)
        if prescription:
            Result.objects.create(
                test=test, finding=Finding.EXPLAINED, substance=substance, found_on=found_on,
                prescription=prescription, source=f"Prescribed by {prescription.prescriber}", by=by, at=at,
            )  # fmt: skip


def unexplained(results):
    confirmed = {each.substance for each in results if each.finding == Finding.CONFIRMED}
    return sorted(confirmed - {each.substance for each in results if each.finding == Finding.EXPLAINED})
