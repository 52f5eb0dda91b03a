from django.utils.timezone import localdate

from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def bank_case(*, by, case, at):
    """Kept for as long as the promise of the call-in is kept. Refused: when the limitation is no longer ahead."""
    move(case, "bank_case", by=by, at=at)
    case.banked_on = localdate(at)
    case.save()
    return case
