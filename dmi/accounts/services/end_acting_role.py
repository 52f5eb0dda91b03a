from dmi.audit.told import told_when_gone
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_acting_role(*, by, acting_role, at, today):
    """The loan ends at once. Refused: one that is over."""
    hold(acting_role)
    if acting_role.ended_at or acting_role.until_on < today:
        raise RuleBroken("This role is not lent any more.")
    acting_role.ended_at = at
    with told_when_gone():
        acting_role.save(update_fields=["ended_at"])
    return acting_role
