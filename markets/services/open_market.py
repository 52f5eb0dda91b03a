from dmi.audit.trail import on_the_record
from markets.models import Market


@on_the_record
def open_market(*, by, name, kind, drugs, jurisdiction="", on):
    """A new market in its planning stage; who opens it is assigned to it. Refused: a name in use."""
    market = Market(name=name, kind=kind, drugs=drugs, jurisdiction=jurisdiction, opened_on=on)
    market.full_clean()
    market.save()
    market.stage_changes.create(stage=Market.Stage.PLANNING, on=on, why="Opened", by=by)
    market.assignments.create(officer=by, from_on=on)
    return market
