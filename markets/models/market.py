"""Markets, their stages, and who works them."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

SEES_ALL_MARKETS = "accounts.view_officers"  # who assigns officers or commands them must see what there is to assign
WATCHES_ALL_MARKETS = "cases.raise_overdose_alert"  # the clock


class MarketQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Need to know: the markets one is assigned to; those who assign or command see that the others exist."""
        if officer.has_perm(WATCHES_ALL_MARKETS):
            return self
        if not officer.has_perm("markets.view_markets"):
            return self.none()
        if officer.has_perm(SEES_ALL_MARKETS):
            return self
        return self.worked_by(officer)

    def worked_by(self, officer):
        mine = Assignment.objects.current().filter(officer=officer, market=OuterRef("pk"))
        return self.filter(Exists(mine))

    def in_stage(self, *stages):
        return self.filter(stage__in=stages)

    def opened_before(self, day):
        return self.filter(opened_on__lt=day)

    def of_parts_or_places(self, parts, places):
        return self.filter(Q(pk__in=parts.values("market")) | Q(pk__in=[place.market_id for place in places]))

    def with_changes(self, officer):
        """Its stage changes, as far as this officer may read them."""
        changes = StageChange.objects.visible_to(officer).select_related("by")
        return self.prefetch_related(models.Prefetch("stage_changes", changes))

    def with_stage(self):
        latest = StageChange.objects.filter(market=OuterRef("pk")).order_by("-on", "-id")
        return self.annotate(stage_since=models.Subquery(latest.values("on")[:1]))

    def with_counts(self, officer):
        """How many officers work it, and how many hot places in use this officer sees there."""
        places = self.model.hot_places.rel.related_model.objects.visible_to(officer).in_use()
        places = places.filter(market=OuterRef("pk")).order_by().values("market")
        officers = Assignment.objects.current().filter(market=OuterRef("pk")).order_by().values("market")
        return self.annotate(
            officers=Coalesce(models.Subquery(officers.annotate(n=models.Count("pk")).values("n")), 0),
            places=Coalesce(models.Subquery(places.annotate(n=models.Count("pk")).values("n")), 0),
        )


@pghistory.track()
class Market(models.Model):
    """A drug market: overt where place holds it together, covert where a network does."""

    class Kind(models.TextChoices):
        OVERT = "overt", "Overt (a place)"
        COVERT = "covert", "Covert (a network)"

    class Stage(models.TextChoices):
        """RAND's five phases, then ours. They may overlap; this is the one that leads."""

        PLANNING = "planning", "Planning"
        TARGETING = "targeting", "Targeting"
        COMMUNITY = "community", "Community"
        PREPARATION = "preparation", "Call-in preparation"
        AFTER_CALL_IN = "after_call_in", "After the call-in"
        MAINTENANCE = "maintenance", "Maintenance"
        CLOSED = "closed", "Closed"
        RE_EMERGED = "re_emerged", "Re-emerged"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True, error_messages={"unique": "A market of this name is open."})
    kind = models.CharField(max_length=10, choices=Kind)
    drugs = models.CharField(max_length=120)
    jurisdiction = models.CharField(max_length=120, blank=True)
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.PLANNING)
    opened_on = models.DateField()

    objects = MarketQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="market_is_named", condition=~Q(name=""), violation_error_message="Give the market a name."
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("markets:view_market", args=[self.pk])

    def stages(self):
        """Every stage as (label, state), state done, now or ahead, for the strip on the board."""
        order = list(self.Stage)
        now = order.index(self.Stage(self.stage))
        return [
            (stage.label, "now" if place == now else "done" if place < now else "ahead")
            for place, stage in enumerate(order)
        ]


class StageChangeQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """The reasons are for who works the market; who assigns to it sees that it exists."""
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def call_in_day(self):
        """From which the first of these markets' stages is after the call-in; None before there was one."""
        after = self.filter(stage=Market.Stage.AFTER_CALL_IN).order_by("on")
        return after.values_list("on", flat=True).first()

    def last_call_in_day(self):
        """The same of the last time: a market that came back starts anew."""
        return self.filter(stage=Market.Stage.AFTER_CALL_IN).order_by("on").values_list("on", flat=True).last()


class StageChange(models.Model):
    """One step of a market's life: who said so, when, why."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="stage_changes")
    stage = models.CharField(max_length=20, choices=Market.Stage)
    on = models.DateField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self):
        return f"{self.market}: {self.get_stage_display()}"


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(market__in=Market.objects.visible_to(officer))

    def current(self):
        return self.filter(until_on=None)


@pghistory.track()
class Assignment(models.Model):
    """An officer who needs to know this market; one of them leads."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="assignments")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_lead = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-is_lead", "officer__full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "officer"], condition=Q(until_on=None), name="assigned_once",
                violation_error_message="This officer is assigned to this market already.",
            ),
            models.UniqueConstraint(
                fields=["market"], condition=Q(until_on=None, is_lead=True), name="one_lead_investigator",
                violation_error_message="This market has a lead investigator; release that assignment first.",
            ),
            models.CheckConstraint(
                name="assignment_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="An assignment can not end before it begins.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.officer} in {self.market}"
