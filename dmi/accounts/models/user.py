"""Officers and partners: their roles, own or lent, are the only answer to what they may do."""

import uuid

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, Prefetch, Q
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.functional import cached_property

from dmi.accounts import roles
from dmi.accounts.models.acting import ActingRole
from dmi.accounts.models.task_force import Agency
from dmi.accounts.roles import Role

# No letter that only looks like another's: two officers could not be told apart on the trail.
is_badge = RegexValidator(r"\A[A-Za-z0-9-]+\Z", "A badge is letters A to Z, digits and hyphens.")


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
    badge = models.CharField(max_length=20, unique=True, validators=[is_badge])
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
    has_first_password = models.BooleanField(default=False, db_default=False, editable=False)  # given by another
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
