from django.utils.timezone import localdate

from dealers.cases.models import Case
from dealers.models import Involvement
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def open_case(*, by, dealer, market, court, basis, at, next_step="", next_step_on=None):
    """A draft with a number of the desk; who opens it owns it. Refused: a draft of a dealer, a market not theirs."""
    if not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is not on file yet; a supervisor approves the predicate first.")
    if not Involvement.objects.standing().known_to(by).filter(dealer=dealer, market=market).exists():
        raise RuleBroken(f"{dealer} has no part in {market}; choose a market in which the case was made.")
    return Case.objects.create(
        number=Case.objects.next_number(localdate(at)), dealer=dealer, market=market, court=court, basis=basis,
        owner=by, next_step=next_step, next_step_on=next_step_on, by=by, at=at,
    )  # fmt: skip
