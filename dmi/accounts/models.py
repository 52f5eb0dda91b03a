"""Who: officers and partners, their agency, the task force and its settings, tokens."""

import uuid
import zoneinfo
from calendar import day_name
from datetime import time, timedelta

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Subquery

from dmi.accounts import roles
from dmi.accounts.roles import Role


class Agency(models.Model):
    """A police department, prosecutor's office, clinic or partner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self):
        return self.name


def is_time_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError(f"“{name}” is not a time zone; write it like America/New_York.")


def lasting_treatment():
    """Medicine or a bed. Detoxification lasts days and hands its patient on; counselling alone eases no withdrawal."""
    return ["medication", "residential"]


class TaskForceQuerySet(models.QuerySet):
    def zone(self):
        """The task force's time zone: whose days pages, tasks and sheets speak of. None before there is one."""
        return self.values_list("time_zone", flat=True).first()

    def juvenile_until(self):
        """The line of age for a query to ask about, in the same statement."""
        return Subquery(self.values("juvenile_until")[:1])


@pghistory.track()
class TaskForce(models.Model):
    """The one task force of this installation and what it may set for itself. Defaults are task force policy."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, default="DMI Task Force")
    time_zone = models.CharField(max_length=40, default="America/New_York", validators=[is_time_zone])
    meets_on = models.PositiveSmallIntegerField(default=3, choices=list(enumerate(day_name, start=1)))
    meets_at = models.TimeField(default=time(10))
    meets_every_days = models.PositiveSmallIntegerField(default=7, choices=[(7, "every week"), (14, "every two weeks")])
    draft_days = models.PositiveSmallIntegerField(default=7, help_text="Days a draft may wait for its source document.")
    item_days = models.PositiveSmallIntegerField(default=14, help_text="Days an item stands on the sheet unless kept.")
    condition_days = models.PositiveSmallIntegerField(
        default=30, help_text="Days for which a verified condition of supervision prints on the sheet."
    )
    tip_days = models.PositiveSmallIntegerField(default=365, help_text="Days after which an unproven tip is purged.")
    capacity_days = models.PositiveSmallIntegerField(
        default=31, help_text="Days for which a treatment provider's figures count; they come monthly."
    )
    capacity_kinds = ArrayField(
        models.CharField(max_length=12), default=lasting_treatment, help_text="Kinds of treatment whose places count."
    )
    overdoses = models.PositiveSmallIntegerField(default=3, help_text="So many in one area raise a health alert.")
    overdose_hours = models.PositiveSmallIntegerField(default=72, help_text="Within so many hours.")
    alert_hours = models.PositiveSmallIntegerField(
        default=72, help_text="Hours within which a new-dealer alert gets its first action."
    )
    most_points = models.PositiveSmallIntegerField(
        default=40, help_text="Points a meeting's agenda may have; what is less pressing waits for the next."
    )
    home_state = models.CharField(
        max_length=2, default="VT", help_text="Whoever lives in another counts as from out of the area."
    )
    fewest_support_names = models.PositiveSmallIntegerField(default=3)
    idle_days = models.PositiveSmallIntegerField(
        default=90, help_text="Days without signing in after which an account is disabled."
    )
    backup_days = models.PositiveSmallIntegerField(default=35, help_text="Days for which a backup is kept.")
    search_days = models.PositiveSmallIntegerField(
        default=365, help_text="Days for which the words of a search are kept for the security officer."
    )
    juvenile_until = models.PositiveSmallIntegerField(
        default=18, help_text="Birthday from which a person is no juvenile any more."
    )
    youthful_until = models.PositiveSmallIntegerField(
        default=22, help_text="Birthday from which nobody is treated as a youthful offender any more."
    )
    juvenile_statute = models.CharField(
        max_length=120, default="33 V.S.A. 5117, 5281", help_text="The law that sets juvenile records apart."
    )
    only_one = models.BooleanField(default=True, editable=False, unique=True)

    objects = TaskForceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_task_force",
                condition=Q(only_one=True),
                violation_error_message="This installation serves one task force.",
            )
        ]

    def __str__(self):
        return self.name


class UserQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Colleagues are known to each other by name; partners see only themselves."""
        if officer.roles == [Role.PARTNER]:
            return self.filter(pk=officer.pk)
        return self.people()

    def people(self):
        return self.exclude(roles__contains=[Role.CLOCK])

    def shut(self):
        """Who may not sign in: disabled, locked after failures, or nobody at all."""
        return self.filter(Q(is_active=False) | Q(locked_at__isnull=False) | Q(roles__contains=[Role.CLOCK]))

    def locked(self):
        """Who waits for somebody to release the account."""
        return self.on_duty().exclude(locked_at=None)

    def called(self, words):
        """Whose name or badge holds every one of the words."""
        found = self
        for word in words.split():
            found = found.filter(Q(full_name__icontains=word) | Q(badge__icontains=word))
        return found

    def with_role(self, role):
        return self.filter(roles__contains=[role])

    def on_duty(self):
        return self.people().filter(is_active=True)

    def on_the_police_side(self):
        """Without treatment, court and partners: their name beside somebody's would itself disclose."""
        return self.on_duty().exclude(roles__overlap=[Role.TREATMENT, Role.COURT_CLERK, Role.PARTNER])

    def may_be_liaison(self):
        """Whom the sheet can tell officers to call."""
        return self.on_the_police_side().exclude(phone="")

    def on_the_roster(self):
        """Who gets the hot sheet: the active sworn accounts."""
        return self.on_duty().filter(is_sworn=True)

    def holding(self, verb):
        """Active officers one of whose roles has the verb."""
        return self.on_duty().filter(roles__overlap=[role for role in Role if roles.may([role], verb)])


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, badge):
        return self.get(badge__iexact=badge)

    def clock(self):
        """`by` of every periodic task."""
        return self.get(roles=[Role.CLOCK])


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """An officer or partner. No is_superuser, no groups: the role table is the only answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    badge = models.CharField(max_length=20, unique=True)
    full_name = models.CharField(max_length=80)
    rank = models.CharField(max_length=20, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    roles = ArrayField(models.CharField(max_length=20, choices=[(r.value, r.label) for r in Role]), default=list)
    is_sworn = models.BooleanField(default=False)
    shift = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    locked_at = models.DateTimeField(null=True, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "badge"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["full_name"]
        constraints = [
            models.CheckConstraint(
                name="roles_are_roles",
                condition=Q(roles__contained_by=[r.value for r in Role]),
                violation_error_message="Choose roles from the list.",
            ),
            models.CheckConstraint(
                name="badge_is_given", condition=~Q(badge=""), violation_error_message="Give the badge number."
            ),
        ]

    def __str__(self):
        return self.name_with_rank

    @property
    def name_with_rank(self):
        return f"{self.rank} {self.full_name}".strip()

    @property
    def signature(self):
        """Rank, initial, surname: where a line is short."""
        given, _, surname = self.full_name.rpartition(" ")
        return " ".join(filter(None, (self.rank, f"{given[0]}." if given else "", surname)))

    @property
    def role_names(self):
        return ", ".join(Role(role).label for role in self.roles)

    def has_perm(self, verb, obj=None):
        return self.is_active and roles.may(self.roles, verb)

    def has_perms(self, verbs, obj=None):
        return all(self.has_perm(verb, obj) for verb in verbs)

    def has_module_perms(self, app):
        return self.is_active and any(verb.startswith(f"{app}.") for verb in roles.verbs_of(self.roles))


class WrongAttempt(models.Model):
    """A password or a code that was not right, of a known account; what was typed is kept nowhere."""

    officer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["officer", "at"], name="wrong_attempts")]

    def __str__(self):
        return f"{self.officer.badge}, {self.at:%-d %b %Y %H:%M}"


class ActingRoleQuerySet(models.QuerySet):
    def in_force(self, day):
        return self.filter(ended_at=None, from_on__lte=day, until_on__gte=day)

    def with_people(self):
        return self.select_related("officer", "lent_by")


@pghistory.track()
class ActingRole(models.Model):
    """A role lent to an officer for days, as when a supervisor is away. It counts like his own."""

    LONGEST = timedelta(days=60)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="acting_roles")
    role = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Role])
    because = models.CharField(max_length=160)
    from_on = models.DateField()
    until_on = models.DateField()
    lent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
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
        return f"{self.officer}, acting {Role(self.role).label.lower()}"


class AccountReviewQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("accounts.view_reviews") else self.none()

    def unsigned(self):
        return self.filter(signed_at=None)


@pghistory.track()
class AccountReview(models.Model):
    """Once a year every account and its roles are looked at, one by one, and signed for (CJIS Security Policy AC-2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
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
        return f"Review of accounts, {self.opened_at:%B %Y}"


@pghistory.track()
class ReviewedAccount(models.Model):
    """One account of a review: the roles as they stood, and what the reviewer says of them."""

    class Verdict(models.TextChoices):
        KEEP = "keep", "As it should be"
        CHANGE = "change", "Roles to be changed"
        DISABLE = "disable", "To be disabled"

    review = models.ForeignKey(AccountReview, on_delete=models.CASCADE, related_name="accounts")
    officer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    roles = ArrayField(models.CharField(max_length=20), default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["officer__full_name"]
        constraints = [models.UniqueConstraint(fields=["review", "officer"], name="each_account_once")]

    def __str__(self):
        return f"{self.officer}: {self.get_verdict_display() or 'not looked at'}"


class TokenQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(officer=officer)

    def usable(self, at):
        return self.filter(revoked_at=None, expires_at__gt=at, officer__is_active=True)


class Token(models.Model):
    """A key for the API, kept as a hash and shown once. It can do no more than its officer, and less if so scoped."""

    class Scope(models.TextChoices):
        READ = "read", "read only"
        ACT = "act", "read and act"

    LONGEST = timedelta(days=365)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
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
