from callins.services.inviting import refuse_settled
from dmi.audit.trail import hold, on_the_record


@on_the_record
def arrange_attendance(*, by, invitation, transport, companion, at):
    """How somebody gets there, and whom he brings. Refused: withdrawn; after the evening."""
    hold(invitation)
    refuse_settled(invitation)
    invitation.transport, invitation.companion = transport, companion
    invitation.save(update_fields=["transport", "companion"])
    return invitation
