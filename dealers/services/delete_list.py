from dealers.models import SavedList
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def delete_list(*, by, saved):
    """A saved list goes; what it showed stays. Refused: a colleague's shared list."""
    if saved.by_id != by.pk:
        raise RuleBroken(f"This list is {saved.by}'s; save it under your own name to change it.")
    SavedList.objects.owned_by(by).filter(pk=saved.pk).delete()  # its id stays to be told
    return saved
