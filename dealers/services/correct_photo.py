from dealers.services.facts import check_day, correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_photo(*, by, dealer, photo, seen, taken_on, at, **told):
    """When a photo was taken and where it comes from. Refused: a day to come, changed or withdrawn meanwhile."""
    check_day("taken_on", taken_on, at, "The photo's day")
    return correct(photo, dealer=dealer, seen=seen, by=by, at=at, taken_on=taken_on, **told)
