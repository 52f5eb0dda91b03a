"""What stands against handing somebody a letter today, in words."""

from callins.models import Clearance
from dealers.cases.models import Prosecution, Warrant


def of_invitee(invitee):
    """Of one who is invited: the records of today may bar what was right on the day of inviting."""
    return [bar.sentence for bar in (*invitee.bars, *invitee.bars_of_counsel)]


def of_dealer(dealer):
    """Of a custom notification, at which nobody is arrested either: a warrant, or custody."""
    warrants = [warrant.number for warrant in Warrant.objects.active().of(dealer)]
    if warrants:
        yield (
            f"An active warrant stands ({' and '.join(warrants)}): whoever comes to talk would have to arrest. "
            "Have it served or recalled first."
        )
    for held in Prosecution.objects.of(dealer).held():
        yield f"In custody at {held.held_at or held.court_name}; record the release first."


def at_the_door(letters):
    """By letter, for whoever is about to bring it: a warrant that no promise covers, or custody."""
    people = {letter.dealer.pk for letter in letters}
    warrants = list(Warrant.objects.active().about(people))
    held = {each.dealer_id for each in Prosecution.objects.about(people).held()}
    said_at = promises({letter.invitation.call_in_id for letter in letters})
    return {letter.pk: why for letter in letters if (why := why_not(letter, warrants, held, said_at))}


def promises(call_ins):
    """When a supervisor last said how the promise is kept, by call-in and person."""
    rows = Clearance.objects.promises().filter(call_in__in=call_ins)
    return {(row.call_in_id, row.dealer_id): row.at for row in rows}


def why_not(letter, warrants, held, said_at):
    invitation = letter.invitation
    promised_at = said_at.get((invitation.call_in_id, invitation.dealer_id))
    open_ones = [each for each in warrants if each.dealer_id == invitation.dealer_id]
    if any(promised_at is None or each.at > promised_at for each in open_ones):
        return "Do not hand it over: an active warrant stands and nobody has said how the promise is kept."
    if invitation.dealer_id in held:
        return "Do not go: in custody by the record."
    return ""
