"""Lists that officers keep, and lists that came from elsewhere."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class SavedListQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, and what colleagues share: a question, not its answer; whoever asks it sees what he may see."""
        return self.filter(Q(by=officer) | Q(is_shared=True))

    def owned_by(self, officer):
        return self.filter(by=officer)


class SavedList(models.Model):
    """A filter of the list of dealers with its order and columns, under a name; one's own or shared."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60)
    query = models.JSONField(default=dict)  # the fields of dealers.filters.DealerListFilter, and `order`
    columns = ArrayField(models.CharField(max_length=30), default=list)
    is_shared = models.BooleanField(default=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SavedListQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "name"], name="saved_list_named_once",
                violation_error_message="You have a list of this name; choose another, or delete that one.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.name


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, and for supervisors those of the markets they work."""
        if officer.has_perm("dealers.approve_predicate"):
            return self.filter(Q(by=officer) | Q(market__in=Market.objects.worked_by(officer)))
        return self.filter(by=officer)

    def mapped_from(self, source):
        """Batches whose columns were named for this source, the latest first."""
        return self.filter(source__iexact=source).exclude(mapping={}).order_by("-at")


class ImportBatch(models.Model):
    """A list of names on its way to becoming drafts: uploaded, mapped, checked, imported, perhaps undone.

    The file itself is kept only until it is imported or given up.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Uploaded"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked"
        IMPORTING = "importing", "Being imported"
        IMPORTED = "imported", "Imported"
        UNDONE = "undone", "Undone"
        GIVEN_UP = "given_up", "Given up"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=80)  # from whom such lists come; its column names are remembered
    file_name = models.CharField(max_length=120)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, editable=False)
    mapping = models.JSONField(default=dict)  # header of the file -> our column
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    failed_because = models.CharField(max_length=300, blank=True)
    row_count = models.PositiveIntegerField(default=0)
    good_count = models.PositiveIntegerField(default=0)
    checked_count = models.PositiveIntegerField(default=0)  # how far the check or the import has come
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    imported_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "import batches"

    def __str__(self):
        return f"{self.source}, {self.at:%-d %b %Y}"
