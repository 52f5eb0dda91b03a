from callins.models import Invitation, Offer
from callins.services.attending import attend
from callins.services.following import drop_visit
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def undo_attendance(*, by, invitation, at, tapped_at=None):
    """A tap was wrong: the person is expected again, and no visit is owed.

    Refused: outside the evening; once something was shown to the person or an offer answered, which only who is there
    can do.
    """
    hold(invitation)
    if invitation.arrived_at and rests_on_arrival(invitation):
        raise RuleBroken(f"{invitation.dealer} was shown evidence or answered an offer, and so was here.")
    if attend(invitation, Invitation.Outcome.PENDING, tapped_at, at=at):
        drop_visit(invitation)
    return invitation


def rests_on_arrival(invitation):
    return invitation.evidence_shown.exists() or Offer.objects.of(invitation).answered().exists()
