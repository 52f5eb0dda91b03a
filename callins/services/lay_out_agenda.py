from callins import agendas
from callins.guards import check_ahead
from callins.models import Speaker
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def lay_out_agenda(*, by, call_in, order):
    """The turns of an order that held elsewhere, each still to be named; returns the call-in.

    Refused: an agenda that has speakers already, held or called off.
    """
    hold(call_in)
    check_ahead(call_in)
    if call_in.speakers.exists():
        raise RuleBroken("The agenda has speakers already; change it line by line.")
    Speaker.objects.bulk_create(
        Speaker(
            call_in=call_in, position=place, prong=turn.prong, capacity=turn.capacity, subject=turn.subject,
            minutes=turn.minutes,
        )
        for place, turn in enumerate(agendas.TURNS[order], start=1)
    )  # fmt: skip
    return call_in
