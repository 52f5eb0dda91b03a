from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import HotPlace


@on_the_record
def log_hot_place(*, by, market, address, kind, what_happens="", on):
    """A place that dealing uses. Refused: an address logged in this market already."""
    check_works(by, market)
    return HotPlace.objects.create(
        market=market, address=address, kind=kind, what_happens=what_happens, logged_on=on, logged_by=by
    )
