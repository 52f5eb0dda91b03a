from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Decision
from maintenance.services.decide import check_may_wait


@on_the_record
def carry_rest(*, by, meeting, at):
    """Carry every point that is still to decide over to the next meeting; what stands stands until it expires.

    Refused: a closed meeting; nothing left; a point that ends before the next sheet. Returns how many.
    """
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed; what is open comes to the next one.")
    left = list(meeting.items.undecided().visible_to(by).select_related("dealer", "hot_place"))
    if not left:
        raise RuleBroken("Everything is decided; nothing is left to carry over.")
    check_may_wait(left, meeting)
    carried = [
        Decision(item=item, kind=Decision.Kind.CARRY, reason="No time for it.", by=by, decided_at=at) for item in left
    ]
    Decision.objects.bulk_create(carried)
    return len(carried)
