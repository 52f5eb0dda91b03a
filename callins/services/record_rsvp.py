from callins.services.inviting import refuse_settled
from dmi.audit.trail import hold, on_the_record


@on_the_record
def record_rsvp(*, by, invitation, rsvp, at):
    """Whether somebody comes, as he or whoever speaks for him said. Refused: withdrawn; after the evening."""
    hold(invitation)
    refuse_settled(invitation)
    invitation.rsvp, invitation.rsvp_at = rsvp, None if rsvp == invitation.Rsvp.UNKNOWN else at
    invitation.save(update_fields=["rsvp", "rsvp_at"])
    return invitation
