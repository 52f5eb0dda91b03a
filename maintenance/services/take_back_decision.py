from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Decision


@on_the_record
def take_back_decision(*, by, item, seen):
    """The word on a point is unsaid: it is to be decided again. The history keeps what was said.

    Refused: a closed meeting; nothing decided; another word than the one `seen`.
    """
    hold(item.meeting)
    if not item.meeting.is_open:
        raise RuleBroken("This meeting is closed; its decisions stand.")
    decision = Decision.objects.filter(item=item).select_related("by").first()
    if decision is None:
        raise RuleBroken(f"Nothing is decided about {item}.")
    if decision.version != seen:
        raise RuleBroken(f"{decision.by} decided about {item} anew: {decision.done}. Look at it before taking it back.")
    decision.delete()
    return item
