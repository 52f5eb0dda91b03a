from callins.services.inviting import refuse_settled
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def withdraw_invitation(*, by, invitation, because, at):
    """Not invited any more, with the reason; the row stays, and the same person may be invited anew.

    Refused: withdrawn already; entered at the door; after the evening, when what came of it is entered instead.
    """
    hold(invitation)
    refuse_settled(invitation)
    if invitation.outcome != invitation.Outcome.PENDING:
        raise RuleBroken(
            f"{invitation.dealer}: {invitation.get_outcome_display().lower()}. Take that entry back first."
        )
    invitation.withdrawn_at, invitation.withdrawn_because = at, because
    invitation.save(update_fields=["withdrawn_at", "withdrawn_because"])
    return invitation
