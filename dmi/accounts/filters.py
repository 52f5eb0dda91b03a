import django_filters
from django.utils import timezone

from dmi.accounts.models import ActingRole, Token, User
from dmi.accounts.roles import Role

ROLES = [(role.value, role.label) for role in Role if role != Role.CLOCK]
STATES = [("True", "May sign in"), ("False", "May not sign in")]


class OfficerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name or badge", max_length=80)
    role = django_filters.ChoiceFilter(choices=ROLES, method="with_role", label="Role", empty_label="Any role")
    is_active = django_filters.ChoiceFilter(choices=STATES, label="Account", empty_label="Every account")

    class Meta:
        model = User
        fields = ["q", "role", "is_active"]

    def called(self, rows, name, words):
        return rows.called(words)

    def with_role(self, rows, name, role):
        return rows.with_role(role)


LOANS = [("now", "In force or to come"), ("over", "Over")]


class ActingRoleFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name or badge", max_length=80)
    state = django_filters.ChoiceFilter(choices=LOANS, method="standing", label="State", empty_label="All")

    class Meta:
        model = ActingRole
        fields = ["q", "state"]

    def called(self, rows, name, words):
        return rows.called(words)

    def standing(self, rows, name, state):
        today = timezone.localdate()
        return rows.to_come_or_in_force(today) if state == "now" else rows.over(today)


class TokenFilter(django_filters.FilterSet):
    scope = django_filters.ChoiceFilter(choices=Token.Scope.choices, label="What it may")

    class Meta:
        model = Token
        fields = ["scope"]
