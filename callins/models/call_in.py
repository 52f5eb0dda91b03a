"""The call-in: when and where, who speaks, who helps, and who may know before it is held."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q
from django.urls import reverse

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class TsTzRange(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class CallInQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Until it is held it is for those on it; afterwards for whoever works the market and reads call-ins."""
        if not officer.has_perm("callins.view_call_ins"):
            return self.none()
        on_it = Exists(TeamMember.objects.filter(call_in=OuterRef("pk"), officer=officer))
        return self.filter(on_it | Q(held_at__isnull=False, market__in=Market.objects.worked_by(officer)))

    def held(self):
        return self.exclude(held_at=None)

    def open(self):
        return self.exclude(state__in=(CallIn.State.CLOSED, CallIn.State.CALLED_OFF))

    def of_market(self, market):
        return self.filter(market=market)

    def on_the_team(self, officer):
        return self.filter(Exists(TeamMember.objects.filter(call_in=OuterRef("pk"), officer=officer)))

    def nearest_first(self):
        return self.order_by("starts_at")

    def with_people(self):
        return self.select_related("market", "by")

    def with_counts(self):
        """How many are invited, and how many of them came."""
        standing = Q(invitations__withdrawn_at=None)
        counted = self.order_by("-starts_at")  # grouped rows lose the order of the model
        return counted.with_people().annotate(
            invited_count=Count("invitations", filter=standing),
            attended_count=Count("invitations", filter=standing & Q(invitations__outcome="attended")),
        )


@pghistory.track()
class CallIn(models.Model):
    """Police, community and services speak together to those who may still choose.

    Banked, as in High Point: a case is held over each and activated if dealing goes on. Plea, as in Rutland: already
    charged, the offer comes in place of the sentence. [CS]
    """

    class Form(models.TextChoices):
        BANKED = "banked", "Banked cases"
        PLEA = "plea", "Plea with treatment court"

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        READY = "ready", "Ready"
        HELD = "held", "Held"
        CLOSED = "closed", "Closed"
        CALLED_OFF = "called_off", "Called off"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10, choices=Form)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    venue = models.CharField(max_length=80)
    address = models.CharField(max_length=120)
    contact = models.CharField(max_length=120)  # whom an invitee calls, as the letter says it
    safety_plan = models.TextField(max_length=3000, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    ready_at = models.DateTimeField(null=True, editable=False)
    held_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    called_off_because = models.CharField(max_length=300, blank=True, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CallInQuerySet.as_manager()

    CORRECTED = ("starts_at", "ends_at", "venue", "address", "contact", "safety_plan")  # what a change may touch

    class Meta:
        verbose_name = "call-in"
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                name="call_in_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="A call-in ends after it begins.",
            ),
            ExclusionConstraint(
                name="one_call_in_at_a_time", condition=~Q(state="called_off"),
                expressions=[
                    (TsTzRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Another call-in is held at that hour; the same people speak at both.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Call-in at {self.venue}"

    def get_absolute_url(self):
        return reverse("callins:view_call_in", args=[self.pk])

    @property
    def is_ahead(self):
        """Still to come: what is said and who is invited may change."""
        return self.state in (self.State.PLANNED, self.State.READY)

    @property
    def is_over(self):
        return self.state in (self.State.CLOSED, self.State.CALLED_OFF)


class PartQuerySet(models.QuerySet):
    """Parts of a call-in: seen by whoever sees it."""

    def visible_to(self, officer):
        return self.filter(call_in__in=CallIn.objects.visible_to(officer))

    def of(self, call_in):
        return self.filter(call_in=call_in)

    def with_call_in(self):
        return self.select_related("call_in__market", "call_in__by")

    def with_officer(self):
        return self.select_related("officer", "by")


class TeamMember(models.Model):
    """An officer who is on a call-in and so knows who is invited before it is held."""

    call_in = models.ForeignKey(CallIn, on_delete=models.CASCADE, related_name="team")
    officer = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["officer__full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "officer"], name="on_a_call_in_once",
                violation_error_message="This officer is on the call-in already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.officer)


class Speaker(models.Model):
    """Who speaks, in what order and for which prong: enforcement, community, services. [CS]"""

    class Prong(models.TextChoices):
        ENFORCEMENT = "enforcement", "Enforcement"
        COMMUNITY = "community", "Community"
        SERVICES = "services", "Services"

    class Capacity(models.TextChoices):
        POLICE = "police", "Police"
        FEDERAL_PROSECUTOR = "federal_prosecutor", "Federal prosecutor"
        STATE_PROSECUTOR = "state_prosecutor", "State prosecutor"
        COMMUNITY_LEADER = "community_leader", "Community leader"
        FAMILY = "family", "Family member"
        PROVIDER = "provider", "Provider"
        GOT_OUT = "got_out", "Someone who got out"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call_in = models.ForeignKey(CallIn, on_delete=models.CASCADE, related_name="speakers")
    position = models.PositiveSmallIntegerField()
    prong = models.CharField(max_length=12, choices=Prong)
    name = models.CharField(max_length=80, blank=True)  # empty until somebody has said yes
    capacity = models.CharField(max_length=20, choices=Capacity)
    subject = models.CharField(max_length=160, blank=True)
    minutes = models.PositiveSmallIntegerField(default=5)

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "position"], name="one_speaker_at_a_time", deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Two speakers have the same place in the order.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.name or self.get_capacity_display()


class ReservedService(models.Model):
    """Help that stands ready on the evening itself: which, by whom, how many places."""

    class Service(models.TextChoices):
        TREATMENT = "treatment", "Drug treatment"
        HOUSING = "housing", "Housing"
        WORK = "work", "Work and training"
        HEALTH = "health", "Health care"
        LEGAL = "legal", "Legal aid, papers"
        FAMILY = "family", "Family and children"
        MONEY = "money", "Emergency money, transport"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call_in = models.ForeignKey(CallIn, on_delete=models.CASCADE, related_name="services")
    service = models.CharField(max_length=10, choices=Service)
    provider = models.CharField(max_length=80)
    contact = models.CharField(max_length=120, blank=True)
    places = models.PositiveSmallIntegerField()

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["service", "provider"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "service", "provider"], name="service_reserved_once",
                violation_error_message="This provider's places are reserved already; change the number.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_service_display()}, {self.provider}"
