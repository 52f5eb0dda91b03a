"""Controlled buys: what was bought from whom, how it was recorded, what the laboratory found."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models import Dealer, timeline
from dealers.models.fact import OfVisibleDealer
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
LAB_DAYS = 30  # Task force policy: after these a result is overdue


class BuyQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        if not officer.has_perm("cases.view_buy"):
            return self.none()
        return super().visible_to(officer).filter(market__in=Market.objects.worked_by(officer))

    def at_the_lab(self):
        return self.filter(lab_sent_on__isnull=False, lab_result_on=None)

    def overdue_at(self, day):
        return self.at_the_lab().filter(lab_sent_on__lt=day - timedelta(days=LAB_DAYS))

    def with_substance(self, kind):
        return self.filter(substances__kind=kind).distinct()

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(dealer=dealer), F("bought_at"), "cases.buy")

    def for_timeline(self):
        return self.select_related("dealer", "by", "market").prefetch_related("substances")


@pghistory.track()
class Buy(models.Model):
    """A controlled buy. A confidential source stands here by number only."""

    class Buyer(models.TextChoices):
        UNDERCOVER = "undercover", "Undercover officer"
        SOURCE = "source", "Confidential source"

    class Unit(models.TextChoices):
        GRAMS = "g", "grams"
        BAGS = "bags", "bags"
        PILLS = "pills", "pills"
        OTHER = "other", "other"

    class FieldTest(models.TextChoices):
        NONE = "none", "Not done"
        POSITIVE = "positive", "Positive"
        NEGATIVE = "negative", "Negative"

    class Recording(models.TextChoices):
        """On what a recording rests: Vt. Const. ch. I art. 11; State v. Blow (1991); State v. Geraw (2002)."""

        NONE = "none", "Not recorded"
        CONSENT = "consent", "One-party consent, outside a home"
        WARRANT = "warrant", "Warrant"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    bought_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    is_in_a_home = models.BooleanField(default=False)
    identified_how = models.CharField(max_length=200)  # how the seller was identified
    buyer = models.CharField(max_length=12, choices=Buyer)
    source_number = models.CharField(max_length=20, blank=True)
    drug = models.CharField(max_length=40)  # as it was sold
    quantity = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=6, choices=Unit, default=Unit.GRAMS)
    price_dollars = models.DecimalField(max_digits=8, decimal_places=2)
    field_test = models.CharField(max_length=10, choices=FieldTest, default=FieldTest.NONE)
    report_number = models.CharField(max_length=30)
    deconfliction_number = models.CharField(max_length=30, blank=True)
    recording = models.CharField(max_length=10, choices=Recording, default=Recording.NONE)
    warrant_number = models.CharField(max_length=30, blank=True)
    lab_number = models.CharField(max_length=30, blank=True)
    lab_sent_on = models.DateField(null=True, blank=True)
    lab_result_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = BuyQuerySet.as_manager()

    class Meta:
        ordering = ["-bought_at"]
        constraints = [
            models.CheckConstraint(
                name="source_by_number", condition=~Q(buyer="source") | ~Q(source_number=""),
                violation_error_message="Give the confidential source's number.",
            ),
            models.CheckConstraint(
                name="lab_result_after_sending",
                condition=Q(lab_result_on=None) | Q(lab_sent_on__isnull=False, lab_result_on__gte=F("lab_sent_on")),
                violation_error_message="A result comes after the sample was sent.",
            ),
            models.CheckConstraint(
                name="bought_for_a_price", condition=Q(quantity__gt=0, price_dollars__gte=0),
                violation_error_message="Give the quantity and the price.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.quantity.normalize():f} {self.get_unit_display()} of {self.drug}, {self.report_number}"

    @property
    def is_positive(self):
        """The laboratory found a regulated drug."""
        return any(substance.is_regulated for substance in self.substances.all())


class Substance(models.Model):
    """One substance the laboratory found; a sample may hold several."""

    class Kind(models.TextChoices):
        HEROIN = "heroin", "Heroin"
        FENTANYL = "fentanyl", "Fentanyl"
        ANALOGUE = "analogue", "Fentanyl analogue"
        COCAINE = "cocaine", "Cocaine"
        METH = "meth", "Methamphetamine"
        XYLAZINE = "xylazine", "Xylazine"
        CUT = "cut", "No regulated drug"
        OTHER = "other", "Another regulated drug"

    FENTANYLS = (Kind.FENTANYL, Kind.ANALOGUE)
    UNREGULATED = (Kind.XYLAZINE, Kind.CUT)

    buy = models.ForeignKey(Buy, on_delete=models.CASCADE, related_name="substances")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=40, blank=True)  # the analogue's or the other drug's own
    percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buy", "kind", "name"], name="substance_once",
                violation_error_message="This substance is in the result already.",
            ),
            models.CheckConstraint(
                name="analogue_is_named", condition=~Q(kind__in=["analogue", "other"]) | ~Q(name=""),
                violation_error_message="Name the analogue or the drug.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name or self.get_kind_display()

    @property
    def is_regulated(self):
        return self.kind not in self.UNREGULATED
