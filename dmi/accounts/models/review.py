"""The yearly review of every account and its roles."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from dmi.accounts.roles import Role

OFFICER = settings.AUTH_USER_MODEL


class AccountReviewQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("accounts.view_reviews") else self.none()

    def unsigned(self):
        return self.filter(signed_at=None)

    def signed(self):
        return self.exclude(signed_at=None)

    def due_on(self):
        """A year after the last was signed; None where there never was one."""
        last = self.signed().order_by("-signed_at").first()
        return last and timezone.localdate(last.signed_at) + self.model.EVERY

    def is_due(self, day):
        due_on = self.due_on()
        return due_on is None or due_on <= day

    def with_people(self):
        return self.select_related("opened_by", "signed_by")

    def with_accounts(self):
        return self.prefetch_related(Prefetch("accounts", ReviewedAccount.objects.with_people()))

    def counted(self):
        """Each with how many accounts it has, and how many nobody looked at yet."""
        newest = self.order_by("-opened_at")  # grouped rows lose the order of the model
        return newest.annotate(
            size=Count("accounts"), left=Count("accounts", filter=Q(accounts__verdict="")),
            wrong=Count("accounts", filter=Q(accounts__verdict__in=[*ReviewedAccount.TO_DO])),
        )  # fmt: skip


@pghistory.track()
class AccountReview(models.Model):
    """Once a year every account and its roles are looked at, one by one, and signed for (CJIS Security Policy AC-2)."""

    EVERY = timedelta(days=365)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opened_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    signed_by = models.ForeignKey(OFFICER, null=True, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True)

    objects = AccountReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["signed_by"], condition=Q(signed_at=None), nulls_distinct=False, name="one_review_at_a_time",
                violation_error_message="A review is open already; sign that one first.",
            ),
            models.CheckConstraint(
                name="review_signed_by_somebody",
                condition=Q(signed_by=None, signed_at=None) | Q(signed_by__isnull=False, signed_at__isnull=False),
                violation_error_message="Who signs does so on a day.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Review of accounts, {timezone.localtime(self.opened_at):%B %Y}"

    def get_absolute_url(self):
        return reverse("accounts:view_review", args=[self.pk])


class ReviewedAccountQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("accounts.view_reviews") else self.none()

    def of(self, review):
        return self.filter(review=review)

    def not_looked_at(self):
        return self.filter(verdict="")

    def with_people(self):
        return self.select_related("officer__agency", "by")


@pghistory.track()
class ReviewedAccount(models.Model):
    """One account of a review: the roles as they stood, and what the reviewer says of them."""

    class Verdict(models.TextChoices):
        KEEP = "keep", "As it should be"
        CHANGE = "change", "Roles to be changed"
        DISABLE = "disable", "To be disabled"

    TO_DO = (Verdict.CHANGE, Verdict.DISABLE)

    review = models.ForeignKey(AccountReview, on_delete=models.CASCADE, related_name="accounts")
    officer = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    roles = ArrayField(models.CharField(max_length=20), default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    by = models.ForeignKey(OFFICER, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    objects = ReviewedAccountQuerySet.as_manager()

    class Meta:
        ordering = ["officer__full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "officer"], name="each_account_once",
                violation_error_message="This account stands in the review already.",
            ),
            models.CheckConstraint(
                name="nobody_judges_himself", condition=Q(by=None) | ~Q(by=models.F("officer")),
                violation_error_message="Somebody else looks at your own account.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.officer}: {self.get_verdict_display() or 'not looked at'}"

    @property
    def role_names(self):
        return ", ".join(Role(role).label for role in self.roles)
