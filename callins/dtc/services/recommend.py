from callins.dtc.services.docketing import check_not_ordered, check_not_over
from dmi.audit.trail import hold, on_the_record


@on_the_record
def recommend(*, by, entry, recommendation, at):
    """What the team recommends to the court; empty takes it back. Refused: after the session's day, or once the court
    has ordered.
    """
    hold(entry)
    check_not_over(entry.session, at)
    check_not_ordered(entry)
    entry.recommendation = recommendation
    entry.save()
    return entry
