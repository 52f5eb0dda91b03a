from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.services.testing import check_outstanding
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_missed_test(*, by, test, at):
    """Nobody came within the hours. Refused: while they run, without notice, for a test given or missed already."""
    check_outstanding(test)
    if test.due_at is None:
        raise RuleBroken("No notice was given of this test; give notice first, and the hours run from it.")
    if at < test.due_at:
        raise RuleBroken("The hours still run; it is missed when they are over.")
    test.missed_on = localdate(test.due_at)
    test.save()
    settle(test.enrolment, localdate(at))
    return test
