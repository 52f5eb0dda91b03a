"""What somebody does about an alert or a point of the meeting: the least that works first. [CS]"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse

from dealers.models import Dealer
from dmi.accounts.models import User
from maintenance import rules
from maintenance.models.agenda_item import AgendaItem
from maintenance.models.alert import NewDealerAlert

OFFICER = settings.AUTH_USER_MODEL


class ActionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whom it was given, partners too, unless the record was sealed since; and whoever may see what it is about."""
        sealed = Dealer.objects.sealed_from(officer)
        own = Q(assignee=officer) & ~Q(alert__dealer__in=sealed) & ~Q(item__dealer__in=sealed)
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

    def ended(self):
        return self.exclude(state=Action.State.OPEN)

    def due_by(self, day):
        return self.filter(due_on__lte=day)

    def due_from(self, day):
        return self.filter(due_on__gte=day)

    def of_alert(self, alert):
        return self.filter(alert=alert)

    def of_meeting(self, meeting):
        return self.filter(item__meeting=meeting)

    def in_state(self, state, day):
        return self.late_on(day) if state == "late" else self.filter(state=state)

    def in_market(self, market):
        """About an alert of this market, a place in it, or somebody who has a part in it."""
        people = Dealer.objects.in_market(market)
        about = Q(alert__market=market) | Q(item__hot_place__market=market) | Q(item__dealer__in=people)
        return self.filter(about)

    def to_chase(self, officer, day):
        """What others owe and is late, or is nobody's any more: they have left."""
        return self.open().exclude(assignee=officer).filter(Q(due_on__lt=day) | Q(assignee__is_active=False))

    def late_first(self):
        """What is to be done by its day, so that the latest stands first; then what ended, the newest first."""
        ended = Case(When(state=Action.State.OPEN, then=Value(0)), default=Value(1))
        return self.order_by(ended, F("ended_at").desc(nulls_first=True), "due_on", "at")

    def assignees(self):
        """Who has these, and how many each: `actions`."""
        own = self.filter(assignee=OuterRef("pk")).order_by().values("assignee").annotate(n=Count("pk")).values("n")
        return User.objects.annotate(actions=Subquery(own)).filter(actions__isnull=False)

    def with_people(self):
        return self.select_related("alert__market", "item__dealer", "item__hot_place", "assignee", "by")

    def with_about(self, officer):
        """Each with what it answers as far as this officer sees it: to a partner there is nothing there."""
        alerts = NewDealerAlert.objects.visible_to(officer).with_people()
        items = AgendaItem.objects.visible_to(officer).with_subjects().select_related("meeting")
        return self.select_related("assignee__agency", "by").prefetch_related(
            models.Prefetch("alert", alerts), models.Prefetch("item", items)
        )


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

    LADDER = tuple(Step)[:-1]  # “other” is no rung

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

    @property
    def about(self):
        """The alert or the point that it answers, of what `with_about` let through; else None."""
        return self.alert or self.item

    def is_late(self, today):
        return self.is_open and self.due_on < today

    @classmethod
    def next_step(cls, actions):
        """The least that was not tried yet; what was dropped was not tried."""
        tried = {action.step for action in actions if action.state != cls.State.DROPPED}
        return rules.least_untried(cls.LADDER, tried)

    @classmethod
    def rungs(cls, actions):
        """The ladder from the least on, with what was given of it: (label, actions, whether it is next)."""
        following = cls.next_step(actions)
        return [
            (step.label, [action for action in actions if action.step == step], step == following)
            for step in cls.LADDER
        ]

    def end(self, *, state, outcome, at):
        self.state, self.outcome, self.ended_at = state, outcome, at
        self.save(update_fields=["state", "outcome", "ended_at"])
