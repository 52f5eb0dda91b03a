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
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

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
        """Of their own or lent."""
        return self.filter(Q(roles__contains=[role]) | Exists(ActingRole.objects.lent_today([role])))

    def with_acting(self):
        """Each with what is lent today, in two queries for all."""
        return self.prefetch_related(
            Prefetch("acting_roles", ActingRole.objects.in_force(timezone.localdate()), to_attr="acting_today")
        )

    def administrators(self):
        """Who can let everybody else in, by a role of their own: one that is lent ends by itself."""
        return self.on_duty().filter(roles__contains=[Role.ADMINISTRATOR])

    def but_the_last_administrator(self):
        """Without the administrator who signed in last: somebody is left to let the others in."""
        last_seen = Greatest("last_login", "idle_from").desc()
        return self.exclude(pk__in=self.model.objects.administrators().unlocked().order_by(last_seen).values("pk")[:1])

    def unlocked(self):
        return self.filter(locked_at=None)

    def idle_since(self, at):
        """Whose last sign-in, or first day, is longer ago; who never signs in is idle too."""
        return self.on_duty().annotate(last=Greatest("last_login", "idle_from")).filter(last__lt=at)

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
        """Active officers one of whose roles, of their own or lent, has the verb."""
        able = [role for role in Role if roles.may([role], verb)]
        return self.on_duty().filter(Q(roles__overlap=able) | Exists(ActingRole.objects.lent_today(able)))


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
    idle_from = models.DateTimeField(default=timezone.now, editable=False)  # made or enabled: idle days begin here

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

    @cached_property
    def acting(self):
        """Roles lent for today, by the task force's calendar; asked once for each officer of a request."""
        lent = ActingRole.objects.in_force(timezone.localdate()).filter(officer=self)
        return list(lent.values_list("role", flat=True))

    def loans(self):
        """Roles lent for today or a day to come."""
        return self.acting_roles.to_come_or_in_force(timezone.localdate())

    def roles_lent(self):
        return self.loans().values_list("role", flat=True)

    @property
    def acting_names(self):
        return ", ".join(Role(role).label.lower() for role in self.acting)

    def has_perm(self, verb, obj=None):
        """A lent role counts like one's own, and is asked for only where one's own do not do."""
        return self.is_active and (roles.may(self.roles, verb) or roles.may(self.acting, verb))

    def has_perms(self, verbs, obj=None):
        return all(self.has_perm(verb, obj) for verb in verbs)

    def has_module_perms(self, app):
        return self.is_active and any(
            verb.startswith(f"{app}.") for verb in roles.verbs_of([*self.roles, *self.acting])
        )


class WrongAttempt(models.Model):
    """A password or a code that was not right, of a known account; what was typed is kept nowhere."""

    officer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["officer", "at"], name="wrong_attempts")]

    def __str__(self):
        return f"{self.officer.badge}, {self.at:%-d %b %Y %H:%M}"


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
        return self.filter(officer__in=User.objects.called(words))

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
    officer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    roles = ArrayField(models.CharField(max_length=20), default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
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
