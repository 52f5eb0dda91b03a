"""A case against a dealer: its counts, its clock, its way from draft to disposal."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers.cases.rules import OFFENCES, commence_by, last_day
from dealers.cases.states import LABELS, State
from dealers.models import Dealer, timeline
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class CaseQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever may read cases and sees the dealer; its prosecutor always."""
        if not officer.has_perm("cases.view_case"):
            return self.none()
        return self.filter(Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(prosecutor=officer))

    def in_state(self, *states):
        return self.filter(state__in=states)

    def running(self):
        """Whose clock still matters: neither charged nor ended."""
        return self.exclude(state__in=Case.STOPPED)

    def adrift(self):
        """Without a next step or without an owner: nothing may silently drop."""
        return self.exclude(state__in=Case.ENDED).filter(Q(next_step="") | Q(owner=None))

    def queue_of(self, prosecutor):
        """With this prosecutor, or with nobody yet; the nearest limitation first."""
        waiting = self.in_state(State.PROSECUTOR_REVIEW, State.ACTIVATION_REQUESTED)
        mine = waiting.filter(Q(prosecutor=prosecutor) | Q(prosecutor=None))
        return mine.order_by(F("commence_by").asc(nulls_last=True))

    def commencing_before(self, day):
        return self.running().filter(commence_by__lte=day)

    def with_people(self):
        return self.select_related("dealer", "market", "owner", "prosecutor", "by")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(dealer=dealer), F("at"), "cases.case")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Case(models.Model):
    """What a dealer can be prosecuted for; banked when its state says so.

    `commence_by` follows from the counts (dealers.cases.rules) and is kept so that lists can sort by it.
    """

    ENDED = (State.DECLINED, State.DISPOSED, State.EXPIRED, State.RELEASED, State.CONVERTED)
    STOPPED = (*ENDED, State.CHARGED)

    class Basis(models.TextChoices):
        BUYS = "buys", "Controlled buys"
        SEIZURE = "seizure", "Seizure"
        WIRE = "wire", "Wire"
        CONSPIRACY = "conspiracy", "Conspiracy"
        OTHER = "other", "Other"

    class Court(models.TextChoices):
        STATE = "state", "State"
        FEDERAL = "federal", "Federal"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=30, unique=True)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    court = models.CharField(max_length=10, choices=Court, default=Court.STATE)
    basis = models.CharField(max_length=12, choices=Basis, default=Basis.BUYS)
    state = models.CharField(max_length=24, choices=[(s.value, LABELS[s]) for s in State], default=State.DRAFT.value)
    owner = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    next_step = models.CharField(max_length=120, blank=True)
    next_step_on = models.DateField(null=True, blank=True)
    prosecutor = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_without_lab = models.CharField(max_length=300, blank=True)  # the prosecutor's written reason
    commence_by = models.DateField(null=True, blank=True)
    banked_on = models.DateField(null=True, blank=True)
    commenced_on = models.DateField(null=True, blank=True)
    commenced_by = models.CharField(max_length=120, blank=True)  # the act: information filed, indictment, citation
    docket = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = [F("commence_by").asc(nulls_last=True), "number"]
        constraints = [
            models.CheckConstraint(
                name="charged_has_its_act",
                condition=~Q(state="charged") | Q(commenced_on__isnull=False) & ~Q(commenced_by=""),
                violation_error_message="Say by which act and on which day the prosecution commenced.",
            ),
            models.CheckConstraint(
                name="approved_by_a_named_prosecutor",
                condition=Q(prosecutor__isnull=False)
                | ~Q(state__in=["approved", "banked", "activation_requested", "activated", "charged", "disposed"]),
                violation_error_message="A named prosecutor approves a case.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "commence_by"], name="case_state_clock")]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("cases:view_case", args=[self.pk])

    @property
    def label(self):
        return State(self.state).label

    def days_left(self, today):
        """Days until the prosecution should have commenced; None where no limit runs or it has commenced."""
        return (self.commence_by - today).days if self.commence_by and not self.commenced_on else None

    def wind(self):
        """Set the clock from the counts. Not saved."""
        self.commence_by = commence_by([(count.offence, count.offence_on) for count in self.counts.all()])


class OfVisibleCase(models.QuerySet):
    """Rows that are seen by whoever sees their case."""

    def visible_to(self, officer):
        return self.filter(case__in=Case.objects.visible_to(officer))


@pghistory.track()
class Count(models.Model):
    """An offence and its day; from it the clock runs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="counts")
    offence = models.CharField(max_length=30, choices=[(code, offence.words) for code, offence in OFFENCES.items()])
    offence_on = models.DateField()
    buy = models.ForeignKey("cases.Buy", null=True, blank=True, on_delete=models.PROTECT, related_name="counts")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["offence_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "offence", "offence_on"], name="count_once",
                violation_error_message="This count is in the case already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_offence_display()}, {self.offence_on:%-d %b %Y}"

    @property
    def statute(self):
        return OFFENCES[self.offence].statute

    @property
    def last_day(self):
        return last_day(self.offence, self.offence_on)


class Step(models.Model):
    """The case moved on: from where, to where, by whom, and what was said. Never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=30)
    source = models.CharField(max_length=24)
    target = models.CharField(max_length=24)
    because = models.CharField(max_length=600, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.case}: {self.source} to {self.target}"

    @property
    def words(self):
        return State(self.target).label


@pghistory.track()
class Trigger(models.Model):
    """Why a banked case is to be activated: the promise of the call-in was broken."""

    class Kind(models.TextChoices):
        BUY = "buy", "New controlled buy"
        ARREST = "arrest", "New arrest"
        DEALING = "dealing", "Verified dealing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="triggers")
    kind = models.CharField(max_length=10, choices=Kind)
    happened_at = models.DateTimeField()
    words = models.CharField(max_length=300)
    requested_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    decided_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(null=True)
    decided_because = models.CharField(max_length=300, blank=True)
    vouched_for_time = models.CharField(max_length=300, blank=True)  # the prosecutor's word after `commence_by`
    arrested_at = models.DateTimeField(null=True, blank=True)

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(
                name="activation_by_two", condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                violation_error_message="Somebody other than who asked decides on an activation.",
            ),
            models.CheckConstraint(
                name="trigger_says_something", condition=~Q(words=""),
                violation_error_message="Say what broke the promise.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.case}: {self.get_kind_display().lower()}"

    @property
    def hours_to_decision(self):
        return hours(self.happened_at, self.decided_at)

    @property
    def hours_to_arrest(self):
        return hours(self.happened_at, self.arrested_at)


def hours(since, until):
    return round((until - since).total_seconds() / 3600, 1) if until else None


@pghistory.track()
class Waiver(models.Model):
    """The defendant waives the limitation in writing, with the prosecution's consent (13 V.S.A. 4503(b))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="waivers")
    signed_on = models.DateField()
    until_on = models.DateField()
    consented_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    consented_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["-signed_on"]

    def __str__(self):
        return f"Waiver of {self.signed_on:%-d %b %Y}"


class ClockWarning(models.Model):
    """A warning that the limitation comes near went out: once for each distance."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="warnings")
    days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "days"], name="warned_once", violation_error_message="This warning went out already."
            )
        ]

    def __str__(self):
        return f"{self.case}: {self.days} days"
