from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Debrief


@on_the_record
def reopen_debrief(*, by, debrief):
    """It was settled by a slip, and waits again, on the desk where it was told; its author is told once it is settled.

    Refused: one that waits, one that is an entry: that is corrected or withdrawn where it stands.
    """
    hold(debrief)
    if debrief.is_waiting:
        raise RuleBroken("This waits already; say what becomes of it.")
    if debrief.observation_id:
        raise RuleBroken("An entry was made of this; correct or withdraw it on the timeline.")
    debrief.state, debrief.answer, debrief.market_id = Debrief.State.WAITING, "", market_told(debrief)
    debrief.triaged_by = debrief.triaged_at = debrief.answer_seen_at = None
    debrief.save()
    return debrief


def market_told(debrief):
    """Used by a slip, it went to the market of whoever settled it; the desk of its own would never see it again."""
    told = Debrief.pgh_event_model.objects.filter(pgh_obj=debrief).order_by("pgh_id")
    return told.values_list("market", flat=True).first()
