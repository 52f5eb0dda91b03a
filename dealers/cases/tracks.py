"""Where each dealer stands between the facts, the rule's proposal and what two people decided, for many at once.

What the records say is asked of them: the part in the market, fentanyl by the laboratory, violence by caution,
supervision, age. Nobody types it a second time.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from dealers.cases import disparity, track
from dealers.cases.models import Buy, Substance, TrackDecision, TrackFacts
from dealers.cases.track import Track
from dealers.models import CautionFlag, Dealer, Involvement, Supervision

STATED = (
    "is_out_of_state", "sells_weight", "is_violent", "has_sexual_offence", "has_arson", "is_under_age",
    "has_significant_prior_dealing",
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """One dealer on the way to a court or to the call-in."""

    dealer: Dealer
    role: str
    stated: TrackFacts | None
    facts: track.Facts
    proposal: track.Proposal
    decision: TrackDecision | None
    violence_at: datetime | None
    sells_fentanyl: bool
    is_supervised: bool

    @property
    def role_label(self):
        return Involvement.Role(self.role).label

    @property
    def open_again(self):
        """Why the decision that was taken no longer stands."""
        taken = self.decision
        if taken is None:
            return ""
        return track.why_open_again(
            taken.decided, taken.proposed, self.proposal, taken.supervisor_at, self.violence_at,
            self.stated.at if self.stated else None,
        )  # fmt: skip

    @property
    def is_final(self):
        return bool(self.decision and self.decision.is_final and not self.open_again)

    @property
    def waits_for_prosecutor(self):
        return bool(self.decision and not self.decision.is_final and not self.open_again)

    @property
    def track(self):
        """What two people decided; until then what the rule proposes."""
        return Track(self.decision.decided) if self.decision and self.is_final else self.proposal.track

    @property
    def reason(self):
        return self.decision.proposed_because if self.decision and self.is_final else self.proposal.reason


def of_market(market, officer, today):
    """Everybody on file with a part in the market, from the top layer down."""
    return of_markets([market], officer, today)[market]


def of_markets(markets, officer, today):
    """The same for each of several, in no more queries."""
    parts = Involvement.objects.open().filter(market__in=markets)
    people = Dealer.objects.visible_to(officer).on_file().filter(involvements__in=parts).distinct()
    found = standings(people.with_parts(officer), today)
    found.sort(key=lambda each: (track.LAYERS.index(each.role), each.dealer.known_as))
    return {market: [each for each in found if has_part(each.dealer, market)] for market in markets}


def has_part(dealer, market):
    return any(part.market_id == market.pk and not part.until_on for part in dealer.parts)


def of_dealer(dealer, today):
    [found] = standings([dealer], today)
    return found


def standings(dealers, today):
    """In a fixed number of queries, whatever their number."""
    dealers = list(dealers)
    roles, stated = top_roles(dealers), {facts.dealer_id: facts for facts in TrackFacts.objects.about(dealers)}
    taken = TrackDecision.objects.about(dealers).current().with_people()
    decisions = {decision.dealer_id: decision for decision in taken}
    violence, fentanyl, supervised = violence_of(dealers), sellers_of_fentanyl(dealers), supervised_of(dealers, today)
    found = []
    for dealer in dealers:
        facts = facts_of(dealer, roles.get(dealer.pk, "other"), stated.get(dealer.pk), today)
        found.append(
            Standing(
                dealer=dealer, role=facts.role, stated=stated.get(dealer.pk), facts=facts,
                proposal=track.propose(facts), decision=decisions.get(dealer.pk), violence_at=violence.get(dealer.pk),
                sells_fentanyl=dealer.pk in fentanyl, is_supervised=dealer.pk in supervised,
            )
        )  # fmt: skip
    return found


def facts_of(dealer, role, stated, today):
    said = {name: getattr(stated, name) for name in STATED} if stated else {}
    is_young = said.pop("is_under_age", False) or track.is_under_age(dealer.date_of_birth, today)
    return track.Facts(role=role, is_under_age=is_young, **said)


def top_roles(dealers):
    """The part nearest to the top that each has in any market."""
    found: dict = {}
    for dealer, role in Involvement.objects.open().filter(dealer__in=dealers).values_list("dealer", "role"):
        found[dealer] = min(found.get(dealer, role), role, key=track.LAYERS.index)
    return found


def violence_of(dealers):
    """When the last caution for violence was entered."""
    flags = CautionFlag.objects.standing().filter(dealer__in=dealers, kind=CautionFlag.Kind.VIOLENT)
    return dict(flags.order_by().values_list("dealer").annotate(Max("at")))


def sellers_of_fentanyl(dealers):
    """By the laboratory's result, never by what the bag was called."""
    buys = Buy.objects.filter(dealer__in=dealers, substances__kind__in=Substance.FENTANYLS)
    return set(buys.order_by().values_list("dealer", flat=True))


def supervised_of(dealers, today):
    rows = Supervision.objects.in_force(today).filter(dealer__in=dealers)
    return set(rows.values_list("dealer", flat=True))


@dataclass(frozen=True)
class Tally:
    """How many go which way, by layer, as the case study counts them."""

    layers: list[tuple[str, list[tuple[Track, int]]]]
    totals: list[tuple[Track, int]]
    diverted: int | None
    called_in: int
    kept_by_state: int
    final: int
    n: int


TRACKS = tuple(Track)


def breakdowns(found, today):
    """(by what, its groups): each with how many of it go which way."""
    by = {
        "Race or ethnicity, as the records system has it": lambda dealer: dealer.race,
        "Sex": lambda dealer: dealer.get_sex_display() if dealer.sex else "",
        "Age": lambda dealer: disparity.age_group(dealer.age_on(today)),
    }
    return [
        (title, disparity.groups([(group_of(each.dealer), each.track) for each in found], TRACKS, disparity.AGE_ORDER))
        for title, group_of in by.items()
    ]


def tally(found):
    cells = Counter((each.role, each.track) for each in found)
    used = [role for role in track.LAYERS if any(each.role == role for each in found)]
    totals = Counter(each.track for each in found)
    return Tally(
        layers=[(Involvement.Role(role).label, [(way, cells[role, way]) for way in TRACKS]) for role in used],
        totals=[(way, totals[way]) for way in TRACKS],
        diverted=track.share_diverted(totals[Track.CALL_IN], totals[Track.STATE]),
        called_in=totals[Track.CALL_IN], kept_by_state=totals[Track.CALL_IN] + totals[Track.STATE],
        final=sum(each.is_final for each in found), n=len(found),
    )  # fmt: skip
