"""What left the task force: to whom, why, by what agreement; and what the defence was given."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from dealers.models import Dealer

OFFICER = settings.AUTH_USER_MODEL


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("retention.view_agreements") else self.none()

    def in_force(self, day):
        return self.filter(Q(until=None) | Q(until__gte=day), signed_on__lte=day)


@pghistory.track()
class Agreement(models.Model):
    """An agency's written word that it keeps what it is given by like rules (28 CFR 23.20(f))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.CharField(max_length=120)
    covers = models.CharField(max_length=200)
    signed_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["agency", "-signed_on"]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_later", condition=Q(until=None) | Q(until__gte=F("signed_on")),
                violation_error_message="An agreement ends no earlier than it was signed.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.agency}, {self.signed_on:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("retention:view_agreement", args=[self.pk])


class OfDealerQuerySet(models.QuerySet):
    verb: str

    def visible_to(self, officer):
        """Of a dealer one may see; and, without the person, of records that are gone: whoever oversees them."""
        if not officer.has_perm(self.verb):
            return self.none()
        if officer.has_perm("retention.approve_removal"):
            return self
        return self.filter(dealer__in=Dealer.objects.visible_to(officer))

    def with_people(self):
        return self.select_related("dealer", "by")


class DisseminationQuerySet(OfDealerQuerySet):
    verb = "retention.view_disseminations"

    def without_agreement(self):
        return self.filter(agreement=None)


@pghistory.track()
class Dissemination(models.Model):
    """Something of a record was given to another agency (28 CFR 23.20(e)-(f)). The line outlives the record."""

    class Item(models.TextChoices):
        DOSSIER = "dossier", "Dossier, on paper or as PDF"
        CASE_FILE = "case_file", "Case file"
        FACTS = "facts", "Facts, by word of mouth or letter"
        PHOTO = "photo", "Photograph"
        SHEET = "sheet", "Hot sheet"

    class Channel(models.TextChoices):
        HAND = "hand", "By hand"
        PHONE = "phone", "By telephone"
        MAIL = "mail", "By mail"
        SYSTEM = "system", "Through another agency's system"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    record = models.UUIDField(editable=False)
    reference = models.CharField(max_length=20, editable=False)
    item = models.CharField(max_length=10, choices=Item)
    version = models.CharField(max_length=64, editable=False)  # SHA-256 of the record as it stood
    agency = models.CharField(max_length=120)
    recipient = models.CharField(max_length=120)
    agreement = models.ForeignKey(Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="given")
    why = models.CharField(max_length=200)
    channel = models.CharField(max_length=10, choices=Channel)
    given_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = DisseminationQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-at"]
        constraints = [
            models.CheckConstraint(
                name="dissemination_has_its_reason", condition=~Q(why=""),
                violation_error_message="Say what they need it for.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.reference} to {self.agency}, {self.given_on:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("retention:view_dissemination", args=[self.pk])


class DisclosureQuerySet(OfDealerQuerySet):
    verb = "retention.view_disclosures"


@pghistory.track()
class Disclosure(models.Model):
    """What the defence was given of a record: the manifest says which files, by hash; the bundle itself is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    record = models.UUIDField(editable=False)
    reference = models.CharField(max_length=20, editable=False)
    docket = models.CharField(max_length=60)
    counsel = models.CharField(max_length=120)
    withheld = models.CharField(max_length=300, blank=True)  # what is kept back, and by which rule
    manifest = models.JSONField(default=list, editable=False)  # name, bytes and SHA-256 of each file
    sha256 = models.CharField(max_length=64, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"Disclosure of {self.reference}, {self.at:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("retention:view_disclosure", args=[self.pk])
