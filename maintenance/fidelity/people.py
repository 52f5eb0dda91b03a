"""The first four elements: the market, everybody in it, a case on each, all of them out of it.

Counted beside `visible_to`, as What we learned is: numbers of the whole market, never somebody in it.
"""

from datetime import date

from callins.models import Invitation, Word
from dealers.cases.models import Case, Prosecution, Trigger
from dealers.cases.states import State
from dealers.models import Dealer, Involvement, ListDeclaration
from maintenance.scorecard import Measured
from markets.capacity import readiness_of
from markets.models import Area, Baseline, Market

COULD_BE_TRIED = (
    State.APPROVED, State.BANKED, State.ACTIVATION_REQUESTED, State.ACTIVATED, State.CHARGED, State.DISPOSED,
    State.RELEASED, State.CONVERTED,
)  # fmt: skip
Status = Dealer.Status


def measured(market: Market, today: date) -> dict[str, Measured | None]:
    parts = Involvement.objects.standing().in_market(market).exclude(dealer__status=Status.MERGED)
    rows = list(parts.values_list("dealer", "dealer__status", "is_active", "until_on"))
    everybody = {dealer for dealer, status, _, _ in rows if status == Status.ON_FILE}
    dealing = {dealer for dealer, _, is_active, until_on in rows if is_active and until_on is None}
    arrested = set(Prosecution.objects.about(everybody).order_by().values_list("dealer", flat=True))
    return {
        "area_drawn": area_drawn(market),
        "baseline_frozen": yes(Baseline.objects.filter_market(market).standing().exists()),
        "capacity_known": capacity(market, today),
        "list_complete": yes(ListDeclaration.objects.filter_market(market).confirmed().exists()),
        "predicates": Measured(len(everybody), len({dealer for dealer, *_ in rows})),
        "cases_made": Measured(len(tried(everybody) | arrested), len(everybody)),
        "out_of_market": Measured(len(everybody & (arrested | called_in(everybody) | everybody - dealing)),
                                  len(everybody)),
        "promise_kept": promise(market),
    }  # fmt: skip


def yes(is_so: bool) -> Measured:
    return Measured(int(is_so))


def area_drawn(market) -> Measured | None:
    """A covert market is a network: it is not held to an area, though it may have one."""
    is_drawn = Area.objects.filter_market(market).filter(kind=Area.Kind.MARKET).exists()
    return yes(is_drawn) if is_drawn or market.kind == Market.Kind.OVERT else None


def capacity(market, today) -> Measured | None:
    """Free places for those cut off; None while nobody estimated how many those are."""
    ready = readiness_of(market, today)
    return None if ready.cut_off is None else Measured(min(ready.free, ready.cut_off), ready.cut_off)


def tried(people) -> set:
    cases = Case.objects.about(people).in_state(*COULD_BE_TRIED)
    return set(cases.order_by().values_list("dealer", flat=True))


def called_in(people) -> set:
    came = Invitation.objects.standing().attended().of_dealers(people)
    return set(came.order_by().values_list("dealer", flat=True))


def promise(market) -> Measured:
    """Activations asked for and decided, of those asked for and of promises broken of which nobody asked yet."""
    decided = list(Trigger.objects.filter(case__market=market).values_list("decided_at", flat=True))
    broken = Word.objects.unanswered().filter(invitation__call_in__market=market)
    unasked = broken.order_by().values("invitation").distinct().count()
    return Measured(sum(at is not None for at in decided), len(decided) + unasked)
