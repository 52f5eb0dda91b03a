"""Before the court: arrest, docket, hearings, custody and release."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers.cases.models.case import Case
from dealers.cases.rules import OFFENCES
from dealers.models import Dealer, RosterMatch, timeline
from dealers.models.fact import OfVisibleDealer
from dealers.models.timeline import at_noon

OFFICER = settings.AUTH_USER_MODEL


class ProsecutionQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        return super().visible_to(officer) if officer.has_perm("cases.view_prosecution") else self.none()

    def open(self):
        return self.filter(outcome=Prosecution.Outcome.OPEN)

    def held(self):
        """In custody by the record."""
        return self.filter(custody=Prosecution.Custody.HELD)

    def released_between(self, since, until):
        """Whose release falls on one of these days, both included."""
        return self.filter(release_on__gte=since, release_on__lte=until).order_by("release_on")

    def with_people(self):
        return self.select_related("dealer", "operation", "by")

    def with_charges(self):
        return self.with_people().prefetch_related("charges")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), at_noon("arrested_on"), "cases.prosecution")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Prosecution(models.Model):
    """A defendant before a court. Arrested and not charged is an ordinary outcome. [CS]"""

    class Court(models.TextChoices):
        STATE = "state", "State"
        FEDERAL = "federal", "Federal"

    class Custody(models.TextChoices):
        NONE = "none", "Never held"
        HELD = "held", "Held"
        BAIL = "bail", "Released on conditions"
        RELEASED = "released", "Released"

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        NOT_CHARGED = "not_charged", "Arrested, not charged"
        PLEA = "plea", "Plea"
        CONVICTED = "convicted", "Convicted"
        ACQUITTED = "acquitted", "Acquitted"
        DISMISSED = "dismissed", "Dismissed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="prosecutions")
    operation = models.ForeignKey(
        "cases.Operation", null=True, blank=True, on_delete=models.PROTECT, related_name="prosecutions"
    )
    court = models.CharField(max_length=10, choices=Court)
    court_name = models.CharField(max_length=80)
    docket = models.CharField(max_length=40, blank=True)
    arresting_agency = models.CharField(max_length=80)
    arrested_on = models.DateField()
    counsel = models.CharField(max_length=80, blank=True)
    custody = models.CharField(max_length=10, choices=Custody, default=Custody.HELD)
    held_at = models.CharField(max_length=80, blank=True)
    release_on = models.DateField(null=True, blank=True)
    release_conditions = models.CharField(max_length=300, blank=True)
    next_hearing_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.OPEN)
    outcome_on = models.DateField(null=True, blank=True)
    sentence = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ProsecutionQuerySet.as_manager()

    class Meta:
        ordering = ["-arrested_on"]
        constraints = [
            models.CheckConstraint(
                name="release_after_arrest", condition=Q(release_on=None) | Q(release_on__gte=F("arrested_on")),
                violation_error_message="Nobody is released before the arrest; check the dates.",
            ),
            models.CheckConstraint(
                name="outcome_has_a_day",
                condition=Q(outcome="open", outcome_on=None) | ~Q(outcome="open") & Q(outcome_on__isnull=False),
                violation_error_message="Give the day of the outcome.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.court_name} {self.docket}".strip()

    def get_absolute_url(self):
        return reverse("cases:view_prosecution", args=[self.pk])

    @property
    def is_open(self):
        return self.outcome == self.Outcome.OPEN


class Charge(models.Model):
    """A count before the court: statute, class, the day of the offence."""

    prosecution = models.ForeignKey(Prosecution, on_delete=models.CASCADE, related_name="charges")
    offence = models.CharField(max_length=30, choices=[(code, offence.words) for code, offence in OFFENCES.items()])
    grade = models.CharField(max_length=30, blank=True)  # felony, misdemeanor
    offence_on = models.DateField()

    class Meta:
        ordering = ["offence_on"]

    def __str__(self):
        return self.get_offence_display()

    @property
    def statute(self):
        return OFFENCES[self.offence].statute


class CustodyReportQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(prosecution__in=Prosecution.objects.visible_to(officer))

    def of(self, prosecution):
        return self.filter(prosecution=prosecution).select_related("match__roster", "confirmed_by")

    def after(self, prosecution, day):
        """What was confirmed of a later day."""
        return self.filter(prosecution=prosecution, match__event_on__gt=day)

    def matches_of(self, dealer):
        """Keys of the lines about this dealer that somebody confirmed."""
        return set(self.filter(match__dealer=dealer).values_list("match", flat=True))


class CustodyReport(models.Model):
    """A roster says that a defendant was booked or released; it changes nothing until a person confirms it here."""

    prosecution = models.ForeignKey(Prosecution, on_delete=models.CASCADE, related_name="custody_reports")
    match = models.OneToOneField(RosterMatch, on_delete=models.CASCADE, related_name="+")
    confirmed_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    objects = CustodyReportQuerySet.as_manager()

    class Meta:
        ordering = ["-confirmed_at"]

    def __str__(self):
        return f"{self.prosecution}: {self.match}"
