"""How what was tapped at the door becomes what is known: refused, known already, overtaken, or new."""

from datetime import timedelta

from django.utils.timezone import localdate, localtime

from callins import evening
from callins.models import CallIn, Invitation
from dmi.audit.trail import hold
from dmi.errors import RuleBroken

AHEAD = timedelta(minutes=2)  # as far as a tablet's clock may be ahead of ours
ARRIVED = Invitation.Outcome.ATTENDED


def attend(invitation, outcome, tapped_at, *, at):
    """Set the outcome. False, and nothing is changed, where it is known already or a later tap says otherwise.

    Refused: outside the evening, a moment to come, an invitation withdrawn, a call-in called off or closed.
    """
    hold(invitation)
    tapped_at = tapped_at or at
    check_door(invitation, outcome, tapped_at, at)
    if is_known(invitation, outcome):
        return False
    if evening.is_overtaken(invitation.outcome, invitation.outcome_at, outcome, tapped_at):
        return False
    invitation.outcome, invitation.outcome_at = outcome, tapped_at
    invitation.arrived_at = tapped_at if outcome == ARRIVED else None
    invitation.save()
    return True


def is_known(invitation, outcome):
    """Said before: by a second tablet, or by the same one that did not hear our answer."""
    return invitation.outcome == outcome


def check_door(invitation, outcome, tapped_at, at):
    call_in = invitation.call_in
    check_stands(invitation)
    if tapped_at > at + AHEAD:
        raise RuleBroken(f"This moment, {localtime(tapped_at):%H:%M}, is still to come; check the tablet’s clock.")
    moments = (localtime(moment) for moment in (tapped_at, call_in.starts_at, call_in.ends_at))
    if why := evening.why_not(outcome, *moments):
        raise RuleBroken(why)


def check_stands(invitation):
    """Refused: nothing more happens to an invitation withdrawn, or on a call-in that is called off or closed."""
    call_in = invitation.call_in
    if invitation.withdrawn_at:
        day = localdate(invitation.withdrawn_at)
        raise RuleBroken(f"The invitation of {invitation.dealer} was withdrawn on {day:%-d %B %Y}.")
    if call_in.state == CallIn.State.CALLED_OFF:
        raise RuleBroken("This call-in was called off; nobody is received.")
    if call_in.state == CallIn.State.CLOSED:
        raise RuleBroken(
            f"This call-in was closed on {localdate(call_in.closed_at):%-d %B %Y}; what is entered stands."
        )
