"""Wrong attempts to sign in, of which five lock an account."""

from django.conf import settings
from django.db import models

OFFICER = settings.AUTH_USER_MODEL


class WrongAttempt(models.Model):
    """A password or a code that was not right, of a known account; what was typed is kept nowhere."""

    officer = models.ForeignKey(OFFICER, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["officer", "at"], name="wrong_attempts")]

    def __str__(self):
        return f"{self.officer.badge}, {self.at:%-d %b %Y %H:%M}"
