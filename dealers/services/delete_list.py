from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def delete_list(*, by, saved):
    """A saved list goes; what it showed stays. Refused: a colleague's shared list."""
    if saved.by_id != by.pk:
        raise RuleBroken(f"This list is {saved.by}'s; save it under your own name to change it.")
    saved.delete()
    return saved
