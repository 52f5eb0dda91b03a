"""Lists that officers keep, and lists that came from elsewhere."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class SavedListQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, and what colleagues share: a question, not its answer; whoever asks it sees what he may see."""
        return self.filter(Q(by=officer) | Q(is_shared=True))

    def owned_by(self, officer):
        return self.filter(by=officer)

    def shared(self):
        return self.filter(is_shared=True)

    def called(self, name):
        return self.filter(name__iexact=name)


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

    def get_absolute_url(self):
        return f"{reverse('dealers:view_dealers')}?list={self.pk}"


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, and for supervisors those of the markets they work; to the clock whatever it has to work on."""
        if officer.has_perm("dealers.check_import"):
            return self.all()
        if officer.has_perm("dealers.approve_predicate"):
            return self.filter(Q(by=officer) | Q(market__in=Market.objects.worked_by(officer)))
        return self.filter(by=officer)

    def mapped_from(self, source):
        """Batches whose columns were named for this source, the latest first."""
        return self.filter(source__iexact=source).exclude(mapping={}).order_by("-at")

    def sources(self):
        """From whom lists came so far."""
        return self.order_by("source").values_list("source", flat=True).distinct()

    def with_people(self):
        return self.select_related("market", "by", "imported_by").defer("content")

    def working(self):
        """On which somebody has to work: to check it, or to log its rows."""
        return self.filter(state__in=ImportBatch.WORKING)

    def take_up(self, batch, most):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.filter(pk=batch.pk, attempts__lt=most).update(attempts=F("attempts") + 1) == 1

    def left_since(self, moment):
        """Which nobody took up again: neither imported nor given up; or whose rejected rows lie about still."""
        waiting = Q(state__in=ImportBatch.WAITING, at__lt=moment)
        imported = Q(state=ImportBatch.State.IMPORTED, imported_at__lt=moment)
        left = Exists(ImportRow.objects.filter(batch=OuterRef("pk")))
        return self.filter(waiting | imported & left).defer("content")


class ImportBatch(models.Model):
    """A list of names on its way to becoming drafts: uploaded, mapped, checked, imported, perhaps undone.

    The file itself is kept only until it is imported or given up; rows that could not be imported, to be mended, for
    a week more: they name people for whom nothing was said that would let the task force keep them (28 CFR 23.20).
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Uploaded"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked"
        IMPORTING = "importing", "Being imported"
        IMPORTED = "imported", "Imported"
        UNDONE = "undone", "Undone"
        GIVEN_UP = "given_up", "Given up"

    class Which(models.TextChoices):
        NEW = "new", "Good rows that look like nobody else"
        GOOD = "good", "All good rows, whoever they look like"
        CHOSEN = "chosen", "Only the rows ticked below"

    WORKING = (State.CHECKING, State.IMPORTING)
    WAITING = (State.UPLOADED, State.CHECKED)
    LONG = 200  # rows; what is longer a worker checks and logs

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=80)  # from whom such lists come; its column names are remembered
    file_name = models.CharField(max_length=120)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, editable=False)
    header = ArrayField(models.CharField(max_length=200), default=list)  # as the file has it
    mapping = models.JSONField(default=dict)  # header of the file -> our column, "" for one that is left out
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    failed_because = models.CharField(max_length=300, blank=True)
    row_count = models.PositiveIntegerField(default=0)
    good_count = models.PositiveIntegerField(default=0)
    alike_count = models.PositiveIntegerField(default=0)  # good rows that look like somebody on file, or another row
    attempts = models.PositiveSmallIntegerField(default=0)  # of the worker, at what the state says
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    which = models.CharField(max_length=6, choices=Which, blank=True)  # the rows that were to be imported
    chosen = ArrayField(models.PositiveIntegerField(), default=list, blank=True)  # their lines, where they were ticked
    imported_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(null=True, blank=True)
    imported_count = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "import batches"

    def __str__(self):
        return f"{self.source}, {self.at:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("dealers:view_import", args=[self.pk])

    @property
    def is_working(self):
        return self.state in self.WORKING

    @property
    def is_waiting(self):
        return self.state in self.WAITING

    @property
    def is_long(self):
        return self.row_count > self.LONG

    @property
    def bad_count(self):
        return self.row_count - self.good_count

    @property
    def new_count(self):
        return self.good_count - self.alike_count

    @property
    def progress_key(self):
        """Where the worker says, outside its transaction, how far it has come."""
        return f"import:{self.pk}"

    def places(self):
        """(where in a row, which column of ours) for each column that is read."""
        return [(place, self.mapping[name]) for place, name in enumerate(self.header) if self.mapping.get(name)]


class ImportRowQuerySet(models.QuerySet):
    def good(self):
        return self.filter(is_good=True)

    def bad(self):
        return self.filter(is_good=False)

    def alike(self):
        return self.filter(is_alike=True)

    def at_lines(self, lines):
        return self.filter(line__in=lines)

    def lines(self):
        return self.values_list("line", flat=True)

    def imported(self, keys):
        return self.filter(pk__in=keys)

    def to_import(self, batch):
        """The good rows that this batch asks for."""
        match batch.which:
            case ImportBatch.Which.NEW:
                return self.good().filter(is_alike=False)
            case ImportBatch.Which.CHOSEN:
                return self.good().at_lines(batch.chosen)
        return self.good()


class ImportRow(models.Model):
    """A row of a list as the file has it, what is wrong with it, and whom it looks like."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = ArrayField(models.TextField())
    errors = models.JSONField(default=list)  # [column, sentence]
    alike = models.JSONField(default=list)  # {"row": line} or {"dealer": id}, with "score" and "reasons"
    is_good = models.BooleanField()
    is_alike = models.BooleanField(default=False)  # like a record, or like an earlier row

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "line"], name="row_of_a_list_once", violation_error_message="This row is read already."
            )
        ]
        indexes = [models.Index(fields=["batch", "is_good", "line"], name="row_of_a_list")]

    def __str__(self):
        return f"Line {self.line}"
