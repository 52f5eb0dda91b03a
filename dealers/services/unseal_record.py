from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def unseal_record(*, by, dealer, because, at):
    """Whoever works the market sees the record again. The seal stays in its history.

    Refused: a record that is not sealed, and whoever sealed it: of a seal two people decide.
    """
    hold(dealer)
    seal = dealer.record_seals.standing().first()
    if seal is None:
        raise RuleBroken(f"{dealer.reference} is not sealed.")
    if seal.by_id == by.pk:
        raise RuleBroken("You sealed this record; somebody else who may read sealed records ends the seal.")
    seal.ended_because, seal.ended_by, seal.ended_at = because, by, at
    seal.save()
    return seal
