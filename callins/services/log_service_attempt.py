from django.core.exceptions import ValidationError

from callins.models import ServiceAttempt
from callins.services.writing import check_to_come
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

DELIVERED = "delivered"


@on_the_record
def log_service_attempt(*, by, letter, place, outcome, to_whom, note, at):
    """An officer went to hand the letter over: where, to whom; or why not. `outcome` is delivered or not_delivered.

    Refused: before the letter is made, after it was handed over, one that a newer letter voids, after the evening,
    for who is not invited any more; handed over to nobody; not handed over without a reason.
    """
    hold(letter)
    check_served(letter, at)
    is_delivered = outcome == DELIVERED
    if is_delivered and not to_whom:
        raise ValidationError({"to_whom": "Say to whom: the person, counsel, somebody of the household."})
    if not is_delivered and not note:
        raise ValidationError({"note": "Say why not: nobody at home, moved, refused."})
    return ServiceAttempt.objects.create(
        letter=letter, place=place, is_delivered=is_delivered, to_whom=to_whom if is_delivered else "", note=note,
        by=by, at=at,
    )  # fmt: skip


def check_served(letter, at):
    if letter.invitation is None:
        raise RuleBroken("This letter goes with a custom notification; record there how it was brought.")
    if letter.invitation.withdrawn_at:
        raise RuleBroken("This person is not invited any more; the letter is void.")
    check_to_come(letter.invitation.call_in, at)
    if not letter.made_at:
        raise RuleBroken("This letter is not made yet.")
    if not type(letter).objects.newest().contains(letter):
        raise RuleBroken("A newer letter of this person is there; hand that one over.")
    if done := letter.service_attempts.delivered().first():
        raise RuleBroken(f"This letter was handed to {done.to_whom} on {done}.")
