from django.utils.timezone import localdate

from dealers.models import Validation
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def validate_record(*, by, dealer, because, at):
    """The record is still relevant, and kept for five more years from today (28 CFR 23.20(h)).

    Refused: a draft, validation by whoever logged it, a second one on the same day.
    """
    hold(dealer)
    today = localdate(at)
    if not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is not on file; the approval of its predicate is the first validation.")
    if dealer.logged_by_id == by.pk:
        raise RuleBroken("You logged this dealer; another supervisor validates the record.")
    if dealer.validated_on >= today:
        raise RuleBroken(f"This record was validated on {dealer.validated_on:%-d %B %Y} already.")
    dealer.validated_on = today
    dealer.save()
    return Validation.objects.create(dealer=dealer, because=because, validated_on=today, by=by)
