from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.program.draw import is_dilute
from callins.dtc.program.events import Finding
from callins.dtc.services.testing import check_outstanding
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_collection(*, by, test, collected_at, panel, at, observed_by="", is_tampered=False, creatinine=None):
    """The test was given: when, who watched, for which substances. Too thin to be read, it is dilute at once.

    Refused: for a test given or missed already, before notice, or to come.
    """
    check_outstanding(test)
    if collected_at > at or localdate(collected_at) < test.ordered_on:
        raise RuleBroken(f"This test was asked for on {test.ordered_on:%-d %b %Y}; check day and time.")
    test.collected_at, test.observed_by, test.panel = collected_at, observed_by, panel
    test.is_tampered, test.creatinine = is_tampered, creatinine
    test.save()
    if is_dilute(creatinine):
        test.results.create(
            finding=Finding.DILUTE, found_on=localdate(collected_at), source=f"Creatinine {creatinine} mg/dL",
            by=by, at=at,
        )  # fmt: skip
    settle(test.enrolment, localdate(at))
    return test
