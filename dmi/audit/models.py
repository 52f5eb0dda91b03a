"""The trail's lines and seals. No foreign keys: the trail outlives what it speaks of."""

from django.db import models
from django.db.models import Q


class Outcome(models.TextChoices):
    DONE = "done"
    READ = "read"
    REFUSED = "refused"  # a rule or a constraint said no
    FORBIDDEN = "forbidden"  # the role table said no
    ABSENT = "absent"  # nothing visible to this officer under that id
    FAILED = "failed"


class EntryQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("audit.view_trail") else self.none()

    def before(self, line):
        """Older than the line of this number."""
        return self.filter(id__lt=line)

    def of_verb(self, words, verbs=()):
        """Whose verb holds these words, or is one of these."""
        return self.filter(Q(verb__icontains=words) | Q(verb__in=verbs))

    def about(self, record):
        return self.filter(record=f"{record._meta.label_lower}:{record.pk}")


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
        ]


class Seal(models.Model):
    """One minute of a trail under a hash that takes in the seal before it. Written by the database's function alone."""

    number = models.BigAutoField(primary_key=True)
    rows = models.BigIntegerField()
    prev = models.BinaryField()
    hash = models.BinaryField()
    at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        abstract = True
        ordering = ["-number"]

    def __str__(self):
        return f"{self.number}: {self.fingerprint}"

    @property
    def fingerprint(self):
        return self.hash.hex()[:12]


class AuditSeal(Seal):
    class Meta(Seal.Meta):
        db_table = "audit_seal"
