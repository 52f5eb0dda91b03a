from dealers.services.facts import check_day, correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_caution(*, by, dealer, caution, seen, noted_on, at, **facts):
    """A danger, its source and date. Refused: no source, a day to come, changed or withdrawn meanwhile."""
    check_day("noted_on", noted_on, at, "The caution's day")
    return correct(caution, dealer=dealer, seen=seen, by=by, at=at, noted_on=noted_on, **facts)
