from callins.dtc.models import DocketSession
from callins.dtc.services.docketing import check_free
from dmi.audit.trail import on_the_record


@on_the_record
def plan_session(*, by, starts_at, courtroom, judge, at):
    """A session of the court, so that its docket can be drawn up. Refused: a moment that has passed, or at which
    another session begins; a year that is mistyped.
    """
    check_free(starts_at, at)
    return DocketSession.objects.create(starts_at=starts_at, courtroom=courtroom, judge=judge, by=by, at=at)
