from dmi.audit.trail import hold, on_the_record
from markets.guards import check_open, check_past, check_since
from markets.models import Inspection


@on_the_record
def record_inspection(*, by, code_case, inspected_on, is_complied, found, next_on=None, at):
    """One visit: what the inspector found of the building, whether it complies, when he comes again.

    Refused: a closed case, a day to come or before the case was opened, a next visit before this one.
    """
    hold(code_case)
    check_open(code_case)
    check_past("inspected_on", inspected_on, at)
    check_since("inspected_on", inspected_on, code_case.opened_on, "The case was opened")
    return Inspection.objects.create(
        code_case=code_case, on=inspected_on, is_complied=is_complied, found=found, next_on=next_on, by=by, at=at
    )
