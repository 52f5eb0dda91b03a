from django.utils.timezone import localdate

from callins.dtc.models import DrugTest, ProgramRules
from callins.dtc.program.draw import Specimen, due_at
from callins.dtc.services.deciding import check_running
from dmi.audit.trail import on_the_record


@on_the_record
def order_test(*, by, enrolment, why, specimen, at):
    """Ask for a test outside the draw, for cause or at intake: notice is given now, and hours run from it.

    Refused: after the program was left.
    """
    check_running(enrolment)
    today = localdate(at)
    rules = ProgramRules.objects.as_configuration().in_force(today)
    return DrugTest.objects.create(
        enrolment=enrolment, why=why, ordered_on=today, specimen=specimen, notified_at=at,
        due_at=due_at(at, Specimen(specimen), rules), by=by, at=at,
    )  # fmt: skip
