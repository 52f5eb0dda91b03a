from callins.models import Invitation
from callins.services.attending import attend
from callins.services.following import drop_visit
from dmi.audit.trail import on_the_record


@on_the_record
def record_arrival(*, by, invitation, at, tapped_at=None):
    """Somebody is here, since the moment of the tap; a visit that was owed because he stayed away is owed no more.

    Said twice it is no error, and the first moment stands. Refused: before the day, outside the evening.
    """
    if attend(invitation, Invitation.Outcome.ATTENDED, tapped_at, at=at):
        drop_visit(invitation)
    return invitation
