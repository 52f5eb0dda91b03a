from callins.guards import check_ahead
from dmi.audit.trail import hold, on_the_record


@on_the_record
def call_off(*, by, call_in, because):
    """It is not held, and its hour is free again; who was invited stays known to its team alone.

    Refused: held already, called off already.
    """
    hold(call_in)
    check_ahead(call_in)
    call_in.state, call_in.called_off_because = call_in.State.CALLED_OFF, because
    call_in.save(update_fields=["state", "called_off_because"])
    return call_in
