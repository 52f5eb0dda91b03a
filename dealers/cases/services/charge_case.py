from django.utils.timezone import localdate

from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def charge_case(*, by, case, commenced_by, commenced_on, at, docket=""):
    """By which act and on which day the prosecution commenced (13 V.S.A. 4503).

    Refused: a day to come or before the last offence; past the limitation without a waiver.
    """
    if commenced_on > localdate(at):
        raise RuleBroken("This day is still to come; record the charge when it is filed.")
    move(case, "charge_case", by=by, at=at, because=commenced_by, commenced_on=commenced_on)
    if commenced_on < max(on for _, on in case.offences):
        raise RuleBroken("An offence lies after this day; check the date.")
    case.commenced_by, case.commenced_on, case.docket = commenced_by, commenced_on, docket
    case.save()
    return case
