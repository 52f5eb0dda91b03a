"""What came of one call-in, counted from the records; nobody is named."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.utils.timezone import localdate

from callins import published
from callins.models import CallIn, Invitation, Offer, Rearrest, ReservedService, ServiceRequest, Word
from callins.results import survival

TOOK = (Offer.State.ACCEPTED, Offer.State.COMPLETED, Offer.State.BREACHED)
Outcome = Invitation.Outcome


@dataclass(frozen=True)
class Help:
    """One kind of help: how often it was asked for, how often it came, and after how many days."""

    label: str
    asked: int
    delivered: int
    median_days: float | None


@dataclass(frozen=True)
class Group:
    """Those who came, or those who did not, and how they fared."""

    label: str
    people: int
    horizons: list[survival.Horizon]
    steps: list[survival.Step]
    dealing_steps: list[survival.Step]
    watched_days: int

    @property
    def drawn(self):
        return survival.drawn(self.steps, self.watched_days)

    @property
    def drawn_dealing(self):
        return survival.drawn(self.dealing_steps, self.watched_days)


@dataclass(frozen=True)
class Results:
    call_in: CallIn
    evening: date
    today: date
    outcomes: Counter
    offers: Counter
    help: list[Help]
    days_to_first: float | None
    kept: int
    broken: int
    groups: list[Group]

    @property
    def days(self):
        return (self.today - self.evening).days

    @property
    def invited(self):
        return self.outcomes.total()

    @property
    def attended(self):
        return self.outcomes[Outcome.ATTENDED]

    @property
    def offered(self):
        return self.offers.total()

    @property
    def accepted(self):
        """Whatever became of it later."""
        return sum(self.offers[state] for state in TOOK)

    @property
    def unheard(self):
        """Of whom nobody has found yet whether the promise was kept."""
        return self.invited - self.kept - self.broken

    def outcome_rows(self):
        return [(label, self.outcomes[value]) for value, label in Outcome.choices if self.outcomes[value]]

    def offer_rows(self):
        """What was answered, and what became of those accepted."""
        return (
            ("Offers made", self.offered),
            ("Accepted", self.accepted),
            ("Declined", self.offers[Offer.State.DECLINED]),
            ("Not answered yet", self.offers[Offer.State.MADE]),
            ("Completed", self.offers[Offer.State.COMPLETED]),
            ("Breached", self.offers[Offer.State.BREACHED]),
        )

    def beside_published(self):
        """The published lines, each with this call-in's own figure where it has one."""
        came, others = self.groups
        arrested = sum(step.arrested for group in (came, others) for step in group.steps)
        own = {
            "form": self.call_in.get_form_display(), "invited": str(self.invited), "attended": str(self.attended),
            "accepted": f"{self.accepted} of {self.offered}" if self.offers else "no offer on record",
            "rearrested": f"{arrested} of {self.invited} in {self.days} days",
        }  # fmt: skip
        return [(told, own.get(told.name, "")) for told in published.TOLD]


def results_of(call_in, today):
    """Everything that stands on the results page. Asked only for a call-in that the officer may see, once held."""
    rows = list(Invitation.objects.of(call_in).standing().values_list("pk", "outcome"))
    words = Word.objects.last_of([call_in]).values_list("invitation", "is_kept")
    found = Counter(is_kept for pk, is_kept in words if pk in {pk for pk, _ in rows})
    evening = localdate(call_in.starts_at)
    return Results(
        call_in=call_in, evening=evening, today=today, outcomes=Counter(outcome for _, outcome in rows),
        offers=Counter(Offer.objects.filter(invitation__in=[pk for pk, _ in rows]).values_list("state", flat=True)),
        help=help_of(call_in), days_to_first=first_help(call_in), kept=found[True], broken=found[False],
        groups=groups_of(call_in, rows, evening, today),
    )  # fmt: skip


def help_of(call_in):
    asked = ServiceRequest.objects.filter(invitation__call_in=call_in, invitation__withdrawn_at=None)
    days: dict[str, list] = {}
    for row in asked:
        days.setdefault(row.service, []).append(row.days_to_delivery if row.delivered_on else None)
    return [told(label, days[kind]) for kind, label in ReservedService.Service.choices if kind in days]


def told(label, days):
    came = [each for each in days if each is not None]
    return Help(label, len(days), len(came), median(came) if came else None)


def first_help(call_in):
    """The median of the days from the evening to the first help that came."""
    days = [(first - evening).days for _, evening, first in ServiceRequest.objects.days_to_first([call_in])]
    return median(days) if days else None


def groups_of(call_in, rows, evening, today):
    """Those who came and everybody else invited: whoever compares them compares people who differed before."""
    arrests = first_arrests(call_in, evening)
    came = [arrests.get(pk, (None, None)) for pk, outcome in rows if outcome == Outcome.ATTENDED]
    others = [arrests.get(pk, (None, None)) for pk, outcome in rows if outcome != Outcome.ATTENDED]
    return [group_of("Came", came, evening, today), group_of("Invited and did not come", others, evening, today)]


def group_of(label, arrests, evening, today):
    watched = (today - evening).days
    return Group(
        label, len(arrests), survival.horizons(arrests, evening, today),
        survival.steps((first for first, _ in arrests), watched),
        survival.steps((dealing for _, dealing in arrests), watched), watched,
    )  # fmt: skip


def first_arrests(call_in, evening):
    """By invitation: days from the evening to the first arrest, and to the first for dealing."""
    first: dict[object, tuple[int | None, int | None]] = {}
    rows = Rearrest.objects.filter(invitation__call_in=call_in).order_by("arrested_on")
    for pk, arrested_on, is_dealing in rows.values_list("invitation", "arrested_on", "is_dealing"):
        day = (arrested_on - evening).days
        any_kind, dealing = first.get(pk, (None, None))
        first[pk] = (day if any_kind is None else any_kind, day if is_dealing and dealing is None else dealing)
    return first
