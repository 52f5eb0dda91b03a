from callins.dtc.services.docketing import check_free, check_not_over
from dmi.audit.trail import hold, on_the_record


@on_the_record
def change_session(*, by, session, starts_at, courtroom, judge, at):
    """Another hour, courtroom or judge; who is on its docket stays. Refused: after its day; to a moment that has
    passed, or at which another session begins; a year that is mistyped.
    """
    hold(session)
    check_not_over(session, at)
    if starts_at != session.starts_at:
        check_free(starts_at, at)
    session.starts_at, session.courtroom, session.judge = starts_at, courtroom, judge
    session.save()
    return session
