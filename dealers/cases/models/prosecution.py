"""Before the court: arrest, docket, hearings, custody and release; warrants; the sweep."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.cases.models.case import Case
from dealers.cases.rules import OFFENCES
from dealers.models import Dealer, RosterMatch, timeline
from dealers.models.fact import OfVisibleDealer
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class ProsecutionQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        return super().visible_to(officer) if officer.has_perm("cases.view_prosecution") else self.none()

    def released_between(self, since, until):
        return self.filter(release_on__gte=since, release_on__lte=until)

    def with_people(self):
        return self.select_related("dealer", "case", "operation", "by")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(dealer=dealer), F("at"), "cases.prosecution")

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
        return f"{self.get_court_display()} {self.docket}".strip()


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


class CustodyReport(models.Model):
    """A roster says that a defendant was booked or released; it changes nothing until a person confirms it here."""

    prosecution = models.ForeignKey(Prosecution, on_delete=models.CASCADE, related_name="custody_reports")
    match = models.OneToOneField(RosterMatch, on_delete=models.CASCADE, related_name="+")
    confirmed_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ["-confirmed_at"]

    def __str__(self):
        return f"{self.prosecution}: {self.match}"


class WarrantQuerySet(OfVisibleDealer):
    def active(self):
        return self.filter(status=Warrant.Status.ACTIVE)

    def confirmed_since(self, moment):
        return self.active().filter(confirmed_at__gte=moment)


@pghistory.track()
class Warrant(models.Model):
    """Always to be confirmed before an arrest; prints only when confirmed within the day before the build."""

    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        SERVED = "served", "Served"
        RECALLED = "recalled", "Recalled"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30)
    court_name = models.CharField(max_length=80)
    issued_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = WarrantQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "court_name"], name="warrant_once",
                violation_error_message="This warrant is on record already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Warrant {self.number}"


class OperationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("cases.view_operation"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))


@pghistory.track()
class Operation(models.Model):
    """The sweep: when, with whom, at whom; what came of each, and what is left open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    held_on = models.DateField()
    agencies = models.CharField(max_length=200)
    clinic_told_on = models.DateField(null=True, blank=True)
    clinic_told_number = models.PositiveSmallIntegerField(null=True, blank=True)  # users expected, never a name
    closed_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OperationQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "name"], name="operation_named_once",
                violation_error_message="An operation of this name is on record already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.name


@pghistory.track()
class Target(models.Model):
    """Whom an operation goes for, and what came of it."""

    class Outcome(models.TextChoices):
        OPEN = "open", "Not found yet"
        ARRESTED = "arrested", "Arrested"
        SURRENDERED = "surrendered", "Surrendered"
        CALLED_OFF = "called_off", "Called off"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="targets")
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    plan = models.CharField(max_length=300, blank=True)  # where and how, for the packet
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.OPEN)
    outcome_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleDealer.as_manager()

    class Meta:
        ordering = ["dealer__known_as"]
        constraints = [
            models.UniqueConstraint(
                fields=["operation", "dealer"], name="target_once",
                violation_error_message="This person is a target already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.dealer)
