from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_running
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_prescription(*, by, prescription, until_on, at):
    """The last day of the medicine: what the laboratory confirms of later days, it does not explain.

    Refused: once it has an end, a day before it began, or before a test that it explained.
    """
    check_running(prescription.enrolment)
    hold(prescription)
    if prescription.until_on:
        raise RuleBroken(f"This prescription ends on {said_day(prescription.until_on)} already.")
    if until_on < prescription.from_on:
        raise RuleBroken(f"It began on {said_day(prescription.from_on)}; it can not end before.")
    last = max(prescription.explained_on(), default=until_on)
    if last > until_on:
        raise RuleBroken(f"It explained the test of {said_day(last)}; it ends on that day or later.")
    prescription.until_on = until_on
    prescription.save()
    return prescription
