from django.utils.timezone import localdate

from dealers.services.log_dealer import keep_photo
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from dmi.uploads import photo as through_the_gate


@on_the_record
def add_photo(*, by, dealer, photo, taken_on, at, **told):
    """A picture of the person. Refused: no picture, too large, taken on a day to come."""
    if taken_on > localdate(at):
        raise RuleBroken("The photo's day is still to come; check the date.")
    return keep_photo(dealer, through_the_gate(photo), taken_on=taken_on, by=by, at=at, **told)
