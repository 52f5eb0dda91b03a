"""A case against a dealer: its counts, its clock, its way from draft to disposal."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.urls import reverse

from dealers.cases.models.clock import Count, Waiver
from dealers.cases.models.course import Step, Trigger
from dealers.cases.rules import FILED_DAYS, MARGIN_DAYS, WARNINGS, commence_by, limit
from dealers.cases.states import BUILDING, LABELS, State
from dealers.models import Dealer, timeline
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class CaseQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever may read cases and sees the dealer; its prosecutor always; all to the clock, which reads none."""
        if officer.has_perm("cases.expire_case"):
            return self
        if not officer.has_perm("cases.view_case"):
            return self.none()
        return self.filter(Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(prosecutor=officer))

    def next_number(self, on):
        """Like C-26-0041: the year in which it was opened, and a number that is given once."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval('cases_number')")
            return f"C-{on:%y}-{cursor.fetchone()[0]:04}"

    def of(self, dealer):
        return self.filter(dealer=dealer)

    def about(self, dealers):
        return self.filter(dealer__in=dealers)

    def in_market(self, market):
        return self.filter(market=market)

    def in_state(self, *states):
        return self.filter(state__in=states)

    def open(self):
        return self.exclude(state__in=Case.ENDED)

    def running(self):
        """Whose clock still matters: neither charged nor ended."""
        return self.exclude(state__in=Case.STOPPED)

    def adrift(self):
        """Without a next step or without an owner who is here: nothing may silently drop."""
        ownerless = Q(owner=None) | Q(owner__is_active=False)
        return self.open().filter(Q(next_step="") | ownerless)

    def answered_for_by(self, officer):
        """Those of this owner or prosecutor."""
        return self.filter(Q(owner=officer) | Q(prosecutor=officer))

    def nobodys_or_of(self, officer):
        """Whose owner is this officer, or nobody who is here."""
        return self.filter(Q(owner=officer) | Q(owner=None) | Q(owner__is_active=False))

    def queue_of(self, prosecutor):
        """With this prosecutor, or with nobody yet; the nearest limitation first."""
        waiting = self.in_state(State.PROSECUTOR_REVIEW, State.ACTIVATION_REQUESTED)
        mine = waiting.filter(Q(prosecutor=prosecutor) | Q(prosecutor=None))
        return mine.order_by(F("commence_by").asc(nulls_last=True), "number")

    def asked_of(self, officer):
        """Whose activation this officer may decide on: somebody else asked."""
        own = Trigger.objects.filter(decided_at=None, requested_by=officer)
        return self.in_state(State.ACTIVATION_REQUESTED).exclude(triggers__in=own)

    def commencing_before(self, day):
        return self.running().filter(commence_by__lte=day)

    def near_the_limit(self, today):
        """As near as the first warning."""
        return self.commencing_before(today + timedelta(days=max(WARNINGS)))

    def past_the_limit(self, today):
        """Whose last day, waivers counted, has gone by, and with it the days in which its filing was recorded."""
        return self.commencing_before(today - timedelta(days=MARGIN_DAYS + FILED_DAYS + 1))

    def urgent_first(self):
        """Running cases by their clocks, those without a limit last; then what was charged or has ended."""
        stopped = models.ExpressionWrapper(Q(state__in=Case.STOPPED), output_field=models.BooleanField())
        return self.order_by(stopped, F("commence_by").asc(nulls_last=True), "number")

    def called(self, words, dealer_ids):
        """By the number, or against one of the people whom the words fit."""
        return self.filter(Q(number__icontains=words) | Q(dealer__in=dealer_ids))

    def with_people(self):
        return self.select_related("dealer", "market", "owner", "prosecutor", "by")

    def with_triggers(self):
        """With who asked and who decided; the last request first."""
        triggers = Trigger.objects.select_related("requested_by", "decided_by")
        return self.prefetch_related(models.Prefetch("triggers", triggers))

    def with_last_step(self):
        """Each with the step that brought it where it stands, as `brought[0]`."""
        steps = Step.objects.select_related("by").order_by("-at", "-pk")
        return self.prefetch_related(models.Prefetch("steps", steps, to_attr="brought"))

    def with_file(self):
        """All that the page of one case shows."""
        return (
            self.with_people()
            .with_triggers()
            .prefetch_related(
                models.Prefetch("counts", Count.objects.select_related("buy", "by")),
                models.Prefetch("steps", Step.objects.select_related("by")),
                models.Prefetch("waivers", Waiver.objects.select_related("consented_by", "by")),
            )
        )

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), F("at"), "cases.case")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Case(models.Model):
    """What a dealer can be prosecuted for; banked when its state says so.

    `commence_by` follows from the counts (dealers.cases.rules) and is kept so that lists can sort by it.
    """

    brought: list[Step]  # with_last_step() sets it

    BUILDING = BUILDING
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

    @property
    def is_running(self):
        return self.state not in self.STOPPED

    @property
    def has_ended(self):
        return self.state in self.ENDED

    @property
    def is_building(self):
        """What it rests on may still change: nobody has approved it."""
        return self.state in self.BUILDING

    @property
    def last_day(self):
        """On which the prosecution may commence, waivers counted; None where no limit runs."""
        return self.commence_by + timedelta(days=MARGIN_DAYS) if self.commence_by else None

    @property
    def offences(self):
        return [(count.offence, count.offence_on) for count in self.counts.all()]

    @property
    def limit_of_counts(self):
        """The earliest last day of its counts, no waiver counted."""
        return limit(self.offences)

    @property
    def open_trigger(self):
        """The request that nobody has decided on."""
        return next((trigger for trigger in self.triggers.all() if trigger.decided_at is None), None)

    @property
    def granted_trigger(self):
        return next((trigger for trigger in self.triggers.all() if trigger.is_granted), None)

    def days_left(self, today):
        """Days until the prosecution should have commenced; None where no limit runs or nothing waits for it."""
        return (self.commence_by - today).days if self.commence_by and self.is_running else None

    def wind(self):
        """Set the clock from the counts, or from a waiver that reaches further. Not saved."""
        waived_until = max((waiver.until_on for waiver in self.waivers.all()), default=None)
        self.commence_by = commence_by(self.offences, waived_until)
