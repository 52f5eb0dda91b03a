from dealers.services.facts import check_day
from dealers.services.log_dealer import keep_photo
from dmi.audit.trail import on_the_record
from dmi.uploads import photo as through_the_gate


@on_the_record
def add_photo(*, by, dealer, photo, taken_on, at, **told):
    """A picture of the person. Refused: no picture, too large, taken on a day to come."""
    check_day("taken_on", taken_on, at, "The photo's day")
    return keep_photo(dealer, through_the_gate(photo), taken_on=taken_on, by=by, at=at, **told)
