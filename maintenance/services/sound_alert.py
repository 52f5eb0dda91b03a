from dmi.audit.trail import on_the_record
from maintenance.services.raising import raised


@on_the_record
def sound_alert(*, by, market, arrival, at):
    """The clock raises what the records of a market in maintenance show; `arrival` is of maintenance.arrivals.

    Refused, by constraint: about a row that an alert was raised about already, however many beats ring.
    """
    return raised(
        by=by, market=market, source=arrival.source, key=arrival.key, what=arrival.what, at=at, dealer=arrival.dealer,
        hot_place=arrival.hot_place, debrief=arrival.debrief,
    )  # fmt: skip
