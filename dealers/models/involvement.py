"""A dealer's part in a market: what decides who may see the dealer."""

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest

from dealers.models.fact import STANDING, Fact, FactQuerySet
from markets.models import Market


class InvolvementQuerySet(FactQuerySet):
    def open(self):
        return self.standing().filter(until_on=None)

    def of_people_on_file(self):
        """Standing parts of people whose predicate is approved: a draft counts nowhere."""
        return self.standing().filter(dealer__status="on_file")

    def in_market(self, market):
        return self.filter(market=market)

    def counted_for(self, officer):
        """For counting alone: who works a market may know how many there are, whether or not he may see anybody."""
        return self.of_people_on_file().filter(market__in=Market.objects.worked_by(officer))

    def first_named(self):
        """(market, dealer, moment): since when somebody on file has a part there, approved or found in it later."""
        named_at = models.Min(Greatest("at", "dealer__approved_at"))
        return self.order_by().values_list("market", "dealer").annotate(named_at=named_at)

    def by_role(self):
        """How many have each part: role -> number."""
        counted = self.order_by().values_list("role").annotate(models.Count("dealer", distinct=True))
        return dict(counted)

    def visible_to(self, officer):
        return super().visible_to(officer).known_to(officer)

    def known_to(self, officer):
        """Of markets this officer works: that a dealer has a part in another is for those who work there."""
        return self.filter(market__in=Market.objects.worked_by(officer))


@pghistory.track()
class Involvement(Fact):
    """A dealer's part in one market, from a day to a day; how far it reaches, and on what it rests."""

    class Role(models.TextChoices):
        SUPPLIER = "supplier", "Supplier"
        CONNECTOR = "connector", "Connector"
        ADDICT_DEALER = "addict_dealer", "Addict-dealer"
        HOUSE_HOLDER = "house_holder", "House holder"
        OTHER = "other", "Not known"

    class Carrier(models.TextChoices):
        CAR = "car", "Own or rented car"
        BUS = "bus", "Bus"
        TRAIN = "train", "Train"
        COURIER = "courier", "Somebody else carries it"
        PARCEL = "parcel", "Post or parcel service"

    class Trips(models.TextChoices):
        DAILY = "daily", "Daily"
        WEEKLY = "weekly", "Several a month"
        MONTHLY = "monthly", "About once a month"
        SELDOM = "seldom", "Less often"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="involvements")
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role)
    is_active = models.BooleanField(default=True)  # false while somebody is known but does not deal: locked up, away
    area = models.CharField(max_length=40, blank=True)
    origin = models.CharField(max_length=60, blank=True)
    uses_what_is_sold = models.BooleanField(null=True, blank=True)  # where dealing becomes addiction; null: not known
    route = models.CharField(max_length=80, blank=True)  # how supply moves, of suppliers: roads, stops
    carrier = models.CharField(max_length=20, choices=Carrier, blank=True)
    trips = models.CharField(max_length=20, choices=Trips, blank=True)
    buyers_served = models.PositiveSmallIntegerField(null=True, blank=True)  # estimated, in a week
    share_from_out_of_town = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(100)]  # percent of those buyers
    )  # fmt: skip
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        verbose_name = "part in a market"
        verbose_name_plural = "parts in markets"
        ordering = ["from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "market"], condition=STANDING & Q(until_on=None), name="one_part_in_a_market",
                violation_error_message="This dealer has a part in this market already.",
            ),
            models.CheckConstraint(
                name="part_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="A part in a market can not end before it begins.",
            ),
            models.CheckConstraint(
                name="share_is_a_percentage",
                condition=Q(share_from_out_of_town=None) | Q(share_from_out_of_town__lte=100),
                violation_error_message="A share is between 0 and 100 percent.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_role_display()}, {self.market}"

    @property
    def supply(self):
        """How supply comes in, as far as it is known: “Route 7; bus; about once a month”."""
        return "; ".join(filter(None, (self.route, self.get_carrier_display(), self.get_trips_display())))
