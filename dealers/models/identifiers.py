"""By what somebody is known and found: street names, dates of birth, addresses, phones, vehicles, social handles."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from dealers import spoken
from dealers.models.fact import STANDING, Fact, Lasting, LastingQuerySet


@pghistory.track()
class Alias(Fact):
    """A street name: the way patrol knows somebody; often all there is."""

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=60)

    class Meta:
        verbose_name = "street name"
        ordering = ["at", "name"]
        constraints = [
            models.UniqueConstraint(
                "dealer", Lower("name"), name="street_name_once", condition=STANDING,
                violation_error_message="This street name is on record already.",
            ),
            models.CheckConstraint(
                name="street_name_is_given", condition=~Q(name=""), violation_error_message="Give the street name."
            ),
        ]  # fmt: skip
        indexes = [GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="alias_name")]

    def __str__(self):
        return self.name


@pghistory.track()
class BirthDate(Fact):
    """A day of birth that is not the one on record: another one given at an arrest, or only its year or month known."""

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="birth_dates")
    year = models.PositiveSmallIntegerField(validators=[MinValueValidator(1900), MaxValueValidator(2100)])
    month = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    day = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )

    class Meta:
        verbose_name = "date of birth"
        verbose_name_plural = "dates of birth"
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="birth_day_has_its_month", condition=Q(day=None) | Q(month__isnull=False),
                violation_error_message="Give the month too, or only the year.",
            ),
            models.UniqueConstraint(
                fields=["dealer", "year", "month", "day"], name="birth_date_once", condition=STANDING,
                nulls_distinct=False, violation_error_message="This date of birth is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return spoken.birth(self.year, self.month, self.day)


class AddressQuerySet(LastingQuerySet):
    def homes(self):
        return self.filter(kind=Address.Kind.HOME)


@pghistory.track()
class Address(Lasting):
    """Where somebody lives, stays or works."""

    class Kind(models.TextChoices):
        HOME = "home", "Home"
        STAYS = "stays", "Stays there"
        WORK = "work", "Work"
        OTHER = "other", "Other"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.HOME)
    line = models.CharField(max_length=120)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=2, blank=True)
    zip = models.CharField(max_length=10, blank=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "addresses"
        constraints = [
            models.CheckConstraint(
                name="address_is_given", condition=~Q(line=""), violation_error_message="Give house number and street."
            ),
            models.UniqueConstraint(
                "dealer", Lower("line"), Lower("city"), name="address_once", condition=STANDING & Q(until_on=None),
                violation_error_message="This address is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        place = " ".join(part for part in (self.state, self.zip) if part)
        return ", ".join(part for part in (self.line, self.city, place) if part)


@pghistory.track()
class Phone(Lasting):
    """A number that somebody uses, kept in full with its country (E.164)."""

    class Kind(models.TextChoices):
        MOBILE = "mobile", "Mobile"
        PREPAID = "prepaid", "Prepaid"
        HOME = "home", "Home"
        WORK = "work", "Work"
        OTHER = "other", "Not known"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="phones")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    number = models.CharField(max_length=16)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="phone_in_full", condition=Q(number__regex=r"^\+[1-9][0-9]{6,14}$"),
                violation_error_message="Give the whole number with its area code, like 802-555-0114.",
            ),
            models.UniqueConstraint(
                fields=["dealer", "number"], name="phone_once", condition=STANDING & Q(until_on=None),
                violation_error_message="This number is on record already.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["number"], name="phone_number")]

    def __str__(self):
        return spoken.phone(self.number)


@pghistory.track()
class Vehicle(Lasting):
    """What somebody drives, and its plate."""

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="vehicles")
    description = models.CharField(max_length=40, blank=True)
    plate = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="vehicle_is_described", condition=~Q(description="", plate=""),
                violation_error_message="Describe the vehicle or give its plate.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.description} {self.plate}".strip()


@pghistory.track()
class Handle(Lasting):
    """A name used on a social network or messenger."""

    class Platform(models.TextChoices):
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        SNAPCHAT = "snapchat", "Snapchat"
        TELEGRAM = "telegram", "Telegram"
        WHATSAPP = "whatsapp", "WhatsApp"
        CASH_APP = "cash_app", "Cash App"
        OTHER = "other", "Other"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="handles")
    platform = models.CharField(max_length=12, choices=Platform)
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name = "social handle"
        ordering = ["platform", "name"]
        constraints = [
            models.CheckConstraint(
                name="handle_is_given", condition=~Q(name=""), violation_error_message="Give the name used there."
            ),
            models.UniqueConstraint(
                "dealer", "platform", Lower("name"), name="handle_once", condition=STANDING & Q(until_on=None),
                violation_error_message="This handle is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.name} ({self.get_platform_display()})"
