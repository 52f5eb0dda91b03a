"""New names and places: each is answered within hours, by the least that works. [CS]"""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse

from dealers.models import Dealer, LegalHold, timeline
from maintenance import rules
from maintenance.models.debrief import Debrief
from markets.models import HotPlace, Market

OFFICER = settings.AUTH_USER_MODEL


class NewDealerAlertQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever works its market; somebody the alert is about is seen only by who sees him on file or as draft.

        To the clock whatever it has to warn of.
        """
        if officer.has_perm("maintenance.warn_of_alert"):
            return self
        if not officer.has_perm("maintenance.view_alerts"):
            return self.none()
        seen = Q(dealer=None) | Q(dealer__in=Dealer.objects.visible_to(officer))
        return self.filter(seen, market__in=Market.objects.worked_by(officer))

    def open(self):
        return self.filter(closed_at=None)

    def overdue_at(self, moment):
        """Nothing was done about them in their hours."""
        return self.open().filter(due_at__lt=moment, first_action_at=None)

    def running_out(self, moment):
        """Nothing was done yet, and their hours end within a day, or have ended."""
        return self.overdue_at(moment + timedelta(hours=rules.LAST_HOURS)).order_by("due_at")

    def due(self, on, days):
        """About nobody on file and as old as a tip that is purged, unless it tells of somebody on hold."""
        held = LegalHold.objects.standing().naming("what")
        return self.filter(dealer=None, raised_at__date__lte=on - timedelta(days=days)).exclude(held)

    def unwarned(self):
        return self.filter(warned_at=None)

    def in_state(self, state, moment):
        """waiting: nothing is done yet; late: and the hours ran out; acted: something was done; closed."""
        match state:
            case "waiting":
                return self.open().filter(first_action_at=None)
            case "late":
                return self.overdue_at(moment)
            case "acted":
                return self.open().exclude(first_action_at=None)
        return self.exclude(closed_at=None)

    def raised_about(self, keys):
        """Of these keys those that an alert was raised about: (source, key)."""
        return set(self.filter(source_key__in=keys).values_list("source", "source_key"))

    def keyed(self, beginning):
        return self.filter(source_key__startswith=beginning)

    def stop_clock(self, key, moment):
        """The first action stands, also of two at once."""
        self.filter(pk=key, first_action_at=None).update(first_action_at=moment)

    def about(self, market, *, dealer=None, hot_place=None):
        """The same person or place in the same market."""
        if not (dealer or hot_place):
            return self.none()
        return self.filter(market=market, dealer=dealer, hot_place=hot_place)

    def that_answer(self, moment):
        """Open, or closed later than that: whoever closed them had before him what was on record by then."""
        return self.filter(Q(closed_at=None) | Q(closed_at__gt=moment))

    def named(self, words):
        """By a part of what it says, of the person's name or of the address."""
        return self.filter(
            Q(what__icontains=words) | Q(dealer__known_as__icontains=words) | Q(hot_place__address__icontains=words)
        )

    def urgent_first(self):
        """Those that are open by their hours, the ones nobody has acted on first; then the closed, the newest first."""
        waits = Case(When(closed_at=None, first_action_at=None, then=0), When(closed_at=None, then=1), default=2)
        return self.order_by(waits, "-closed_at", "due_at", "pk")

    def raised_between(self, first, last):
        return self.filter(raised_at__date__range=(first, last))

    def on_timeline(self, dealer, officer):
        about = self.visible_to(officer).filter(dealer=dealer)
        return timeline(about, F("raised_at"), "maintenance.newdealeralert")

    def for_timeline(self):
        return self.with_people().with_actions()

    def with_people(self):
        return self.select_related("market", "dealer", "hot_place", "by", "closed_by")

    def with_debrief(self, officer):
        """The one that raised it, where this officer may read it; without its picture."""
        return self.prefetch_related(models.Prefetch("debrief", Debrief.objects.visible_to(officer).without_photo()))

    def with_actions(self):
        return self.prefetch_related("actions__assignee")


@pghistory.track()
class NewDealerAlert(models.Model):
    """Somebody sets up shop: a name or a place that was not there before. The clock runs until the first action."""

    class Source(models.TextChoices):
        DEBRIEF = "debrief", "An officer's debrief"
        ENTRY = "entry", "A dealer logged"
        INCIDENT = "incident", "Incidents at one address"
        ROSTER = "roster", "A jail's list"
        PLACE = "place", "A hot place logged"
        HAND = "hand", "Raised by hand"

    class Outcome(models.TextChoices):
        STOPPED = "stopped", "Stopped"
        GONE = "gone", "Gone elsewhere"
        CASE = "case", "A case is built"
        NOTHING = "nothing", "Nothing in it"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source)
    source_key = models.CharField(max_length=40)  # of the row that raised it: once each
    what = models.CharField(max_length=160)
    dealer = models.ForeignKey(Dealer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    hot_place = models.ForeignKey(HotPlace, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    debrief = models.ForeignKey(Debrief, null=True, blank=True, on_delete=models.SET_NULL, related_name="alerts")
    raised_at = models.DateTimeField()
    due_at = models.DateTimeField()
    first_action_at = models.DateTimeField(null=True, editable=False)
    warned_at = models.DateTimeField(null=True, editable=False)  # when supervisors were told that the hours ran out
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    why = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")

    objects = NewDealerAlertQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], name="alert_raised_once",
                violation_error_message="An alert about this was raised already.",
            ),
            models.CheckConstraint(
                name="alert_is_due_later", condition=Q(due_at__gt=F("raised_at")),
                violation_error_message="An alert is due after it was raised.",
            ),
            models.CheckConstraint(
                name="alert_closed_with_an_outcome",
                condition=Q(closed_at=None, outcome="") | Q(closed_at__isnull=False) & ~Q(outcome=""),
                violation_error_message="Say how this alert ended.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        return reverse("maintenance:view_alert", args=[self.pk])

    @property
    def title(self):
        """Whom or what it is about, and what is new."""
        subject = self.dealer or self.hot_place
        return f"{subject}: {self.what}" if subject else self.what

    @property
    def is_open(self):
        return self.closed_at is None

    def clock_at(self, moment):
        """The state of its hours as a mark: (kind of dot, words)."""
        if not self.is_open:
            return "closed", self.get_outcome_display()
        if self.first_action_at:
            return "good", f"Acted on after {rules.span(self.first_action_at - self.raised_at)}"
        if self.due_at < moment:
            return "active", f"Ran out {rules.span(moment - self.due_at)} ago"
        return "wait", f"{rules.span(self.due_at - moment)} left"

    def hours_to_act(self):
        """From the alert to the first action; None while there is none."""
        return (self.first_action_at - self.raised_at).total_seconds() / 3600 if self.first_action_at else None
