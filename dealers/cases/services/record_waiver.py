from django.utils.timezone import localdate

from dealers.cases.models import Waiver
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_waiver(*, by, case, signed_on, until_on, is_signed_by_defendant, is_consented, at):
    """The defendant waives the limitation in writing until a day, and the prosecution consents (13 V.S.A. 4503(b)).

    Refused: signed by anybody else, without consent, a signature to come, once charged or ended; a last day before
    the signature (by constraint).
    """
    hold(case)
    if not case.is_running:
        raise RuleBroken(f"{case} is {case.label.lower()}; a waiver changes nothing any more.")
    if not is_signed_by_defendant:
        raise RuleBroken("Only a waiver that the defendant signed counts.")
    if not is_consented:
        raise RuleBroken("A waiver needs the prosecution’s consent; without it the limitation runs on.")
    if signed_on > localdate(at):
        raise RuleBroken("It is not signed yet; check the date.")
    waiver = Waiver.objects.create(
        case=case, signed_on=signed_on, until_on=until_on, consented_by=by, consented_on=localdate(at), by=by, at=at
    )  # fmt: skip
    case.wind()
    case.save()
    return waiver
