"""What health authorities count, whom treatment can take, what people say. Numbers only, never a patient."""

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from markets import deaths, readiness
from markets.models.base import InMarket, InMarketQuerySet


class OfHealthQuerySet(InMarketQuerySet):
    read_verb = "markets.view_health"


class HealthCountQuerySet(OfHealthQuerySet):
    def of_deaths(self):
        return self.filter(measure=HealthCount.Measure.DEATHS)


@pghistory.track()
class HealthCount(InMarket):
    """A published count for a geography and a period. A county is not its city: the level stands with the number."""

    class Measure(models.TextChoices):
        DEATHS = "deaths", "Drug-related deaths"
        OVERDOSES = "overdoses", "Non-fatal overdoses"
        NALOXONE = "naloxone", "Naloxone uses"

    class Level(models.TextChoices):
        CITY = "city", "City"
        COUNTY = "county", "County"
        STATE = "state", "State"

    class Part(models.TextChoices):
        OWN = "own", "The market lies in it"
        COMPARED = "compared", "Compared with"
        WIDER = "wider", "Shown beside it"

    CORRECTED = ("measure", "geography", "level", "part", "from_on", "until_on", "count", "definition", "source")

    measure = models.CharField(max_length=10, choices=Measure)
    geography = models.CharField(max_length=60)
    level = models.CharField(max_length=10, choices=Level)
    part = models.CharField(max_length=10, choices=Part)
    from_on = models.DateField()
    until_on = models.DateField()
    count = models.PositiveIntegerField()
    definition = models.CharField(max_length=200)
    source = models.CharField(max_length=200)

    objects = HealthCountQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "part", "geography", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "measure", "geography", "level", "from_on", "until_on"], name="health_count_once",
                violation_error_message="This count is on record for that period; correct it instead.",
            ),
            models.CheckConstraint(
                name="health_period_has_days", condition=Q(until_on__gte=F("from_on")),
                violation_error_message="The period can not end before it begins.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_measure_display()}, {self.geography}"

    @property
    def period(self):
        return deaths.Period(self.from_on, self.until_on)

    @classmethod
    def compared(cls, counts):
        """Each measure with the table of its last two periods (markets.deaths), None where there are no two."""
        told: dict[str, list] = {}
        for row in counts:
            told.setdefault(row.measure, []).append(
                deaths.Count(row.geography, row.level, row.part, row.period, row.count)
            )
        return {measure: deaths.compared(rows) for measure, rows in told.items()}


class TreatmentQuerySet(OfHealthQuerySet):
    def in_time(self):
        """Each provider's figures together, the oldest first."""
        return self.order_by("kind", "provider", "as_of", "at")

    def latest(self):
        """The last word of each provider for each kind of treatment."""
        one = ("market_id", "provider", "kind")
        newest = self.order_by(*one, "-as_of", "-at").distinct(*one)
        return self.filter(pk__in=newest.values("pk"))


@pghistory.track()
class TreatmentCapacity(InMarket):
    """What a provider can take on a day: places, who is in them, who waits. Monthly figures, no patient."""

    class Kind(models.TextChoices):
        MEDICATION = "medication", "Methadone or buprenorphine clinic"
        RESIDENTIAL = "residential", "Residential"
        COUNSELLING = "counselling", "Counselling"
        DETOX = "detox", "Detoxification"

    CORRECTED = (
        "provider", "kind", "places", "caseload", "waiting", "days_to_first_appointment", "as_of", "source",
    )  # fmt: skip

    provider = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind)
    places = models.PositiveIntegerField()
    caseload = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField(default=0)
    days_to_first_appointment = models.PositiveSmallIntegerField(null=True, blank=True)
    as_of = models.DateField()
    source = models.CharField(max_length=120)

    objects = TreatmentQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "provider", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "provider", "kind", "as_of"], name="capacity_told_once",
                violation_error_message="This provider's figures for that day are on record; correct them instead.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.provider}, {self.as_of:%-d %b %Y}"

    @property
    def free(self):
        return readiness.free_places(self.places, self.caseload, self.waiting)


class CutOffEstimateQuerySet(OfHealthQuerySet):
    def latest_of(self, market):
        """The last word on how many, with what supervisors wrote on it; None before there is one."""
        return self.filter_market(market).select_related("by").prefetch_related("waivers__by").first()


@pghistory.track()
class CutOffEstimate(InMarket):
    """How many users the sweep and the call-in will cut off from their supply, and how one knows."""

    users = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    basis = models.CharField(max_length=300)
    on = models.DateField()

    objects = CutOffEstimateQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-at"]
        constraints = [
            models.CheckConstraint(
                name="somebody_is_cut_off", condition=Q(users__gte=1),
                violation_error_message="Estimate at least one user; a market that closes cuts somebody off.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.users}"

    @property
    def waiver(self):
        """The newest; None where nobody wrote one."""
        return next(iter(self.waivers.all()), None)


@pghistory.track()
class CapacityWaiver(InMarket):
    """A supervisor goes on though treatment can not take everybody, and says why. It holds for one estimate."""

    estimate = models.ForeignKey(CutOffEstimate, on_delete=models.PROTECT, related_name="waivers")
    free_places = models.IntegerField()  # as they stood when it was written
    why = models.CharField(max_length=500)

    objects = OfHealthQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.why


@pghistory.track()
class Survey(InMarket):
    """One question put to residents, officers or city staff, with what was answered."""

    class Audience(models.TextChoices):
        RESIDENTS = "residents", "Residents"
        OFFICERS = "officers", "Officers"
        CITY_STAFF = "city_staff", "City staff"

    CORRECTED = ("held_on", "audience", "question", "asked", "answers")

    held_on = models.DateField()
    audience = models.CharField(max_length=10, choices=Audience)
    question = models.CharField(max_length=200)
    asked = models.PositiveIntegerField()  # how many were asked; those who answered are the sum of the answers
    answers = models.JSONField(default=list)  # [label, count] in the order of the scale

    objects = OfHealthQuerySet.as_manager()

    class Meta:
        ordering = ["audience", "question", "held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "audience", "question", "held_on"], name="survey_once",
                violation_error_message="This question of that day is on record; correct it instead.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.question
