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

    def ended(self, day):
        return self.filter(until__lt=day)

    def saying(self, words):
        return self.filter(Q(agency__icontains=words) | Q(covers__icontains=words))

    def with_counts(self):
        in_order = self.order_by(*self.model._meta.ordering)  # grouped rows lose the order of the model
        return in_order.select_related("by").annotate(times=models.Count("given"))


@pghistory.track()
class Agreement(models.Model):
    """An agency's written word that it keeps what it is given by like rules (28 CFR 23.20(f))."""

    CORRECTED = ("covers", "until")

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

    def is_in_force(self, day):
        return self.signed_on <= day and (self.until is None or day <= self.until)


class OfDealerQuerySet(models.QuerySet):
    verb: str
    day: str

    def visible_to(self, officer):
        """Of dealers one may see, and one's own of records that are gone: whose market that was, nothing says any more.

        Who reads the trail sees all, without the person.
        """
        if not officer.has_perm(self.verb):
            return self.none()
        if officer.has_perm("audit.view_trail"):
            return self
        return self.filter(Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(dealer=None, by=officer))

    def of(self, dealer):
        return self.filter(dealer=dealer)

    def within(self, first, last):
        """By the day on which it left."""
        return self.filter(**{f"{self.day}__gte": first, f"{self.day}__lte": last})

    def with_people(self, officer):
        """With the person as far as this officer may see him."""
        person = models.Prefetch("dealer", Dealer.objects.visible_to(officer), to_attr="person")
        return self.select_related("by").prefetch_related(person)


class DisseminationQuerySet(OfDealerQuerySet):
    verb = "retention.view_disseminations"
    day = "given_on"

    def under(self, agreement):
        return self.filter(agreement=agreement)

    def under_agreement(self):
        return self.exclude(agreement=None)

    def without_agreement(self):
        return self.filter(agreement=None)

    def saying(self, words):
        found = self
        for word in words.split():
            named = Q(reference__icontains=word) | Q(agency__icontains=word) | Q(recipient__icontains=word)
            found = found.filter(named | Q(why__icontains=word))
        return found

    def with_all(self, officer):
        return self.with_people(officer).select_related("by", "agreement")


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
    day = "at__date"

    def saying(self, words):
        named = Q(reference__icontains=words) | Q(docket__icontains=words) | Q(counsel__icontains=words)
        return self.filter(named)


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
