from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def give_up_analysis(*, by, analysis, because):
    """What could not be counted says why; asking again begins anew. Refused: one that is finished."""
    hold(analysis)
    if analysis.finished_at:
        raise RuleBroken("This was counted meanwhile.")
    analysis.failed_because = because
    analysis.save()
    return analysis
