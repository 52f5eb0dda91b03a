from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import HotPlace


@on_the_record
def log_hot_place(
    *, by, market, address, kind, what_happens="", latitude=None, longitude=None, owner_name="", owner_phone="", on
):
    """A place that dealing uses; its owner is whom to talk to, no suspect by that.

    Refused: an address logged in this market already, one coordinate without the other.
    """
    check_works(by, market)
    return HotPlace.objects.create(
        market=market, address=address, kind=kind, what_happens=what_happens, latitude=latitude, longitude=longitude,
        owner_name=owner_name, owner_phone=owner_phone, logged_on=on, logged_by=by,
    )  # fmt: skip
