"""The way of copies to the officers and back: what they are told of them by mail, and pages found where none belong."""

import uuid

import pghistory
from django.conf import settings
from django.db import models

from maintenance.models.copy import Copy

OFFICER = settings.AUTH_USER_MODEL


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("maintenance.approve_hot_sheet") else self.filter(copy__officer=officer)


class Notice(models.Model):
    """A mail about a copy, without a word of the sheet: each of its kind once, whoever rings."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "Published"
        UNREAD_24 = "unread_24", "Unread for 24 hours"
        UNREAD_48 = "unread_48", "Unread for 48 hours"
        SUPERSEDED = "superseded", "Superseded"
        RECALLED = "recalled", "Recalled"

    copy = models.ForeignKey(Copy, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind)
    sent_at = models.DateTimeField()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "kind"],
                name="notice_sent_once",
                violation_error_message="This notice was sent already.",
            )
        ]

    def __str__(self):
        return self.get_kind_display()


class FoundPageQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("maintenance.trace_page") else self.none()

    def with_copy(self):
        return self.select_related("copy__sheet", "copy__officer", "by").defer("copy__sheet__contents")


@pghistory.track()
class FoundPage(models.Model):
    """A page found where none should lie, traced to the copy that it came from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    copy = models.ForeignKey(Copy, on_delete=models.PROTECT, related_name="found_pages")
    code = models.CharField(max_length=12)  # as it stood on the page
    found_on = models.DateField()
    where = models.CharField(max_length=160)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FoundPageQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"Page of {self.copy}"
