from dealers.models import SavedChart
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def delete_chart(*, by, saved):
    """A saved chart goes; nobody on it does. Refused: a colleague's shared chart."""
    if saved.by_id != by.pk:
        raise RuleBroken(f"This chart is {saved.by}'s; save it under your own name to change it.")
    SavedChart.objects.owned_by(by).filter(pk=saved.pk).delete()  # its id stays to be told
    return saved
