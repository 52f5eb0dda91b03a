from dealers.cases.models import TrackFacts
from dmi.audit.trail import hold, on_the_record


@on_the_record
def state_track_facts(*, by, dealer, basis, at, **facts):
    """What the rule asks about somebody, and on what it rests; stated anew it replaces what stood, history keeps both.

    Refused: facts that rest on nothing (by constraint).
    """
    hold(dealer)
    stated, _ = TrackFacts.objects.update_or_create(
        dealer=dealer, defaults={**facts, "basis": basis, "by": by, "at": at}
    )
    return stated
