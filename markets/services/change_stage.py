from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_works
from markets.models import StageChange


@on_the_record
def change_stage(*, by, market, stage, why, on):
    """The market enters another stage. Refused: the one it is in, no reason, a day before the last change."""
    check_works(by, market)
    hold(market)
    last = market.stage_changes.first()
    if market.stage == stage:
        raise RuleBroken(f"{market} is in this stage already, since {last.on:%-d %B %Y}.")
    if on < last.on:
        raise RuleBroken(f"The last change was on {last.on:%-d %B %Y}; this one can not come before it.")
    StageChange.objects.create(market=market, stage=stage, on=on, why=why, by=by)
    market.stage = stage
    market.save()
    return market
