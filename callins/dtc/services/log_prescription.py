from callins.dtc.models import Prescription
from callins.dtc.services.deciding import check_running
from dmi.audit.trail import on_the_record


@on_the_record
def log_prescription(*, by, enrolment, medicine, shows_as, prescriber, from_on, at, until_on=None):
    """A medicine that a doctor prescribed, and as which substances a panel finds it: from now on what the laboratory
    confirms of them is explained. Refused: an end before the beginning.
    """
    check_running(enrolment)
    return Prescription.objects.create(
        enrolment=enrolment, medicine=medicine, shows_as=shows_as, prescriber=prescriber, from_on=from_on,
        until_on=until_on, by=by, at=at,
    )  # fmt: skip
