"""Keys for the API."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models

OFFICER = settings.AUTH_USER_MODEL


class TokenQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(officer=officer)

    def usable(self, at):
        return self.filter(revoked_at=None, expires_at__gt=at, officer__is_active=True)

    def unrevoked(self):
        return self.filter(revoked_at=None)


class Token(models.Model):
    """A key for the API, kept as a hash and shown once. It can do no more than its officer, and less if so scoped."""

    class Scope(models.TextChoices):
        READ = "read", "read only"
        ACT = "act", "read and act"

    LONGEST = timedelta(days=365)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(OFFICER, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.READ)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return self.name
