from django.utils.timezone import localdate

from callins.dtc.models import ProgramRules
from callins.dtc.program.draw import Specimen, due_at
from callins.dtc.services.deciding import check_running
from callins.dtc.services.testing import check_outstanding
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def notify_test(*, by, test, at):
    """Who was drawn is told: the hours run from now.

    Refused: after the program was left; a second time; once it was given or missed; on a later day than that of the
    roll.
    """
    check_running(test.enrolment)
    check_outstanding(test)
    if test.notified_at:
        raise RuleBroken("Notice was given already; the hours run from then.")
    if localdate(at) != test.ordered_on:
        raise RuleBroken("The roll is of another day; what was not told then is the program’s shortfall.")
    rules = ProgramRules.objects.as_configuration().in_force(test.ordered_on)
    test.notified_at, test.due_at = at, due_at(at, Specimen(test.specimen), rules)
    test.save()
    return test
