from django.utils.timezone import localdate

from dealers.cases.models import Warrant
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_warrant(*, by, dealer, number, court_name, issued_on, at):
    """A warrant is out. It prints on no sheet before somebody confirms it. Refused: a day to come; the same twice."""
    if issued_on > localdate(at):
        raise RuleBroken("The warrant's day is still to come; check the date.")
    return Warrant.objects.create(
        dealer=dealer, number=number, court_name=court_name, issued_on=issued_on, by=by, at=at
    )
