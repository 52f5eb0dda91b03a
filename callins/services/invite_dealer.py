from types import SimpleNamespace

from django.utils.timezone import localdate

from callins import invitees
from callins.models import Invitation
from callins.services.inviting import refuse_counsel, refuse_over
from dealers.guards import check_not_sealed
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

Answer = Invitation.CounselAnswer


@on_the_record
def invite_dealer(
    *, by, call_in, dealer, at, case=None, prosecution=None, counsel_name="", counsel_noticed_on=None,
    counsel_answer=Answer.NOT_ASKED,
):  # fmt: skip
    """Somebody is called in, on a banked case or, on the plea form, on what is charged. Left open, on the only one.

    Refused, with what bars and who may lift it: callins.eligibility; after the evening; a sealed record; on what does
    not carry it.
    """
    hold(call_in)
    refuse_over(call_in)
    check_not_sealed(dealer)
    answer = asked(counsel_answer, counsel_name, counsel_noticed_on)
    refuse_counsel(answer, counsel_name, counsel_noticed_on, localdate(at))
    found = invitees.of_one(call_in, dealer, by, localdate(at))
    if found.invitation:
        raise RuleBroken(f"{dealer} is invited already.")
    typed = SimpleNamespace(
        counsel_name=counsel_name, counsel_noticed_on=counsel_noticed_on, counsel_answer=answer
    )  # fmt: skip
    if why_not := found.refusal_with(typed):
        raise RuleBroken(why_not)
    return Invitation.objects.create(
        call_in=call_in, dealer=dealer, **ground(found, case or prosecution), counsel_name=counsel_name,
        counsel_noticed_on=counsel_noticed_on, counsel_answer=answer, by=by, at=at,
    )  # fmt: skip


def asked(answer, name, noticed_on):
    """Who has notice and has not answered is waited for."""
    return Answer.WAITING if answer == Answer.NOT_ASKED and name and noticed_on else answer


def ground(found, chosen):
    """On what the invitation rests, as the row keeps it."""
    if chosen is None and len(found.grounds) > 1:
        raise RuleBroken("Say on which of them the invitation rests.")
    on = found.grounds[0] if chosen is None else chosen
    if on not in found.grounds:
        raise RuleBroken(f"{on} does not carry an invitation to this call-in; choose another.")
    return {"case": on} if on in found.cases else {"prosecution": on}
