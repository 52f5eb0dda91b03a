from django.utils.timezone import localdate, localtime

from callins.dtc.courses import settle
from callins.dtc.program.draw import is_dilute
from callins.dtc.program.events import Finding
from callins.dtc.services.testing import check_outstanding
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_collection(*, by, test, collected_at, panel, at, observed_by="", is_tampered=False, creatinine=None):
    """The test was given: when, who watched, for which substances. Too thin to be read, it is dilute at once.

    Given after its hours it counts as given; the page says that it was late. Refused: for a test given or missed
    already, without notice or before it, to come.
    """
    check_outstanding(test)
    check_moment(test, collected_at, at)
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


def check_moment(test, collected_at, at):
    if test.notified_at is None:
        raise RuleBroken("No notice was given of this test; give notice first, and the hours run from it.")
    if collected_at > at:
        raise RuleBroken("That moment is still to come; check day and time.")
    if collected_at < test.notified_at.replace(second=0, microsecond=0):  # a form knows no seconds
        notice = localtime(test.notified_at)
        raise RuleBroken(f"Notice was given on {notice:%-d %b %Y, %H:%M}; a test is given after that.")
