"""What happens to somebody in the program besides meetings and tests: pauses, decisions, what was told."""

import uuid

import pghistory
from django.db import models
from django.db.models import F, Q

from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program.attempts import Ending
from callins.dtc.program.events import Consequence, PauseKind


def choices(kinds):
    return [(kind.value, kind.value.replace("_", " ").capitalize()) for kind in kinds]


class AttemptQuerySet(TeamsQuerySet):
    def open(self):
        return self.filter(ended_on=None)

    def eligible(self):
        """Of whom every gate is open, since the longest first."""
        return self.open().filter(eligible_since__isnull=False).order_by("eligible_since", "pk")

    def undecided(self):
        """With a relapse that waits for the team."""
        return self.open().filter(is_undecided=True).order_by("pk")

    def with_people(self):
        return self.select_related("enrolment__participant")


@pghistory.track(exclude=["looked_at_on"])
class Attempt(models.Model):
    """One run at the program. It follows from the events (callins.dtc.program.status) and is kept, so that lists can
    ask for it and the database holds that only one is open; whoever records an event lays it down anew, and once a day
    the clock does where time alone may have changed it.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    started_on = models.DateField()
    phase = models.PositiveSmallIntegerField(default=1)
    counts_from = models.DateField()  # since when its days are counted, and with how many of them it began
    credit = models.PositiveSmallIntegerField(default=0)
    phase_complete_on = models.DateField()  # by the days, as far as pauses are known
    eligible_since = models.DateField(null=True)
    is_undecided = models.BooleanField(default=False)  # a relapse waits for the team's decision
    looked_at_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=12, choices=choices(Ending), blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "number"], name="dtc_attempt_numbered_once",
                violation_error_message="Two attempts have the same number.",
            ),
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(ended_on=None), name="dtc_one_open_attempt",
                violation_error_message="An attempt is open already.",
            ),
            models.CheckConstraint(
                name="dtc_attempt_ends_one_way",
                condition=Q(ended_on=None, ended_as="") | (Q(ended_on__gte=F("started_on")) & ~Q(ended_as="")),
                violation_error_message="Say how the attempt ended, on a day after its start.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Attempt {self.number}"


class PauseQuerySet(TeamsQuerySet):
    def with_people(self):
        return self.select_related("enrolment__participant")


@pghistory.track()
class Pause(models.Model):
    """Custody, hospital, residential care: the clock stands from the first day to the day before the last."""

    CORRECTED = ("kind", "began_on", "ended_on", "where")  # what a correction may touch

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="pauses")
    kind = models.CharField(max_length=12, choices=choices(PauseKind))
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    where = models.CharField(max_length=120, blank=True)
    corrected_why = models.CharField(max_length=200, blank=True, editable=False)  # what stood there is in the history
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = PauseQuerySet.as_manager()

    class Meta:
        ordering = ["began_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(ended_on=None), name="dtc_one_open_pause",
                violation_error_message="The clock stands already; end that pause first.",
            ),
            models.CheckConstraint(
                name="dtc_pause_ends_after_it_begins",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                violation_error_message="A pause ends on the day it began, or later.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_kind_display()


@pghistory.track()
class Decision(models.Model):
    """What the team decided: the next phase, graduation, or that somebody leaves. Who and why. Never changed."""

    class Kind(models.TextChoices):
        ADVANCE = "advance", "Next phase"
        GRADUATE = "graduate", "Graduated"
        WITHDRAW = "withdraw", "Withdrew"
        TERMINATE = "terminate", "Terminated"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind)
    to_phase = models.PositiveSmallIntegerField(null=True)
    decided_on = models.DateField()
    why = models.CharField(max_length=300)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "at"]
        constraints = [
            models.CheckConstraint(
                name="dtc_decision_says_why", condition=~Q(why=""),
                violation_error_message="Say why the team decided so.",
            ),
            models.CheckConstraint(
                name="dtc_step_names_its_phase",
                condition=Q(kind="advance", to_phase__isnull=False) | (~Q(kind="advance") & Q(to_phase=None)),
                violation_error_message="Say to which phase.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_kind_display()


@pghistory.track()
class SelfReport(models.Model):
    """Use that somebody told of before a test did: the team decides what follows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="self_reports")
    used_on = models.DateField()
    substance = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["used_on"]

    def __str__(self):
        return f"Told of use on {self.used_on:%-d %b %Y}"


@pghistory.track()
class RelapseDecision(models.Model):
    """What the team makes of a relapse that is left to it: of a test, or of what somebody told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="relapse_decisions")
    test = models.ForeignKey(
        "dtc.DrugTest", null=True, blank=True, on_delete=models.PROTECT, related_name="relapse_decisions"
    )
    self_report = models.ForeignKey(
        SelfReport, null=True, blank=True, on_delete=models.PROTECT, related_name="relapse_decisions"
    )
    consequence = models.CharField(max_length=16, choices=choices(Consequence))
    decided_on = models.DateField()
    why = models.CharField(max_length=300)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "at"]
        constraints = [
            models.CheckConstraint(
                name="dtc_decided_on_one_relapse",
                condition=Q(test=None, self_report__isnull=False) | Q(test__isnull=False, self_report=None),
                violation_error_message="Say on which test or report the team decided.",
            ),
            models.CheckConstraint(
                name="dtc_relapse_decision_says_why", condition=~Q(why=""),
                violation_error_message="Say why the team decided so.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_consequence_display()
