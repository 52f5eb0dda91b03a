from callins.dtc.services.docketing import check_not_ordered, check_not_over
from dmi.audit.trail import hold, on_the_record


@on_the_record
def take_off_docket(*, by, entry, at):
    """Somebody need not come before the court this time; returns the session. Refused: after the session's day, or once
    the court has ordered.
    """
    hold(entry)
    check_not_over(entry.session, at)
    check_not_ordered(entry)
    session = entry.session
    entry.delete()
    return session
