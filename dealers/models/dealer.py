"""The person, and who may see them."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.urls import reverse

from dealers.models.apart import Apart
from dealers.models.description import CautionFlag
from dealers.models.fetching import Fetched, Fetching
from dealers.models.involvement import Involvement
from dealers.models.lists import ImportBatch
from dealers.models.owner import answered_for_by
from dealers.models.supervision import Supervision
from dmi.privacy import rules
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


def is_id(text):
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


class DealerQuerySet(Apart, Fetching):
    def visible_to(self, officer):
        """On file: who works one of the dealer's markets. A draft: its author and the supervisors of its market.

        Sealed records, and juveniles', are open to named roles alone (dealers.models.apart).
        """
        if not (officer.has_perm("dealers.view_dealer") or officer.has_perm("dealers.view_cards")):
            return self.none()
        parts = Involvement.objects.standing().filter(
            dealer=OuterRef("pk"), market__in=Market.objects.worked_by(officer)
        )
        if officer.has_perm("dealers.approve_predicate"):
            standing = self.open_to(officer).exclude(status=Dealer.Status.MERGED)
            return standing.filter(Exists(parts) | Q(logged_by=officer, status__in=Dealer.UNAPPROVED))
        return self.open_to(officer).filter(
            Q(Exists(parts), status=Dealer.Status.ON_FILE) | Q(logged_by=officer, status__in=Dealer.UNAPPROVED)
        )

    def compared_by(self, officer):
        """Whose likenesses may be told, which name births and phones: who opens no dossiers, only his own drafts'."""
        return self if officer.has_perm("dealers.view_dealer") else self.drafts().filter(logged_by=officer)

    def filter_ids(self, asked):
        """Those of a query string's ids that are ids at all."""
        return self.filter(pk__in=[each for each in asked if is_id(each)])

    def on_file(self):
        return self.filter(status=Dealer.Status.ON_FILE)

    def drafts(self):
        return self.filter(status__in=Dealer.UNAPPROVED)

    def logged_by_officer(self, officer):
        return self.filter(logged_by=officer).order_by("logged_at")

    def latest_first(self):
        return self.order_by(F("last_entry_at").desc(nulls_last=True), "known_as")

    def merged_into(self, dealers):
        return self.filter(merged_into__in=dealers)

    def waiting_for(self, officer):
        """Drafts with their source document that this officer may approve."""
        documented = self.filter(predicate__source_documents__isnull=False, status=Dealer.Status.DRAFT)
        return documented.exclude(logged_by=officer).order_by("logged_at").distinct()

    def owned_by(self, officer):
        """For whom this officer answers."""
        return self.filter(answered_for_by(officer))

    def warned_of(self, kind):
        return self.filter(Exists(CautionFlag.objects.standing().filter(dealer=OuterRef("pk"), kind=kind)))

    def supervised_on(self, day):
        return self.filter(Exists(Supervision.objects.in_force(day).filter(dealer=OuterRef("pk"))))

    def unsupervised_on(self, day):
        return self.filter(~Exists(Supervision.objects.in_force(day).filter(dealer=OuterRef("pk"))))

    def logged_since(self, day):
        return self.filter(logged_at__date__gte=day)

    def quiet_since(self, day):
        """Without an entry from that day on, as far as with_last_entry() looks."""
        return self.filter(Q(last_entry_at=None) | Q(last_entry_at__date__lt=day))

    def undocumented(self):
        """Drafts without a source document."""
        return self.drafts().filter(predicate__source_documents=None)

    def review_due_before(self, day):
        """On file, and to be validated again or purged before that day (dmi.privacy.rules.review_due)."""
        return self.on_file().filter(validated_on__lt=rules.validated_for_review(day))

    def numbered_by(self, source, numbers):
        """Who was imported from this source under one of these numbers."""
        standing = self.exclude(status=Dealer.Status.MERGED)
        return standing.filter(external_id__in=list(numbers), imported_in__source__iexact=source)

    def tied_to(self, dealer):
        """By a tie that stands."""
        told_first = Q(ties_a__b=dealer, ties_a__withdrawn_at=None)
        return self.filter(told_first | Q(ties_b__a=dealer, ties_b__withdrawn_at=None)).distinct()

    def in_market(self, market):
        return self.filter(Exists(Involvement.objects.standing().filter(dealer=OuterRef("pk"), market=market)))

    def playing(self, role, officer):
        """Who has this part in a market that this officer works."""
        return self.filter(
            Exists(Involvement.objects.standing().known_to(officer).filter(dealer=OuterRef("pk"), role=role))
        )


@pghistory.track()
class Dealer(Fetched, models.Model):
    """A person suspected of dealing, entered on a predicate (28 CFR 23.20); a draft until a supervisor approves it."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        RETURNED = "returned", "Returned"
        ON_FILE = "on_file", "On file"
        MERGED = "merged", "Merged"  # another record has taken this one's place

    class Sex(models.TextChoices):
        MALE = "M", "Male"
        FEMALE = "F", "Female"
        UNKNOWN = "", "Not known"

    UNAPPROVED = (Status.DRAFT, Status.RETURNED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.BigIntegerField(
        unique=True, editable=False, db_default=Func(Value("dealers_number"), function="nextval")
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    last_name = models.CharField(max_length=60, blank=True)
    first_name = models.CharField(max_length=60, blank=True)
    middle_name = models.CharField(max_length=60, blank=True)
    suffix = models.CharField(max_length=10, blank=True)
    known_as = models.CharField(max_length=130, editable=False)  # what pages call this person, kept by `rename`
    date_of_birth = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    race = models.CharField(max_length=40, blank=True)  # race or ethnicity as the records system has it
    height_inches = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(36), MaxValueValidator(96)]
    )
    weight_pounds = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(60), MaxValueValidator(600)]
    )
    marks = models.CharField(max_length=60, blank=True)
    logged_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()
    assigned_to = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    returned_because = models.CharField(max_length=300, blank=True)
    approved_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    validated_on = models.DateField(null=True, blank=True)
    external_id = models.CharField(max_length=40, blank=True)  # its number where an imported list came from
    imported_in = models.ForeignKey(
        ImportBatch, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="drafts"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="absorbed"
    )

    objects = DealerQuerySet.as_manager()

    class Meta:
        ordering = ["known_as", "number"]
        constraints = [
            models.CheckConstraint(
                name="dealer_is_called_something", condition=~Q(known_as=""),
                violation_error_message="Give a name or a street name; either is enough.",
            ),
            models.CheckConstraint(
                name="on_file_only_with_approval",
                condition=~Q(status="on_file")
                | Q(approved_by__isnull=False, approved_at__isnull=False, validated_on__isnull=False),
                violation_error_message="A dealer is on file only after a supervisor approved the predicate.",
            ),
            models.CheckConstraint(
                name="approved_by_another", condition=Q(approved_by=None) | ~Q(approved_by=F("logged_by")),
                violation_error_message="Somebody other than the author approves a predicate.",
            ),
            models.CheckConstraint(
                name="merged_into_another",
                condition=Q(status="merged", merged_into__isnull=False) | ~Q(status="merged") & Q(merged_into=None),
                violation_error_message="A merged record names the record that took its place.",
            ),
        ]  # fmt: skip
        indexes = [
            GinIndex(fields=["last_name"], opclasses=["gin_trgm_ops"], name="dealer_last_name"),
            models.Index(fields=["status", "logged_at"], name="dealer_status"),
            models.Index(fields=["external_id"], name="dealer_external_id", condition=~Q(external_id="")),
        ]

    def __str__(self):
        return self.known_as

    def get_absolute_url(self):
        return reverse("dealers:view_dealer", args=[self.pk])

    @property
    def is_on_file(self):
        return self.status == self.Status.ON_FILE

    @property
    def reference(self):
        return f"D-{self.number:04}"

    @property
    def short_name(self):
        return self.last_name or self.known_as

    @property
    def other_names(self):
        """Street names beside the one by which pages call this person."""
        return [alias.name for alias in self.street_names if f"“{alias.name}”" != self.known_as]

    @property
    def owner(self):
        """Who answers for the record: to whom it is assigned, else who logged it."""
        return self.assigned_to or self.logged_by

    @property
    def height(self):
        feet, inches = divmod(self.height_inches or 0, 12)
        return f"{feet} ft {inches} in" if self.height_inches else ""

    @property
    def review_due(self):
        return rules.review_due(self.validated_on) if self.validated_on else None

    def age_on(self, day):
        """Whole years on that day, or None."""
        born = self.date_of_birth
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) if born else None

    def rename(self, street_name=""):
        """The legal name where there is one, else the street name in quotes."""
        legal = " ".join(part for part in (self.first_name, self.last_name, self.suffix) if part)
        self.known_as = legal or (f"“{street_name}”" if street_name else "")
