from callins.models import FollowUp
from callins.services.following import check_follows, lay_plan
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def assign_follow_up(*, by, invitation, owner, at):
    """This officer stays in touch with this person from now on: whatever is open is his, what is done stays where it
    was. Once the call-in is held the contacts are laid out with it.

    Refused: an owner who may not log contacts or does not sign in any more; an invitation withdrawn.
    """
    hold(invitation)
    check_follows(invitation)
    if not owner.has_perm("callins.log_follow_up"):
        raise RuleBroken(f"{owner} logs no follow-ups here; choose an investigator, a supervisor or a liaison.")
    invitation.follow_up_owner = owner
    invitation.save()
    FollowUp.objects.of(invitation).open().update(owner=owner)
    if invitation.call_in.held_at:
        lay_plan(invitation, by=by, at=at)
    return invitation
