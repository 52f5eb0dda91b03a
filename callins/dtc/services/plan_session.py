from callins.dtc.models import DocketSession
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def plan_session(*, by, starts_at, courtroom, judge, at):
    """A session of the court, so that its docket can be drawn up. Refused: a moment that has passed, or at which
    another session begins.
    """
    if starts_at <= at:
        raise RuleBroken("This moment has passed; plan a session that is still to come.")
    if DocketSession.objects.filter(starts_at=starts_at).exists():
        raise RuleBroken("A session is planned for this moment already.")
    return DocketSession.objects.create(starts_at=starts_at, courtroom=courtroom, judge=judge, by=by, at=at)
