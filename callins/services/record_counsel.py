from django.utils.timezone import localdate

from callins.services.inviting import refuse_counsel, refuse_settled
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_counsel(*, by, invitation, counsel_name, counsel_noticed_on, counsel_answer, at):
    """Who defends, since when counsel knows of the invitation, and what counsel answered.

    Refused: an answer without name and notice; a notice to come; on the plea form neither notice nor waiver; after
    the evening.
    """
    hold(invitation)
    refuse_settled(invitation)
    refuse_counsel(counsel_answer, counsel_name, counsel_noticed_on, localdate(at))
    is_plea = invitation.call_in.form == "plea"
    if is_plea and counsel_answer == invitation.CounselAnswer.NOT_ASKED:
        raise RuleBroken("On the plea form counsel has notice, or a waiver is on file: say which.")
    invitation.counsel_name, invitation.counsel_noticed_on = counsel_name, counsel_noticed_on
    invitation.counsel_answer = counsel_answer
    invitation.save(update_fields=["counsel_name", "counsel_noticed_on", "counsel_answer"])
    return invitation
