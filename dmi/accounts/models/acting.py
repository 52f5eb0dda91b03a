"""Roles lent to officers for days."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import OuterRef, Q
from django.utils import timezone

from dmi.accounts.roles import Role

OFFICER = settings.AUTH_USER_MODEL


class ActingRoleQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own, or everybody's for whoever oversees them."""
        return self if officer.has_perm("accounts.view_acting_roles") else self.filter(officer=officer)

    def in_force(self, day):
        return self.filter(ended_at=None, from_on__lte=day, until_on__gte=day)

    def to_come_or_in_force(self, day):
        return self.filter(ended_at=None, until_on__gte=day)

    def over(self, day):
        return self.filter(Q(until_on__lt=day) | Q(ended_at__isnull=False))

    def called(self, words):
        return self.filter(officer__in=get_user_model()._default_manager.called(words))

    def lent_today(self, lent):
        """Of the officer whom an outer query is about."""
        return self.in_force(timezone.localdate()).filter(officer=OuterRef("pk"), role__in=lent)

    def overlapping(self, from_on, until_on):
        return self.filter(ended_at=None, from_on__lte=until_on, until_on__gte=from_on)

    def with_people(self):
        return self.select_related("officer", "lent_by")


@pghistory.track()
class ActingRole(models.Model):
    """A role lent to an officer for days, as when a supervisor is away. It counts like his own."""

    LONGEST = timedelta(days=60)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(OFFICER, on_delete=models.CASCADE, related_name="acting_roles")
    role = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Role])
    because = models.CharField(max_length=160)
    from_on = models.DateField()
    until_on = models.DateField()
    lent_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    lent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = ActingRoleQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="acting_ends_after_it_begins", condition=Q(until_on__gte=models.F("from_on")),
                violation_error_message="The last day comes after the first.",
            ),
            models.CheckConstraint(
                name="nobody_lends_himself", condition=~Q(officer=models.F("lent_by")),
                violation_error_message="Somebody else lends you a role.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.officer}, acting {self.role_name}"

    @property
    def role_name(self):
        return Role(self.role).label.lower()

    def state_on(self, day):
        """How it stands, as a dot and in words."""
        if self.ended_at:
            return "closed", "Ended early"
        if day < self.from_on:
            return "wait", "To come"
        return ("good", "In force") if day <= self.until_on else ("closed", "Over")
