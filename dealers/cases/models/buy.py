"""Controlled buys: what was bought from whom, how it was recorded, when the laboratory had it."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from dealers.cases import checklist
from dealers.cases.models.substance import Substance
from dealers.models import Dealer, timeline
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
LAB_DAYS = 30  # Task force policy: after these a result is overdue


class BuyQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever works the market and sees the dealer; the prosecutor of a case that rests on the buy always."""
        if not officer.has_perm("cases.view_buy"):
            return self.none()
        works = Q(market__in=Market.objects.worked_by(officer), dealer__in=Dealer.objects.visible_to(officer))
        counts = self.model._meta.get_field("counts").related_model  # Count stands above this module
        return self.filter(works | Q(Exists(counts.objects.filter(buy=OuterRef("pk"), case__prosecutor=officer))))

    def logged_by(self, officer):
        return self.filter(by=officer)

    def of(self, dealer):
        return self.filter(dealer=dealer)

    def of_case(self, case):
        """What the case rests on, the first buy first."""
        return self.filter(counts__case=case).distinct().order_by("bought_at")

    def not_sent(self):
        return self.filter(lab_sent_on=None)

    def at_the_lab(self):
        return self.filter(lab_sent_on__isnull=False, lab_result_on=None)

    def overdue_at(self, day):
        return self.at_the_lab().filter(lab_sent_on__lt=day - timedelta(days=LAB_DAYS))

    def with_result(self):
        return self.exclude(lab_result_on=None)

    def with_substance(self, *kinds):
        """In which the laboratory found one of these kinds."""
        return self.filter(Exists(Substance.objects.filter(buy=OuterRef("pk"), kind__in=kinds)))

    def negative(self):
        """Of which the laboratory says that there is no regulated drug in it."""
        found = Substance.objects.filter(buy=OuterRef("pk")).exclude(kind__in=Substance.UNREGULATED)
        return self.with_result().exclude(Exists(found))

    def in_lab_state(self, state, day):
        """As lists call it: not_sent, waiting, overdue, fentanyl, negative."""
        found = {
            "not_sent": self.not_sent,
            "waiting": self.at_the_lab,
            "overdue": lambda: self.overdue_at(day),
            "fentanyl": lambda: self.with_substance(*Substance.FENTANYLS),
            "negative": self.negative,
        }
        return found[state]()

    def samples(self):
        """(day bought, whom from, fentanyl found) of every buy with a result, the newest first."""
        fentanyl = Exists(Substance.objects.filter(buy=OuterRef("pk"), kind__in=Substance.FENTANYLS))
        rows = self.with_result().annotate(fentanyl=fentanyl).order_by("-bought_at")
        return [
            (timezone.localdate(at), name, found)
            for at, name, found in rows.values_list("bought_at", "dealer__known_as", "fentanyl")
        ]

    def with_people(self):
        """With all that a list shows."""
        return self.select_related("dealer", "market", "by").prefetch_related("substances")

    def with_file(self):
        """All that the page of one buy shows."""
        counts = self.model._meta.get_field("counts").related_model
        return self.with_people().prefetch_related(models.Prefetch("counts", counts.objects.select_related("case")))

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), F("bought_at"), "cases.buy")

    def for_timeline(self):
        return self.select_related("by", "market").prefetch_related("substances")


@pghistory.track()
class Buy(models.Model):
    """A controlled buy. A confidential source stands here by number only."""

    CORRECTED = (
        "bought_at", "place", "is_in_a_home", "identified_how", "buyer", "source_number", "drug", "quantity", "unit",
        "price_dollars", "field_test", "report_number", "deconfliction_number", "recording", "warrant_number",
    )  # fmt: skip

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
    report_number = models.CharField(max_length=30, blank=True)
    deconfliction_number = models.CharField(max_length=30, blank=True)
    recording = models.CharField(max_length=10, choices=Recording, default=Recording.NONE)
    warrant_number = models.CharField(max_length=30, blank=True)
    lab_number = models.CharField(max_length=30, blank=True)
    lab_sent_on = models.DateField(null=True, blank=True)
    lab_result_on = models.DateField(null=True, blank=True)
    purity_percent = models.DecimalField(  # of the drug as sold, by weight; null: the laboratory did not measure it
        max_digits=5, decimal_places=2, null=True, blank=True
    )
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
            models.CheckConstraint(
                name="purity_is_a_percentage",
                condition=Q(purity_percent=None) | Q(purity_percent__gte=0, purity_percent__lte=100),
                violation_error_message="Purity is between 0 and 100 percent.",
            ),
            models.CheckConstraint(
                name="purity_with_a_result", condition=Q(purity_percent=None) | Q(lab_result_on__isnull=False),
                violation_error_message="Purity comes with the laboratory's result.",
            ),
        ]  # fmt: skip

    def __str__(self):
        drug = self.drug if self.drug.isupper() else self.drug[:1].lower() + self.drug[1:]  # MDMA stays MDMA
        return f"{self.amount} of {drug}"

    def get_absolute_url(self):
        return reverse("cases:view_buy", args=[self.pk])

    @property
    def amount(self):
        return (
            f"{self.quantity.normalize():f} {self.get_unit_display() if self.unit != self.Unit.OTHER else ''}".strip()
        )

    @property
    def price(self):
        return f"${self.price_dollars:,.2f}".removesuffix(".00")

    @property
    def purity(self):
        """“38.5 %”, empty where it was not measured."""
        return "" if self.purity_percent is None else f"{self.purity_percent.normalize():f} %"

    @property
    def is_positive(self):
        """The laboratory found a regulated drug."""
        return any(substance.is_regulated for substance in self.substances.all())

    @property
    def has_fentanyl(self):
        return any(substance.is_fentanyl for substance in self.substances.all())

    @property
    def is_at_the_lab(self):
        return self.lab_sent_on is not None and self.lab_result_on is None

    def days_overdue(self, day):
        """By how many days the laboratory's result is late; none where it is not, or is here."""
        return max(0, (day - self.lab_sent_on).days - LAB_DAYS) if self.is_at_the_lab else 0

    @property
    def lacking(self):
        """What it lacks before its case is evidence-ready, in words."""
        return checklist.missing(self)

    @property
    def ended_case(self):
        """A case resting on this buy that has come to its end; None where there is none."""
        return next((count.case for count in self.counts.all() if count.case.has_ended), None)
