"""What several verbs of check-ins refuse."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins.models import OfferCondition
from dealers.cases.models import Case
from dmi.errors import RuleBroken

AGAIN = timedelta(minutes=10)  # a second tap within it is the same visit, sent twice


def check_liaison(dealer, liaison):
    """Whoever builds the case does not come to help, and whoever comes to help does not build the case."""
    if not (liaison.is_active and liaison.has_perm("callins.log_check_in")):
        raise RuleBroken(f"{liaison} makes no check-ins; name a liaison or a supervisor who is here.")
    if builds_the_case(liaison, dealer):
        raise RuleBroken(
            f"{liaison} answers for the case or the record of this person; somebody else visits. Name another liaison."
        )


def builds_the_case(officer, dealer):
    return dealer.owner == officer or Case.objects.of(dealer).filter(owner=officer).exists()


def check_condition(dealer, condition):
    """Of this person's plea, agreed to, and about inspections."""
    allowing = OfferCondition.objects.allowing_inspections().binding(dealer)
    if condition and not allowing.contains(condition):
        raise RuleBroken(
            f"This condition allows no inspections of {dealer}’s residence; choose one of this person’s own plea, "
            "accepted and in force."
        )


def check_moment(schedule, visited_at, at):
    if visited_at > at:
        raise ValidationError({"visited_at": "This time is still to come; enter the visit when it was made."})
    day = localdate(visited_at)
    if day < schedule.from_on:
        raise ValidationError({"visited_at": f"Check-ins began on {schedule.from_on:%-d %B %Y}; this is before it."})
    if schedule.until_on and day > schedule.until_on:
        raise ValidationError({"visited_at": f"Check-ins ended on {schedule.until_on:%-d %B %Y}; this is after it."})
