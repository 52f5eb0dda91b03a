from dealers.rules import phone_in_full
from dealers.services.facts import correct, written
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import on_the_record


@on_the_record
def correct_phone(*, by, dealer, phone, seen, number, at, **facts):
    """A number, or since when it is given up. Refused: no such number, an end to come, changed meanwhile."""
    in_full = written("number", phone_in_full, number)
    phone = correct(phone, dealer=dealer, seen=seen, by=by, at=at, number=in_full, **facts)
    point_out(dealer, by=by, at=at)
    return phone
