"""The queue of reviews: records to validate or purge within 90 days, and drafts past their day without a source."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from dealers.models import Dealer, LegalHold, SourceDocument
from dmi.accounts.models import TaskForce
from dmi.privacy import rules as privacy
from maintenance.retention import rules

STATES = {
    rules.DUE: "Due or overdue",
    rules.MONTH: "Within 30 days",
    rules.QUARTER: "Within 90 days",
    rules.UNDOCUMENTED: "Drafts without a source",
}


@dataclass(frozen=True)
class Waiting:
    """One line of the queue: a record, why it stands there, and the day that counts."""

    dealer: Dealer
    state: str
    due: date
    days: int  # until then; below zero it is over

    @property
    def words(self):
        if self.days == 0:
            return "Due today"
        number = f"{abs(self.days)} day{'' if abs(self.days) == 1 else 's'}"
        return f"{number} left" if self.days > 0 else f"{number} over"

    @property
    def kind(self):
        """Of the dot beside the words."""
        return {rules.DUE: "active", rules.UNDOCUMENTED: "active", rules.MONTH: "wait"}.get(self.state, "closed")


def queue(rows, today):
    """Of these dealers those that wait, the longest first."""
    found = rows.filter(waits(today)).annotate(is_held=Exists(LegalHold.objects.standing().of(OuterRef("pk"))))
    return found.order_by(F("validated_on").asc(nulls_first=True), "logged_at", "pk")


def with_owners(rows, officer):
    return rows.with_parts(officer).select_related("assigned_to")


def waits(today):
    """What holds for every line of the queue."""
    return due_by(rules.warned_from(today)) | undocumented(today)


def due_by(day):
    """On file, and validated so long ago that the review falls due by this day."""
    return Q(status=Dealer.Status.ON_FILE, validated_on__lt=privacy.validated_for_review(day + timedelta(days=1)))


def undocumented(today):
    """A draft whose days to bring a source document are over."""
    last = today - timedelta(days=TaskForce.objects.get().draft_days)
    documents = SourceDocument.objects.filter(predicate__dealer=OuterRef("pk"))
    return Q(~Exists(documents), status__in=Dealer.UNAPPROVED, logged_at__date__lt=last)


def narrowed(rows, state, today):
    return rows.filter(in_state(state, today))


def in_state(state, today):
    near = due_by(today + timedelta(days=rules.SECOND_WARNING))
    return {
        rules.DUE: due_by(today),
        rules.MONTH: near & ~due_by(today),
        rules.QUARTER: due_by(rules.warned_from(today)) & ~near,
        rules.UNDOCUMENTED: undocumented(today),
    }[state]


def figures(rows, today):
    """How many wait in each state: (state, its words, number)."""
    numbers = rows.aggregate(**{state: Count("pk", filter=in_state(state, today)) for state in STATES})
    return [(state, words, numbers[state]) for state, words in STATES.items()]


def lines(dealers, today):
    days = TaskForce.objects.get().draft_days
    return [line(dealer, today, days) for dealer in dealers]


def line(dealer, today, draft_days):
    if dealer.is_on_file:
        state, due = rules.urgency(dealer.review_due, today), dealer.review_due
    else:
        state, due = rules.UNDOCUMENTED, privacy.source_due(localdate(dealer.logged_at), draft_days)
    return Waiting(dealer, state, due, (due - today).days)
