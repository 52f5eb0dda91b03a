from django.core.exceptions import ValidationError

from callins.models import CallIn, Offer
from callins.services.following import check_day, check_held
from callins.services.next_step import say_next
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

State = Offer.State


@on_the_record
def end_offer(*, by, offer, end, ended_on, why="", at):
    """How a plea's offer ended: completed, and the reduced sentence holds; breached, and the prosecutor goes on.

    Refused: on a banked case, whose promise is a word; what nobody accepted or has ended; a breach without its reason;
    a day to come, or before the plea was entered.
    """
    hold(offer)
    invitation = offer.invitation
    check_held(invitation)
    check_accepted(offer)
    check_day("ended_on", ended_on, invitation, at)
    if offer.plea_entered_on and ended_on < offer.plea_entered_on:
        raise ValidationError({"ended_on": f"The plea was entered on {offer.plea_entered_on:%-d %B %Y}."})
    if end == State.BREACHED and not why:
        raise ValidationError({"why": "Say what was breached; the prosecutor rests on it."})
    offer.state, offer.ended_on, offer.why = end, ended_on, why
    offer.save()
    case = case_of(invitation)
    if case and not case.has_ended:
        say_next(case, next_of(offer), at)
    return offer


def case_of(invitation):
    return invitation.prosecution.case if invitation.prosecution else invitation.case


def check_accepted(offer):
    if offer.invitation.call_in.form == CallIn.Form.BANKED:
        raise RuleBroken("This call-in is on banked cases: record whether the word was kept or broken.")
    if offer.state != State.ACCEPTED:
        on = f" on {offer.ended_on:%-d %B %Y}" if offer.ended_on else ""
        raise RuleBroken(f"This offer is {offer.get_state_display().lower()}{on}; only what was accepted ends so.")


def next_of(offer):
    if offer.state == State.COMPLETED:
        return f"Plea completed on {offer.ended_on:%-d %b %Y}: the reduced sentence, as agreed"
    return f"Plea breached on {offer.ended_on:%-d %b %Y}: go on as charged"
