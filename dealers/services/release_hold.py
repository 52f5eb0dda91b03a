from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def release_hold(*, by, legal_hold, because, at):
    """The reason is gone, as somebody else than who set the hold finds. Refused: one's own; one released already."""
    hold(legal_hold)
    if legal_hold.ended_at:
        raise RuleBroken(f"This hold was released on {legal_hold.ended_at:%-d %B %Y} already.")
    if legal_hold.by_id == by.pk:
        raise RuleBroken("You set this hold; somebody else releases it.")
    legal_hold.ended_because, legal_hold.ended_by, legal_hold.ended_at = because, by, at
    legal_hold.save()
    return legal_hold
