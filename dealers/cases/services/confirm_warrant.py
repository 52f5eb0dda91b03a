from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def confirm_warrant(*, by, warrant, at):
    """The court or dispatch says at this moment that it is active: a day long it may print. Refused: a closed one."""
    hold(warrant)
    refuse_closed(warrant)
    warrant.confirmed_at, warrant.confirmed_by = at, by
    warrant.save(update_fields=["confirmed_at", "confirmed_by"])
    return warrant


def refuse_closed(warrant):
    if not warrant.is_active:
        raise RuleBroken(f"This warrant was {warrant.status} on {warrant.closed_on:%-d %b %Y}.")
