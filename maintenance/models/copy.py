"""What is printed of an edition: its one body, and every officer's numbered copy from issue to reading."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from maintenance import rules

OFFICER = settings.AUTH_USER_MODEL


class Body(models.Model):
    """The finished PDF of an edition, without any stamp. What leaves is always somebody's copy, never this."""

    sheet = models.OneToOneField("HotSheet", primary_key=True, on_delete=models.CASCADE, related_name="body")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "bodies"

    def __str__(self):
        return f"{self.sheet}, {self.pages} pages"


class CopyQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, whoever one is; the clock sends everybody's notices."""
        return self if officer.has_perm("maintenance.note_notice") else self.filter(officer=officer)

    def with_sheet(self):
        """Its edition, without the snapshot."""
        return self.select_related("sheet__task_force", "officer").defer("sheet__contents")

    def overseen_by(self, officer):
        """Everybody's, for those who see to it that the sheet is read; what they see is who read, never a copy."""
        return self if officer.has_perm("maintenance.approve_hot_sheet") else self.visible_to(officer)

    def filter_sheets(self, sheets):
        return self.filter(sheet__in=sheets)

    def of_week(self, first, last):
        """Of what took effect in those days: the week's edition, its revisions, flash bulletins."""
        return self.filter(sheet__valid_from__range=(first, last)).select_related("sheet")

    def filter_sheet(self, sheet):
        return self.filter(sheet=sheet)

    def traced_by(self, officer):
        """Everybody's, for whoever traces a found page to its holder."""
        return self if officer.has_perm("maintenance.trace_page") else self.none()

    def on_the_roster(self):
        """Of those who still get the sheet: nobody waits for whoever left to read it."""
        return self.filter(officer__is_active=True, officer__is_sworn=True)

    def in_hand(self):
        return self.filter(Q(downloaded_at__isnull=False) | Q(opened_at__isnull=False))

    def with_issue(self):
        """Since when its officer could read it, as `out_at`."""
        return self.annotate(out_at=Coalesce("issued_at", "sheet__published_at"))

    def read_in_time(self):
        """Their hours run from when each could be read."""
        in_time = F("out_at") + timedelta(hours=rules.READ_HOURS)
        return self.with_issue().filter(acknowledged_at__lte=in_time)

    def out_since(self, moment):
        return self.with_issue().filter(out_at__lte=moment)

    def not_told(self, kind):
        """Whose officer has an address, and was sent no notice of this kind."""
        return self.exclude(officer__email="").exclude(notices__kind=kind)

    def unread(self):
        return self.filter(acknowledged_at=None)

    def read(self):
        return self.exclude(acknowledged_at=None)

    def unread_first(self):
        """Whom somebody must still tell: who has not downloaded, then who has not read."""
        return self.order_by(
            F("acknowledged_at").asc(nulls_first=True), F("downloaded_at").asc(nulls_first=True), "officer__full_name"
        )


class Copy(models.Model):
    """One officer's numbered copy: when it was first downloaded, how often, when it was acknowledged as read."""

    id = models.BigAutoField(primary_key=True)
    sheet = models.ForeignKey("HotSheet", on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveIntegerField()
    officer = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    badge = models.CharField(max_length=20)
    issued_at = models.DateTimeField(null=True)  # later than the others: to whoever came onto the roster since
    opened_at = models.DateTimeField(null=True)  # on a screen, where it can be read without the PDF
    downloads = models.PositiveIntegerField(default=0)
    downloaded_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)

    objects = CopyQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "copies"
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "number"], name="copy_numbered_once", violation_error_message="This number is taken."
            ),
            models.UniqueConstraint(
                fields=["sheet", "officer"], name="one_copy_an_officer",
                violation_error_message="This officer has a copy already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Copy {self.number} of {self.sheet}"

    def get_absolute_url(self):
        return reverse("maintenance:view_copy", args=[self.sheet_id, self.number])

    def get_sighting_url(self):
        """Where what was seen of this edition's people is told."""
        return reverse("maintenance:tell_debrief", args=[rules.in_address(self.sheet.edition)])

    def is_expired(self, day):
        return self.sheet.valid_until < day

    @property
    def is_in_hand(self):
        """The officer had it before him, on paper or on a screen."""
        return bool(self.downloaded_at or self.opened_at)
