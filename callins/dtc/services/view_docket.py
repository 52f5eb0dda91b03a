from django.utils.timezone import localdate

from callins.dtc.dockets import lines_for
from callins.dtc.models import Disclosure
from callins.dtc.services.docketing import account_for, hold_consents
from dmi.audit.trail import on_the_record


@on_the_record
def view_docket(*, by, session, at):
    """The docket line by line. Whoever looks without being of the team is told by looking: that is accounted for in the
    same act, once a day for each person; a second look tells nothing new. A revocation of the same minute comes before
    or after, never between.
    """
    is_told = not by.has_perm("dtc.view_participant")
    if is_told:
        hold_consents(session)
    lines = lines_for(by, session, at)
    if is_told:
        today = Disclosure.objects.filter(session=session, by=by, at__date=localdate(at))
        known = set(today.values_list("consent", flat=True))
        news = [each for each in lines if each.consent and each.consent.pk not in known]
        account_for(news, session, ", on screen", by=by, at=at)
    return lines
