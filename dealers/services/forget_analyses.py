from dealers.models import Analysis
from dmi.audit.trail import on_the_record


@on_the_record
def forget_analyses(*, by, before):
    """What was asked for before that moment is counted anew when somebody wants it. Returns how many are gone."""
    count, _ = Analysis.objects.asked_before(before).delete()
    return count
