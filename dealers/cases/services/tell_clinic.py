from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def tell_clinic(*, by, operation, told_on, number, at):
    """Clinic and outreach know how many users will be cut off and when: a number, never a name.

    Refused: a day to come, or after the sweep: those who are cut off are not to find a waiting list.
    """
    hold(operation)
    if told_on > localdate(at):
        raise RuleBroken("This day is still to come; record it when the clinic was told.")
    if told_on > operation.held_on:
        raise RuleBroken(f"The sweep is on {operation.held_on:%-d %b %Y}; the clinic is told before it.")
    operation.clinic_told_on, operation.clinic_told_number = told_on, number
    operation.save(update_fields=["clinic_told_on", "clinic_told_number"])
    return operation
