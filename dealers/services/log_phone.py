from dealers.models import Phone
from dealers.rules import phone_in_full
from dealers.services.facts import written
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import on_the_record


@on_the_record
def log_phone(*, by, dealer, number, at, **facts):
    """A number somebody uses, kept with its country (E.164). Refused: one that can be no number, the same twice."""
    in_full = written("number", phone_in_full, number)
    phone = Phone.objects.create(dealer=dealer, number=in_full, by=by, at=at, **facts)
    point_out(dealer, by=by, at=at)
    return phone
