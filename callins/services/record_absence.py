from django.utils.timezone import localtime

from callins.models import Invitation
from callins.services.attending import attend
from callins.services.following import plan_visit
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_absence(*, by, invitation, outcome, at, tapped_at=None):
    """Excused, in custody, or did not come: whom nobody excused is visited the same day.

    Refused: before the day, outside the evening, "did not come" before it begins, somebody who has arrived.
    """
    hold(invitation)
    if invitation.arrived_at:
        since = localtime(invitation.arrived_at)
        raise RuleBroken(f"{invitation.dealer} is here since {since:%H:%M}; take that back first, if it is wrong.")
    if attend(invitation, outcome, tapped_at, at=at) and outcome == Invitation.Outcome.NO_SHOW:
        plan_visit(invitation, by=by, at=at)
    return invitation
