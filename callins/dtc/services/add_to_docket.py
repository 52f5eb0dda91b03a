from django.db.models import Max

from callins.dtc.dockets import may_come
from callins.dtc.models import DocketEntry
from callins.dtc.services.docketing import check_not_over
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_to_docket(*, by, session, enrolments, at):
    """Put them on the session's docket, by name, after those who stand there; returns the session.

    Refused: after the session's day; somebody who is on it already, was enrolled later or left the program long ago.
    """
    hold(session)
    check_not_over(session, at)
    added = list(may_come(session).filter(pk__in=[each.pk for each in enrolments]))
    if strangers := sorted({str(each) for each in enrolments} - {str(each) for each in added}):
        raise RuleBroken(f"{', '.join(strangers)}: on this docket already, or not in the program then.")
    last = session.entries.aggregate(last=Max("place", default=0))["last"]
    DocketEntry.objects.bulk_create(
        DocketEntry(session=session, enrolment=enrolment, place=place, by=by, at=at)
        for place, enrolment in enumerate(added, start=last + 1)
    )
    return session
