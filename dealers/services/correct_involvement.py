from django.core.exceptions import ValidationError

from dealers.services.facts import check_day, correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_involvement(*, by, dealer, involvement, seen, from_on, at, until_on=None, **facts):
    """A part in a market: what it is, how far it reaches, since when, until when.

    Refused: changed or withdrawn meanwhile, days to come, an end before the beginning.
    """
    check_day("from_on", from_on, at, "The beginning")
    if until_on and until_on < from_on:
        raise ValidationError({"until_on": f"This ends before it begins, on {from_on:%-d %B %Y}; check both days."})
    days = {"from_on": from_on, "until_on": until_on}
    return correct(involvement, dealer=dealer, seen=seen, by=by, at=at, **days, **facts)
