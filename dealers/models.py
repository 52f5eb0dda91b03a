"""Who: dealers, how they are known, their part in markets, what was seen, whom they are tied to."""

import hashlib
import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast, Lower
from django.urls import reverse
from django.utils import timezone

from dmi.privacy import rules
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class Reliability(models.TextChoices):
    """Of the source (the 5x5x5 and NATO grading that 28 CFR 23 projects use)."""

    A = "A", "Reliable"
    B = "B", "Usually reliable"
    C = "C", "Fairly reliable"
    D = "D", "Not usually reliable"
    E = "E", "Unreliable"
    F = "F", "Cannot be judged"


class Validity(models.TextChoices):
    """Of the content."""

    CONFIRMED = "1", "Confirmed"
    PROBABLE = "2", "Probably true"
    POSSIBLE = "3", "Possibly true"
    DOUBTFUL = "4", "Doubtful"
    IMPROBABLE = "5", "Improbable"
    UNKNOWN = "6", "Cannot be judged"


PROBABLE = (Validity.CONFIRMED, Validity.PROBABLE)  # anything less is left out of rankings


class Graded(models.Model):
    """Every fact carries how good its source is and how sure its content."""

    reliability = models.CharField(max_length=1, choices=Reliability)
    validity = models.CharField(max_length=1, choices=Validity)

    class Meta:
        abstract = True

    @property
    def grade(self):
        return f"{self.reliability}{self.validity}"

    @property
    def is_probable(self):
        return self.validity in PROBABLE


def is_id(text):
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


class DealerQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """On file: who works one of the dealer's markets. A draft: its author and the supervisors of its market."""
        if not (officer.has_perm("dealers.view_dealer") or officer.has_perm("dealers.view_cards")):
            return self.none()
        parts = Involvement.objects.filter(dealer=OuterRef("pk"), market__in=Market.objects.worked_by(officer))
        if officer.has_perm("dealers.approve_predicate"):
            return self.filter(Exists(parts) | Q(logged_by=officer, status__in=Dealer.UNAPPROVED))
        return self.filter(
            Q(Exists(parts), status=Dealer.Status.ON_FILE) | Q(logged_by=officer, status__in=Dealer.UNAPPROVED)
        )

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

    def waiting_for(self, officer):
        """Drafts with their source document that this officer may approve."""
        documented = SourceDocument.objects.filter(predicate__dealer=OuterRef("pk"))
        return (
            self.filter(Exists(documented), status=Dealer.Status.DRAFT).exclude(logged_by=officer).order_by("logged_at")
        )

    def called(self, words):
        """Whose name or street name holds every one of the words."""
        found = self
        for word in words.split():
            street = Alias.objects.filter(dealer=OuterRef("pk"), name__icontains=word)
            found = found.filter(Q(last_name__icontains=word) | Q(first_name__icontains=word) | Exists(street))
        return found

    def tied_to(self, dealer):
        return self.filter(Q(ties_a__b=dealer) | Q(ties_b__a=dealer)).distinct()

    def playing(self, role, officer):
        """Who has this part in a market that this officer works."""
        return self.filter(Exists(Involvement.objects.known_to(officer).filter(dealer=OuterRef("pk"), role=role)))

    def with_names(self):
        return self.prefetch_related(models.Prefetch("aliases", to_attr="street_names"))

    def with_parts(self, officer):
        """What a row or a card shows, in a fixed number of queries; of parts in markets, those this officer works."""
        parts = Involvement.objects.known_to(officer).select_related("market")
        return (
            self.with_names()
            .select_related("logged_by")
            .prefetch_related(
                models.Prefetch("involvements", parts, to_attr="parts"),
                models.Prefetch("photos", Photo.objects.without_pictures(), to_attr="portraits"),
            )
        )

    def with_card(self, officer):
        """What an officer needs to know on meeting somebody."""
        return self.with_parts(officer).prefetch_related("cautions", "vehicles")

    def with_dossier(self, officer):
        """What stands in the head of every page about one dealer, and the predicate with its documents."""
        return (
            self.with_card(officer)
            .select_related("approved_by", "predicate__established_by")
            .prefetch_related("predicate__source_documents__added_by")
        )

    def with_last_entry(self, officer):
        """When somebody was last seen, by entries of markets that this officer works."""
        seen = Observation.objects.known_to(officer).filter(mentions__dealer=OuterRef("pk")).order_by("-seen_at")
        return self.annotate(last_entry_at=models.Subquery(seen.values("seen_at")[:1]))


@pghistory.track()
class Dealer(models.Model):
    """A person suspected of dealing, entered on a predicate (28 CFR 23.20); a draft until a supervisor approves it."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        RETURNED = "returned", "Returned"
        ON_FILE = "on_file", "On file"

    class Sex(models.TextChoices):
        MALE = "M", "Male"
        FEMALE = "F", "Female"
        UNKNOWN = "", "Not known"

    UNAPPROVED = (Status.DRAFT, Status.RETURNED)

    street_names: list["Alias"]  # with_names() sets it
    parts: list["Involvement"]  # with_parts() sets it, and the next
    portraits: list["Photo"]

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
    height_inches = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(36), MaxValueValidator(96)]
    )
    weight_pounds = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(60), MaxValueValidator(600)]
    )
    marks = models.CharField(max_length=60, blank=True)
    logged_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()
    returned_because = models.CharField(max_length=300, blank=True)
    approved_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    validated_on = models.DateField(null=True, blank=True)

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
        ]  # fmt: skip
        indexes = [
            GinIndex(fields=["last_name"], opclasses=["gin_trgm_ops"], name="dealer_last_name"),
            models.Index(fields=["status", "logged_at"], name="dealer_status"),
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


class AliasQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(dealer__in=Dealer.objects.visible_to(officer))


@pghistory.track()
class Alias(models.Model):
    """A street name: the way patrol knows somebody; often all there is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=60)
    source = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AliasQuerySet.as_manager()

    class Meta:
        ordering = ["at", "name"]
        constraints = [
            models.UniqueConstraint(
                "dealer", Lower("name"), name="street_name_once",
                violation_error_message="This street name is on record already.",
            ),
            models.CheckConstraint(
                name="street_name_is_given", condition=~Q(name=""), violation_error_message="Give the street name."
            ),
        ]  # fmt: skip
        indexes = [GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="alias_name")]

    def __str__(self):
        return self.name


class InvolvementQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.known_to(officer).filter(dealer__in=Dealer.objects.visible_to(officer))

    def known_to(self, officer):
        """Of markets this officer works: that a dealer has a part in another is for those who work there."""
        return self.filter(market__in=Market.objects.worked_by(officer))


@pghistory.track()
class Involvement(models.Model):
    """A dealer's part in one market, from a day to a day, and on what it rests."""

    class Role(models.TextChoices):
        SUPPLIER = "supplier", "Supplier"
        CONNECTOR = "connector", "Connector"
        ADDICT_DEALER = "addict_dealer", "Addict-dealer"
        HOUSE_HOLDER = "house_holder", "House holder"
        OTHER = "other", "Not known"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="involvements")
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role)
    area = models.CharField(max_length=40, blank=True)
    origin = models.CharField(max_length=60, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "market"], condition=Q(until_on=None), name="one_part_in_a_market",
                violation_error_message="This dealer has a part in this market already.",
            ),
            models.CheckConstraint(
                name="part_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="A part in a market can not end before it begins.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_role_display()}, {self.market}"


class OfVisibleDealer(models.QuerySet):
    """Rows that are seen by whoever sees their dealer."""

    def visible_to(self, officer):
        return self.filter(dealer__in=Dealer.objects.visible_to(officer))


class PredicateQuerySet(OfVisibleDealer):
    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).filter(dealer=dealer), F("established_at"), "dealers.predicate")

    def for_timeline(self):
        return self.select_related("established_by", "dealer__approved_by")


@pghistory.track()
class Predicate(models.Model):
    """The facts that give reasonable suspicion of a definite criminal activity (28 CFR 23.20(a), (c))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.OneToOneField(Dealer, on_delete=models.CASCADE, related_name="predicate")
    facts = models.TextField(max_length=4000)
    is_lawfully_acquired = models.BooleanField(default=False)
    established_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    established_at = models.DateTimeField()

    objects = PredicateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="predicate_has_facts",
                condition=~Q(facts=""),
                violation_error_message="Say what was seen or heard.",
            )
        ]

    def __str__(self):
        return f"Predicate of {self.dealer}"


@pghistory.track()
class SourceDocument(models.Model):
    """What the predicate rests on: a report by its number. Approval needs one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    predicate = models.ForeignKey(Predicate, on_delete=models.CASCADE, related_name="source_documents")
    reference = models.CharField(max_length=80)
    added_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["predicate", "reference"], name="document_named_once",
                violation_error_message="This document is named already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.reference


class PhotoQuerySet(OfVisibleDealer):
    def without_pictures(self):
        return self.defer("page", "sheet")

    def with_fingerprints(self, sha256s):
        return self.filter(sha256__in=sha256s)


class Photo(models.Model):
    """A picture, re-encoded at the gate. In the database, so that a purge, a backup and a transaction take it along."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="photos")
    page = models.BinaryField()
    sheet = models.BinaryField()
    sha256 = models.CharField(max_length=64, editable=False)  # of the sheet's picture
    taken_on = models.DateField()
    source = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_on", "-at"]

    def __str__(self):
        return f"{self.dealer}, {self.taken_on:%b %Y}"

    @staticmethod
    def fingerprint(picture):
        return hashlib.sha256(picture).hexdigest()


@pghistory.track()
class Vehicle(models.Model):
    """What somebody drives, and its plate."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="vehicles")
    description = models.CharField(max_length=40, blank=True)
    plate = models.CharField(max_length=12, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleDealer.as_manager()

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
class CautionFlag(models.Model):
    """A danger to officers or to the person, always with source and date."""

    class Kind(models.TextChoices):
        ARMED = "armed", "Armed"
        VIOLENT = "violent", "Violent"
        FLEES = "flees", "Flees"
        NEEDLES = "needles", "Needles, fentanyl"
        DOG = "dog", "Dog"
        CRISIS = "crisis", "Mental-health crisis"

    GRAVE = (Kind.ARMED, Kind.VIOLENT)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="cautions")
    kind = models.CharField(max_length=10, choices=Kind)
    source = models.CharField(max_length=40)
    noted_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleDealer.as_manager()

    class Meta:
        ordering = ["kind", "-noted_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "kind", "source"], name="caution_noted_once",
                violation_error_message="This caution is on record from this source already.",
            ),
            models.CheckConstraint(
                name="caution_has_a_source", condition=~Q(source=""),
                violation_error_message="Say where the caution comes from: a report number or an officer.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_kind_display()

    @property
    def is_grave(self):
        return self.kind in self.GRAVE


def timeline(rows, at, kind):
    """Rows as every part of a timeline gives them: when, which kind, which key."""
    return (
        rows.annotate(timeline_at=at, timeline_kind=Value(kind), timeline_key=Cast("pk", models.TextField()))
        .values_list("timeline_at", "timeline_kind", "timeline_key")
        .order_by()
    )


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Seen by whoever works its market and may see somebody it names."""
        if not officer.has_perm("dealers.view_dealer"):
            return self.none()
        named = Mention.objects.filter(observation=OuterRef("pk"), dealer__in=Dealer.objects.visible_to(officer))
        return self.known_to(officer).filter(Exists(named))

    def known_to(self, officer):
        """One's own, and those of markets one works."""
        return self.filter(Q(market__in=Market.objects.worked_by(officer)) | Q(by=officer))

    def about(self, dealer):
        return self.filter(mentions__dealer=dealer)

    def logged_between(self, since, until=None):
        rows = self.filter(logged_at__gt=since) if since else self
        return rows.filter(logged_at__lte=until) if until else rows

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).about(dealer), F("seen_at"), "dealers.observation")

    def for_timeline(self):
        return self.select_related("by", "market")

    def with_people(self, officer):
        """Whom each names, as far as this officer may see them."""
        seen = Dealer.objects.visible_to(officer)
        return self.for_timeline().prefetch_related(models.Prefetch("dealers", seen, to_attr="people"))


@pghistory.track()
class Observation(Graded):
    """What an officer saw or was told: when, where, who. Its text never prints on a sheet."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    narrative = models.TextField(max_length=4000)
    source_number = models.CharField(max_length=20, blank=True)  # a confidential source's number, never a name
    dealers = models.ManyToManyField(Dealer, through="Mention", related_name="observations")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]
        constraints = [
            models.CheckConstraint(
                name="seen_before_it_is_logged", condition=Q(seen_at__lte=F("logged_at")),
                violation_error_message="This has not happened yet; check day and time.",
            ),
            models.CheckConstraint(
                name="observation_says_something", condition=~Q(narrative=""),
                violation_error_message="Say what was seen or heard.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["market", "-seen_at"], name="observation_market")]

    def __str__(self):
        return f"{timezone.localtime(self.seen_at):%-d %b %Y, %H:%M}"


@pghistory.track()
class Mention(models.Model):
    """Somebody named in an observation."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="mentions")
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "dealer"], name="named_once", violation_error_message="Name each person once."
            )
        ]

    def __str__(self):
        return f"{self.dealer} in {self.observation}"


class TieQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Both ends must be visible: a tie would name the other."""
        if not officer.has_perm("dealers.view_dealer"):
            return self.none()
        seen = Dealer.objects.visible_to(officer)
        return self.filter(a__in=seen, b__in=seen)

    def of(self, dealer):
        return self.filter(Q(a=dealer) | Q(b=dealer))

    def among(self, dealers):
        return self.filter(a__in=dealers, b__in=dealers)

    def ranked(self):
        """What rankings count: probable or better, between people on file, and no kinship."""
        on_file = Dealer.Status.ON_FILE
        return self.filter(validity__in=PROBABLE, a__status=on_file, b__status=on_file).exclude(kind=Tie.Kind.KIN)

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), F("logged_at"), "dealers.tie")

    def for_timeline(self):
        return self.select_related("a", "b", "by")


@pghistory.track()
class Tie(Graded):
    """Two dealers belong together in some way. Kept once, lower id first, whichever way it is told."""

    class Kind(models.TextChoices):
        SUPPLIES = "supplies", "Supplies"
        INTRODUCES = "introduces", "Introduces"
        CO_ARREST = "co_arrest", "Co-arrest"
        PHONE = "phone", "Phone contact"
        SEEN_TOGETHER = "seen_together", "Seen together"
        KIN = "kin", "Kin"
        ADDRESS = "address", "Shares address"

    DIRECTED = (Kind.SUPPLIES, Kind.INTRODUCES)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    a = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="ties_a")
    b = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="ties_b")
    kind = models.CharField(max_length=20, choices=Kind)
    goes_from_a = models.BooleanField(null=True)  # who supplies or introduces; null where the kind has no direction
    strength = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1), MaxValueValidator(999)])
    seen_on = models.DateField()
    basis = models.CharField(max_length=300)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    objects = TieQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on"]
        constraints = [
            models.CheckConstraint(
                name="tie_joins_two", condition=Q(a__lt=F("b")),
                violation_error_message="A tie joins two different dealers.",
            ),
            models.UniqueConstraint(
                fields=["a", "b", "kind"], name="tie_once",
                violation_error_message="These two are already tied in this way; log an observation to strengthen it.",
            ),
            models.CheckConstraint(
                name="direction_where_there_is_one",
                condition=Q(kind__in=["supplies", "introduces"], goes_from_a__isnull=False)
                | (~Q(kind__in=["supplies", "introduces"]) & Q(goes_from_a=None)),
                violation_error_message="Say who supplies or introduces whom.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.a} and {self.b}: {self.get_kind_display().lower()}"

    @classmethod
    def between(cls, dealer, other, *, kind, **facts):
        """A tie from `dealer` to `other`, the lower id first; UUIDs order alike here and in PostgreSQL."""
        in_order = dealer.pk < other.pk
        a, b = (dealer, other) if in_order else (other, dealer)
        return cls(a=a, b=b, kind=kind, goes_from_a=in_order if kind in cls.DIRECTED else None, **facts)

    def other(self, dealer):
        return self.b if dealer.pk == self.a_id else self.a
