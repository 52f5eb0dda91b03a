"""Probation, parole, furlough, pre-trial release: the conditions somebody lives under."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from dealers.models.fact import Fact, FactQuerySet
from dealers.models.owner import answered_for_by
from dealers.models.timeline import at_noon, timeline
from dealers.models.violation import Violation

OFFICER = settings.AUTH_USER_MODEL


class SupervisionQuerySet(FactQuerySet):
    def in_force(self, on):
        began = self.standing().filter(from_on__lte=on)
        return began.filter(Q(until_on=None) | Q(until_on__gte=on))

    def overlapping(self, from_on, until_on):
        """Those of which some day lies between these two, both counted; without the second, from the first on."""
        begun = self.standing().filter(from_on__lte=until_on) if until_on else self.standing()
        return begun.filter(Q(until_on=None) | Q(until_on__gte=from_on))

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def with_terms(self, on, verified_since=None):
        """Each with its conditions not ended by that day, as `terms`; where a day is given, those verified since."""
        terms = Condition.objects.not_ended(on).select_related("verified_by")
        if verified_since:
            terms = terms.verified_since(verified_since)
        return self.prefetch_related(models.Prefetch("conditions", terms, to_attr="terms"))

    def with_dealer(self):
        return self.standing().select_related("dealer")

    def with_everything(self):
        """Each with all its conditions, what was broken of them, and who entered what."""
        broken = Violation.objects.select_related("by", "condition")
        conditions = Condition.objects.select_related("verified_by", "by").prefetch_related(
            models.Prefetch("violations", broken)
        )
        return self.select_related("by").prefetch_related(models.Prefetch("conditions", conditions))

    def on_timeline(self, dealer, officer):
        return timeline(self.standing().of(dealer), at_noon("from_on"), "dealers.supervision")

    def for_timeline(self):
        return self.select_related("by")


@pghistory.track()
class Supervision(Fact):
    """Somebody is under the supervision of a court or a corrections department, from a day to a day."""

    class Kind(models.TextChoices):
        PROBATION = "probation", "Probation"
        PAROLE = "parole", "Parole"
        FURLOUGH = "furlough", "Furlough"
        PRETRIAL = "pretrial", "Pre-trial release"

    terms: list["Condition"]  # with_terms() sets it

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="supervisions")
    kind = models.CharField(max_length=10, choices=Kind)
    supervising_officer = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="supervision_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="Supervision can not end before it begins.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}, {self.supervising_officer}"

    @property
    def whom_to_call(self):
        return f"{self.supervising_officer} {self.phone}".strip()

    def runs_on(self, day):
        return self.from_on <= day and (self.until_on is None or self.until_on >= day)

    def is_over_on(self, day):
        return self.until_on is not None and self.until_on < day


class EndedSupervisionQuerySet(SupervisionQuerySet):
    def on_timeline(self, dealer, officer):
        ended = self.standing().of(dealer).filter(until_on__lt=Now())
        return timeline(ended, at_noon("until_on"), "dealers.endedsupervision")


class EndedSupervision(Supervision):
    """The end of one: on the timeline an event of its own."""

    objects = EndedSupervisionQuerySet.as_manager()

    class Meta:
        proxy = True


class ConditionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(supervision__in=Supervision.objects.visible_to(officer).standing())

    def with_dealer(self):
        return self.select_related("supervision__dealer")

    def not_ended(self, on):
        return self.filter(Q(until_on=None) | Q(until_on__gte=on))

    def in_force(self, on):
        """Not ended, of a supervision that runs on that day."""
        return self.not_ended(on).filter(supervision__in=Supervision.objects.in_force(on))

    def verified_since(self, day):
        """What may print on a card; the rest waits until somebody asks the supervising officer."""
        return self.filter(verified_on__gte=day)

    def running_out(self, today, *, days, within):
        """In force, and verified so long ago that it no longer prints, or will not within so many days."""
        return self.in_force(today).filter(verified_on__lt=today - timedelta(days=days - within))

    def owned_by(self, officer):
        """Of dealers for whom this officer answers."""
        owned = self.filter(answered_for_by(officer, "supervision__dealer__"))
        return owned.with_dealer().order_by("verified_on", "words")


@pghistory.track()
class Condition(models.Model):
    """One condition of supervision, and whether police may act on it or only report it."""

    class Permits(models.TextChoices):
        POLICE = "police", "Police may act"
        REPORT = "report", "Report to the supervising officer only"

    CORRECTED = ("words", "permits", "source")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="conditions")
    words = models.CharField(max_length=120)
    permits = models.CharField(max_length=10, choices=Permits, default=Permits.REPORT)
    source = models.CharField(max_length=120)
    verified_on = models.DateField()
    verified_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    until_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ConditionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="condition_says_something", condition=~Q(words="") & ~Q(source=""),
                violation_error_message="Give the condition and where it is written: order, docket or officer.",
            ),
            models.UniqueConstraint(
                fields=["supervision", "words"], name="condition_once", condition=Q(until_on=None),
                violation_error_message="This condition is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.words

    @property
    def is_for_police(self):
        return self.permits == self.Permits.POLICE

    def is_over_on(self, day):
        return self.until_on is not None and self.until_on < day

    def days_left(self, today, days):
        """How many days from today it still prints, today not counted; below zero it prints no more."""
        return days - (today - self.verified_on).days
