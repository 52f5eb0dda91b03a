"""What the services of an invitation refuse alike."""

from callins import invitees
from dmi.errors import RuleBroken

ANSWERED = ("waiting", "agrees", "objects")


def refuse_over(call_in):
    """Inviting ends with the evening."""
    if not call_in.is_ahead:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()}; nothing changes about who is invited.")


def refuse_settled(invitation):
    """What is arranged beforehand is arranged before the evening, and for who is still invited."""
    if invitation.withdrawn_at:
        raise RuleBroken(f"This invitation was withdrawn: {invitation.withdrawn_because}")
    refuse_over(invitation.call_in)


def refuse_counsel(answer, name, noticed_on, today):
    """Counsel's answer without counsel; a notice that is still to come."""
    if noticed_on and noticed_on > today:
        raise RuleBroken("The notice to counsel is still to come; enter it on that day.")
    if answer in ANSWERED and not (name and noticed_on):
        raise RuleBroken("Give counsel's name and the day of the notice.")


def refuse_suspect(name, officer):
    """Whose word counts with somebody is never a suspect himself."""
    if found := invitees.suspect_called(name, officer):
        raise RuleBroken(f"{found} is on file as a suspect ({found.reference}); ask somebody else to speak.")
