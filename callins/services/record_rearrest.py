from callins.models import Rearrest
from callins.services.following import check_day, check_held
from dmi.audit.trail import hold, on_the_record


@on_the_record
def record_rearrest(*, by, invitation, arrested_on, offence, is_dealing, source, at):
    """Somebody who was called in was arrested again. For dealing it breaks the promise: record the word besides.

    Refused: a day to come or before the call-in, the same arrest twice.
    """
    hold(invitation)
    check_held(invitation)
    check_day("arrested_on", arrested_on, invitation, at)
    return Rearrest.objects.create(
        invitation=invitation, arrested_on=arrested_on, offence=offence, is_dealing=is_dealing, source=source,
        by=by, at=at,
    )  # fmt: skip
