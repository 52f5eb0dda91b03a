from dealers.cases.models import Target
from dealers.models import Involvement
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_target(*, by, operation, dealer, at, plan=""):
    """Somebody whom the sweep goes for, and where and how.

    Refused: after the operation was closed, a draft, somebody without a part in its market, the same person twice
    (by constraint).
    """
    hold(operation)
    refuse_closed(operation)
    if not dealer.is_on_file:
        raise RuleBroken("A draft is nobody's target: no supervisor has approved its predicate yet.")
    if not Involvement.objects.open().filter(dealer=dealer, market=operation.market).exists():
        raise RuleBroken(f"{dealer} has no part in {operation.market}.")
    return Target.objects.create(operation=operation, dealer=dealer, plan=plan, by=by, at=at)


def refuse_closed(operation):
    if not operation.is_open:
        raise RuleBroken(f"{operation} is closed; whoever is still open is on the CRT's agenda.")
