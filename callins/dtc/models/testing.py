"""Who was drawn, what was given, what was found: test by test, finding by finding. Nothing is overwritten."""

import uuid

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from callins.dtc.models.course import choices
from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program.draw import Specimen
from callins.dtc.program.events import Finding
from callins.dtc.program.wording import said_span

AFTER_DISPUTE = (Finding.UPHELD, Finding.OVERTURNED, Finding.EXPLAINED)
AFTER_QUICK = (Finding.CONFIRMED, Finding.NOT_CONFIRMED, *AFTER_DISPUTE)


class DrawQuerySet(TeamsQuerySet):
    def of_day(self, day):
        return self.filter(day=day)

    def totals(self):
        """(drawn, chances) of all that were made with the odds of the last one."""
        last = self.first()
        same = self.filter(odds_of=last.odds_of, odds_in=last.odds_in) if last else self
        told = same.aggregate(drawn=models.Sum("drawn", default=0), chances=models.Sum("chances", default=0))
        return told["drawn"], told["chances"]


@pghistory.track()
class Draw(models.Model):
    """One morning's draw, once a day whoever asks: how many had a chance, with which odds, how many were drawn."""

    day = models.DateField(unique=True)
    odds_of = models.PositiveSmallIntegerField()
    odds_in = models.PositiveSmallIntegerField()
    chances = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    by_floor = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    objects = DrawQuerySet.as_manager()

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.CheckConstraint(
                name="dtc_draw_has_odds", condition=Q(odds_of__gte=1, odds_in__gte=F("odds_of")),
                violation_error_message="Odds are so many in so many.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Draw of {self.day:%-d %b %Y}"


class PrescriptionQuerySet(TeamsQuerySet):
    def of_participant(self, participant):
        return self.filter(enrolment__participant=participant)

    def with_people(self):
        return self.select_related("enrolment__participant")


@pghistory.track()
class Prescription(models.Model):
    """A medicine that a doctor prescribed: a positive for it is explained, and no relapse."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="prescriptions")
    medicine = models.CharField(max_length=60)
    shows_as = ArrayField(models.CharField(max_length=60))  # the substances that a panel finds
    prescriber = models.CharField(max_length=80)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = PrescriptionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="dtc_prescription_ends_later", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="A prescription ends on the day it began, or later.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.medicine

    def explained_on(self):
        """The days of the tests of which it explained something."""
        return [localdate(result.test.collected_at) for result in self.results.select_related("test")]

    def explains(self, substance, on):
        return (
            self.from_on <= on
            and (self.until_on is None or on <= self.until_on)
            and substance.casefold() in {each.casefold() for each in self.shows_as}
        )


class DrugTestQuerySet(TeamsQuerySet):
    def outstanding(self):
        """Asked for, and neither given nor missed."""
        return self.filter(collected_at=None, missed_on=None)

    def with_people(self):
        return self.select_related("enrolment__participant")

    def last_of(self, enrolments):
        """The last that was asked for of each, with its results."""
        rows = self.filter(enrolment__in=enrolments).order_by("enrolment_id", "-ordered_on", "-at")
        return rows.distinct("enrolment_id").prefetch_related("results")

    def of(self, enrolment):
        return self.filter(enrolment=enrolment)

    def of_participant(self, participant):
        return self.filter(enrolment__participant=participant)

    def of_day(self, day):
        """Ordered that day, or told earlier and still outstanding: what was never told is the program's shortfall."""
        carried = Q(ordered_on__lt=day, notified_at__isnull=False, collected_at=None, missed_on=None)
        return self.filter(Q(ordered_on=day) | carried)

    def still_asked(self):
        """Without those of which somebody was never told who has left the program since: nobody is told of them now."""
        return self.exclude(notified_at=None, enrolment__ended_on__isnull=False)

    def before_day(self, day):
        return self.filter(ordered_on__lt=day)

    def given_between(self, first, last=None):
        """Collected on these days; without a last one, since the first."""
        given = self.filter(collected_at__date__gte=first)
        return given.filter(collected_at__date__lte=last) if last else given

    def of_open_courses(self):
        return self.filter(enrolment__ended_on=None)

    def awaiting(self):
        """Given, and without a last word: nothing found yet, a quick test not confirmed, a dispute not ended."""
        given = self.model.objects.filter(collected_at__isnull=False, is_tampered=False)
        unread = given.filter(~Exists(Result.objects.filter(test=OuterRef("pk"))))
        said = Result.objects.filter(test=OuterRef("test"), substance=OuterRef("substance"))
        unconfirmed = Q(finding=Finding.PRESUMPTIVE) & ~Exists(said.filter(finding__in=AFTER_QUICK))
        disputed = Q(finding=Finding.DISPUTED) & ~Exists(said.filter(finding__in=AFTER_DISPUTE))
        loose = Result.objects.filter(unconfirmed | disputed, test__in=given)
        # each for itself: one condition with “or” inside would be asked of every test there ever was
        return self.filter(Q(pk__in=unread.values("pk")) | Q(pk__in=loose.values("test")))

    def in_state(self, state):
        """One of: outstanding, awaiting, positive, failed."""
        states = {
            "outstanding": self.outstanding, "awaiting": self.awaiting, "positive": self.positive, "failed": self.failed
        }  # fmt: skip
        return states[state]()

    def failed(self):
        return self.filter(Q(missed_on__isnull=False) | Q(is_tampered=True))

    def positive(self):
        """Of which a quick test or the laboratory said so, whatever came of it."""
        found = Result.objects.filter(test=OuterRef("pk"), finding__in=(Finding.PRESUMPTIVE, Finding.CONFIRMED))
        return self.filter(Exists(found))

    def with_results(self):
        return self.prefetch_related("results")


@pghistory.track()
class DrugTest(models.Model):
    """One test: why, told when, due when, given when. What was found are its results."""

    class Why(models.TextChoices):
        DRAW = "draw", "Drawn"
        FLOOR = "floor", "Below the floor of 28 days"
        CAUSE = "cause", "For cause"
        INTAKE = "intake", "At intake"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="tests")
    draw = models.ForeignKey(Draw, null=True, blank=True, on_delete=models.PROTECT, related_name="tests")
    why = models.CharField(max_length=8, choices=Why)
    ordered_on = models.DateField()
    specimen = models.CharField(max_length=10, choices=choices(Specimen), default=Specimen.URINE.value)
    notified_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    collected_at = models.DateTimeField(null=True, blank=True)
    observed_by = models.CharField(max_length=80, blank=True)
    missed_on = models.DateField(null=True, blank=True)
    is_tampered = models.BooleanField(default=False)
    panel = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    creatinine = models.DecimalField(
        max_digits=5, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )  # mg/dL
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = DrugTestQuerySet.as_manager()

    class Meta:
        ordering = ["-ordered_on", "-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "draw"], name="dtc_drawn_once_a_day",
                violation_error_message="This person is on that day's roll already.",
            ),
            models.CheckConstraint(
                name="dtc_drawn_by_a_draw", condition=~Q(why="draw") | Q(draw__isnull=False),
                violation_error_message="Who was drawn stands on a day's roll.",
            ),
            models.CheckConstraint(
                name="dtc_given_or_missed", condition=Q(collected_at=None) | Q(missed_on=None),
                violation_error_message="A test is given or missed, not both.",
            ),
            models.CheckConstraint(
                name="dtc_due_after_notice",
                condition=Q(notified_at=None, due_at=None) | Q(due_at__gt=F("notified_at")),
                violation_error_message="A test is due some hours after notice.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["enrolment", "-ordered_on"], name="dtc_tests_of")]

    def __str__(self):
        return f"Test of {self.ordered_on:%-d %b %Y}"

    @property
    def is_outstanding(self):
        return self.collected_at is None and self.missed_on is None

    @property
    def given_in(self):
        """From notice to collection, in real hours: "5 h 10 min". Empty without notice, or before it was given."""
        if not (self.notified_at and self.collected_at and self.collected_at >= self.notified_at):
            return ""
        return said_span(self.collected_at - self.notified_at)

    @property
    def is_late(self):
        """Given after its hours: it counts as given, and the team sees that it was late."""
        return bool(self.collected_at and self.due_at and self.collected_at > self.due_at)


@pghistory.track()
class Result(models.Model):
    """One thing found out about a test or a substance in it. Never changed: what corrects it comes after it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    test = models.ForeignKey(DrugTest, on_delete=models.CASCADE, related_name="results")
    finding = models.CharField(max_length=14, choices=choices(Finding))
    substance = models.CharField(max_length=60, blank=True)
    found_on = models.DateField()
    source = models.CharField(max_length=120)  # cup, laboratory number, who decided
    prescription = models.ForeignKey(
        Prescription, null=True, blank=True, on_delete=models.PROTECT, related_name="results"
    )
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["found_on", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["test", "finding", "substance"], name="dtc_found_once",
                violation_error_message="This result is recorded already.",
            ),
            models.CheckConstraint(
                name="dtc_positive_names_its_substance",
                condition=Q(finding__in=["negative", "dilute", "excused"]) | ~Q(substance=""),
                violation_error_message="Name the substance.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_finding_display()
