from django.utils.timezone import localdate, localtime

from callins import evening
from callins.models import CallIn, Invitation, Offer
from callins.services.attending import check_stands
from callins.services.following import check_held
from callins.services.make_offer import check_counsel
from callins.services.next_step import say_next
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

State = Offer.State


@on_the_record
def answer_offer(*, by, offer, answer, why="", at):
    """Accepted, or declined: then the charges go on in state court, and the case says so to its owner.

    Refused: before the call-in is held, when the case would tell everybody who sees it who is invited; of somebody
    still to come, a second answer, accepted without a signature.
    """
    hold(offer)
    check_answerable(offer, at)
    check_held(offer.invitation)
    if answer == State.ACCEPTED and not offer.signed:
        raise RuleBroken("This would be an agreement without signature: sign on the screen, or add the signed page.")
    offer.state, offer.why, offer.answered_at = answer, why, at
    offer.save()
    tell_the_case(offer, at)
    return offer


def check_answerable(offer, at):
    """Refused: what was answered, a call-in over or to come, somebody whom nobody has entered, unread by counsel."""
    invitation = offer.invitation
    check_stands(invitation)
    if offer.answered_at:
        day = localdate(offer.answered_at)
        raise RuleBroken(f"This offer was {offer.get_state_display().lower()} on {day:%-d %B %Y}; it is answered once.")
    starts_at = localtime(invitation.call_in.starts_at)
    if localtime(at) < starts_at - evening.DOORS:
        raise RuleBroken(f"This call-in is on {starts_at:%-d %B %Y}; the offer is made there.")
    if invitation.outcome == Invitation.Outcome.PENDING:
        raise RuleBroken(f"{invitation.dealer} is not entered as here; record the arrival first.")
    if invitation.call_in.form == CallIn.Form.PLEA:
        check_counsel(invitation)


def tell_the_case(offer, at):
    """What follows on the plea form. A banked case waits for a trigger whatever is said to the help."""
    invitation = offer.invitation
    if invitation.call_in.form == CallIn.Form.BANKED:
        return
    case = invitation.case or (invitation.prosecution and invitation.prosecution.case)
    if case and not case.has_ended:
        on = f"{localdate(at):%-d %b %Y}"
        accepted = offer.state == State.ACCEPTED
        words = f"Offer accepted on {on}: enter the plea" if accepted else f"Offer declined on {on}: to state court"
        say_next(case, words, at)
