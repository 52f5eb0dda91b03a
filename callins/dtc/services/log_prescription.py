from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import DrugTest, Prescription
from callins.dtc.services.deciding import check_running
from callins.dtc.services.testing import explain
from dmi.audit.trail import on_the_record


@on_the_record
def log_prescription(*, by, enrolment, medicine, shows_as, prescriber, from_on, at, until_on=None):
    """A medicine that a doctor prescribed, and as which substances a panel finds it: what the laboratory confirms of
    them on its days is explained, also what it confirmed before. A relapse that it explains has not been one, and the
    attempt that it ended goes on. Refused: an end before the beginning.
    """
    check_running(enrolment)
    prescription = Prescription.objects.create(
        enrolment=enrolment, medicine=medicine, shows_as=shows_as, prescriber=prescriber, from_on=from_on,
        until_on=until_on, by=by, at=at,
    )  # fmt: skip
    for test in DrugTest.objects.of(enrolment).given_between(from_on, until_on).with_results():
        explain(test, [prescription], localdate(at), by, at)
    settle(enrolment, localdate(at))
    return prescription
