from django.utils.timezone import localdate

from callins import invitees
from callins.models import Clearance
from callins.services.inviting import refuse_over
from callins.services.keep_warrant_promise import lift
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def override_bar(*, by, call_in, dealer, because, at):
    """The supervisor's reason why somebody is invited whom age, violence, arson or a sexual offence bars.

    Refused: where nothing of it bars; where supervisor and prosecutor have not both decided for the call-in, which
    nobody overrides; after the evening.
    """
    hold(call_in)
    refuse_over(call_in)
    standing = invitees.of_one(call_in, dealer, by, localdate(at)).standing
    if not standing.proposal.bars:
        raise RuleBroken(f"Nothing that could be overridden bars {dealer} from the call-in.")
    if not (standing.is_final and standing.track == "call_in"):
        raise RuleBroken(
            f"Nobody overrides this: supervisor and prosecutor have not both decided for the call-in of {dealer}."
        )
    return lift(call_in, dealer, Clearance.Kind.OVERRIDE, words=because, by=by, at=at)
