from callins.dtc.services.docketing import check_free, check_not_over
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged


@on_the_record
def change_session(*, by, session, seen, starts_at, courtroom, judge, at):
    """Another hour, courtroom or judge; who is on its docket stays.

    `seen` is the version that the form was filled from.
    Refused: after its day; changed meanwhile; to a moment that has passed, or at which another session begins; a year
    that is mistyped.
    """
    hold(session)
    check_not_over(session, at)
    check_unchanged(session, seen, session.CORRECTED)
    if starts_at != session.starts_at:
        check_free(starts_at, at)
    session.starts_at, session.courtroom, session.judge = starts_at, courtroom, judge
    session.save()
    return session
