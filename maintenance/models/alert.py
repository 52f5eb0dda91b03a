"""New names and places: each is answered within hours, by the least that works. [CS]"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers.models import Dealer
from maintenance.models.debrief import Debrief
from maintenance.models.meeting import AgendaItem
from markets.models import HotPlace, Market

OFFICER = settings.AUTH_USER_MODEL


class NewDealerAlertQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever works its market; somebody the alert is about is seen only by who sees him on file or as draft."""
        if not officer.has_perm("maintenance.view_alerts"):
            return self.none()
        seen = Q(dealer=None) | Q(dealer__in=Dealer.objects.visible_to(officer))
        return self.filter(seen, market__in=Market.objects.worked_by(officer))

    def open(self):
        return self.filter(closed_at=None)

    def overdue_at(self, moment):
        """Nothing was done about them in their hours."""
        return self.open().filter(due_at__lt=moment, first_action_at=None)

    def raised_between(self, first, last):
        return self.filter(raised_at__date__range=(first, last))

    def with_people(self):
        return self.select_related("market", "dealer", "hot_place", "debrief", "closed_by")

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
    def is_open(self):
        return self.closed_at is None

    def hours_to_act(self):
        """From the alert to the first action; None while there is none."""
        return (self.first_action_at - self.raised_at).total_seconds() / 3600 if self.first_action_at else None


class ActionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whom it was given, partners too; and whoever may see what it is about."""
        own = Q(assignee=officer)
        if not officer.has_perm("maintenance.view_actions"):
            return self.filter(own) if officer.has_perm("maintenance.answer_action") else self.none()
        about = Q(alert__in=NewDealerAlert.objects.visible_to(officer)) | Q(
            item__in=AgendaItem.objects.visible_to(officer)
        )
        return self.filter(own | about)

    def given_to(self, officer):
        return self.filter(assignee=officer)

    def open(self):
        return self.filter(state=Action.State.OPEN)

    def done(self):
        return self.filter(state=Action.State.DONE)

    def late_on(self, day):
        return self.open().filter(due_on__lt=day)

    def of_meeting(self, meeting):
        return self.filter(item__meeting=meeting)

    def with_people(self):
        return self.select_related("alert__market", "item__dealer", "item__hot_place", "assignee", "by")


@pghistory.track()
class Action(models.Model):
    """What somebody does about an alert or a point of the meeting, by when, and what came of it."""

    class Step(models.TextChoices):
        """The ladder, the least first."""

        KNOCK = "knock", "Knock and talk"
        NOTIFICATION = "notification", "Custom notification"
        LANDLORD = "landlord", "Word with parent or landlord"
        CODE = "code", "Building code"
        SUPERVISION = "supervision", "Probation or parole"
        PRESENCE = "presence", "Presence"
        INVESTIGATION = "investigation", "Investigation"
        OTHER = "other", "Other"

    class State(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alert = models.ForeignKey(NewDealerAlert, null=True, blank=True, on_delete=models.CASCADE, related_name="actions")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.CASCADE, related_name="actions")
    step = models.CharField(max_length=14, choices=Step)
    what = models.CharField(max_length=200)  # what the assignee is told, a partner too: no more than he needs
    assignee = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    outcome = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "at"]
        constraints = [
            models.CheckConstraint(
                name="action_answers_something",
                condition=Q(alert__isnull=False, item=None) | Q(alert=None, item__isnull=False),
                violation_error_message="An action answers one alert or one point of the meeting.",
            ),
            models.CheckConstraint(
                name="action_ends_with_an_outcome",
                condition=Q(state="open", ended_at=None)
                | ~Q(state="open") & Q(ended_at__isnull=False) & ~Q(outcome=""),
                violation_error_message="Say what came of it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_step_display()}: {self.what}"

    def get_absolute_url(self):
        return reverse("maintenance:view_action", args=[self.pk])

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    def is_late(self, today):
        return self.is_open and self.due_on < today
