import django_filters

from dmi.accounts.models import Token, User
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


class TokenFilter(django_filters.FilterSet):
    scope = django_filters.ChoiceFilter(choices=Token.Scope.choices, label="What it may")

    class Meta:
        model = Token
        fields = ["scope"]
