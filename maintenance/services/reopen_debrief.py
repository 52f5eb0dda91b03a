from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Debrief


@on_the_record
def reopen_debrief(*, by, debrief):
    """It was settled by a slip, and waits again; its author is told once it is settled anew.

    Refused: one that waits, one that is an entry: that is corrected or withdrawn where it stands.
    """
    hold(debrief)
    if debrief.is_waiting:
        raise RuleBroken("This waits already; say what becomes of it.")
    if debrief.observation_id:
        raise RuleBroken("An entry was made of this; correct or withdraw it on the timeline.")
    debrief.state, debrief.answer = Debrief.State.WAITING, ""
    debrief.triaged_by = debrief.triaged_at = debrief.answer_seen_at = None
    debrief.save()
    return debrief
