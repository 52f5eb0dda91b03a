"""The trail's lines and seals. No foreign keys: the trail outlives what it speaks of."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Count, Q, Sum


class Outcome(models.TextChoices):
    DONE = "done"
    READ = "read"
    REFUSED = "refused"  # a rule or a constraint said no
    FORBIDDEN = "forbidden"  # the role table said no
    ABSENT = "absent"  # nothing visible to this officer under that id
    FAILED = "failed"


class NumberedQuerySet(models.QuerySet):
    def before(self, number):
        """Older than the row of this number."""
        return self.filter(pk__lt=number)


class DatedQuerySet(NumberedQuerySet):
    """What officers did, each with its moment and the badge."""

    def since(self, moment):
        return self.filter(at__gte=moment)

    def until(self, moment):
        """Up to this moment, without it."""
        return self.filter(at__lt=moment)

    def by_badge(self):
        """(badge, how many), the most first; nobody known is an empty badge."""
        return list(self.order_by().values_list("badge").annotate(lines=Count("pk")).order_by("-lines", "badge"))


class EntryQuerySet(DatedQuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("audit.view_trail") else self.none()

    def of_verb(self, words, verbs=()):
        """Whose verb holds these words, or is one of these."""
        return self.filter(Q(verb__icontains=words) | Q(verb__in=verbs))

    def about(self, record):
        return self.filter(record=f"{record._meta.label_lower}:{record.pk}")

    def named(self, words):
        """About a record given whole, by the index; else one whose name holds these words."""
        return self.filter(record=words) if ":" in words else self.filter(record__icontains=words)

    def refusals(self):
        return self.filter(outcome__in=[Outcome.REFUSED, Outcome.FORBIDDEN, Outcome.ABSENT, Outcome.FAILED])

    def failed_sign_ins(self):
        return self.filter(verb="accounts.sign_in", outcome=Outcome.REFUSED)

    def looks(self):
        return self.filter(outcome=Outcome.READ)

    def leavings(self):
        """What was printed, exported, downloaded or disclosed."""
        ways = ("print", "export", "download", "disclose")
        return self.filter(verb__regex=rf"\.({'|'.join(ways)})_", outcome__in=[Outcome.READ, Outcome.DONE])

    def at_odd_hours(self, zone, first, last):
        """Of people, from the first of these hours of the night to the last, by the clock of that zone."""
        hour = models.functions.ExtractHour("at", tzinfo=zone)
        return self.alias(hour=hour).filter(hour__gte=first, hour__lt=last).exclude(address=None)


class Entry(models.Model):
    """One line of a trail. Its column xid, the transaction, stands in the migration: it is for the seal alone."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=models.functions.Now())
    by = models.UUIDField(null=True)
    badge = models.CharField(max_length=20, blank=True)
    verb = models.CharField(max_length=60)
    record = models.CharField(max_length=80, blank=True)
    others = models.JSONField(default=dict)
    outcome = models.CharField(max_length=10, choices=Outcome)
    address = models.GenericIPAddressField(null=True)
    session = models.CharField(max_length=16, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-id"]

    def __str__(self):
        return f"{self.verb} {self.outcome}"


class AuditEntry(Entry):
    class Meta(Entry.Meta):
        indexes = [
            models.Index(fields=["record", "-id"], name="audit_record"),
            models.Index(fields=["by", "-id"], name="audit_by"),
            models.Index(fields=["verb", "-id"], name="audit_verb"),
            BrinIndex(fields=["at"], name="audit_at"),
        ]


class Seal(models.Model):
    """One minute of a trail under a hash that takes in the seal before it. Written by the database's function alone."""

    number = models.BigAutoField(primary_key=True)
    rows = models.BigIntegerField()
    prev = models.BinaryField()
    hash = models.BinaryField()
    at = models.DateTimeField(db_default=models.functions.Now())

    objects = NumberedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-number"]

    def __str__(self):
        return f"{self.number}: {self.fingerprint}"

    @property
    def whole_hash(self):
        return self.hash.hex()

    @property
    def fingerprint(self):
        return self.whole_hash[:12]

    @classmethod
    def last_before(cls, moment):
        """What the trail came to by then, or None."""
        return cls.objects.filter(at__lt=moment).first()

    @classmethod
    def lines_between(cls, since, until):
        return cls.objects.filter(at__gte=since, at__lt=until).aggregate(lines=Sum("rows"))["lines"] or 0


class AuditSeal(Seal):
    class Meta(Seal.Meta):
        db_table = "audit_seal"


class SearchQuerySet(DatedQuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("audit.view_searches") else self.none()

    def naming(self, *spellings):
        """Searches for any of these, as regular expressions: what a removal has to take along."""
        wanted = "|".join(filter(None, spellings))
        return self.filter(words__regex=wanted) if wanted else self.none()

    def lose_words(self):
        """Who searched when stays; for whom, nobody knows any more. How many rows that were."""
        return self.update(words="", hash="")


class SearchWords(models.Model):
    """What stood in a search box. The trail has a hash of it; without the words misuse could not be found.

    For the security officer alone, and forgotten by the clock; never of treatment court, whose searches stay there.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=models.functions.Now())
    by = models.UUIDField()
    badge = models.CharField(max_length=20)
    verb = models.CharField(max_length=60)
    hash = models.CharField(max_length=16, blank=True)
    words = models.CharField(max_length=400, blank=True)
    hits = models.PositiveIntegerField()

    objects = SearchQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["hash"], name="search_hash"),
            models.Index(fields=["at"], name="search_at"),
        ]

    def __str__(self):
        return f"Search by {self.badge}"


class MailQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("audit.view_seals") else self.none()


class SecurityMail(models.Model):
    """What went outside to the security officers: of a day its last seal, of a week the digest. Each once."""

    class Kind(models.TextChoices):
        SEAL = "seal", "Seal of the day"
        DIGEST = "digest", "Digest of the week"
        TREATMENT = "treatment", "Seal of treatment’s trail"

    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField()
    seal = models.BigIntegerField(null=True)
    lines = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)
    receivers = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "on"], name="each_mail_once", violation_error_message="This mail was sent already."
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.on:%-d %b %Y}"

    @classmethod
    def is_owed(cls, kind, on):
        return not cls.objects.filter(kind=kind, on=on).exists()


class VerificationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("audit.view_seals") else self.none()

    def running(self):
        return self.filter(ended_at=None)

    def since(self, moment):
        return self.filter(asked_at__gte=moment)


class Verification(models.Model):
    """Every line hashed again under its seals: asked for by an officer or by the clock, and what came of it."""

    badge = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    seals = models.BigIntegerField(default=0)
    first_broken = models.BigIntegerField(null=True)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ended_at"], condition=Q(ended_at=None), nulls_distinct=False, name="one_verification_runs",
                violation_error_message="The seals are being checked already; wait for that.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Verification, {self.asked_at:%-d %b %Y %H:%M}"

    @property
    def holds(self):
        return self.ended_at is not None and self.first_broken is None
