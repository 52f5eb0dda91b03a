from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.fidelity import measured
from maintenance.models import FidelityReading
from maintenance.scorecard import ITEMS, Reading


@on_the_record
def read_fidelity(*, by, market, month, on, at):
    """Every item of the scorecard as the records give it once a month is over, kept; says how many could be measured.

    Refused: a month that is not over, that was read already, or in which the market was not open.
    """
    if on < rules.month_after(month):
        raise RuleBroken(f"{month:%B %Y} is not over; it is read when it is.")
    if market.opened_on >= rules.month_after(month):
        raise RuleBroken(f"{market} was not open in {month:%B %Y}.")
    if FidelityReading.objects.of_market(market).of_month(month).exists():
        raise RuleBroken(f"{month:%B %Y} is read already.")
    found = measured(market, on)
    readings = [Reading(item, found[item.code]) for item in ITEMS]
    FidelityReading.objects.bulk_create(kept(market, month, reading, at) for reading in readings)
    return sum(reading.is_met is not None for reading in readings)


def kept(market, month, reading, at):
    number, of = (reading.measured.number, reading.measured.of) if reading.measured else (0, None)
    return FidelityReading(
        market=market, month=month, item=reading.item.code, number=number, of=of, is_met=reading.is_met, at=at
    )
