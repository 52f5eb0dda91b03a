import django_filters

from dmi.accounts.models import Token


class TokenFilter(django_filters.FilterSet):
    scope = django_filters.ChoiceFilter(choices=Token.Scope.choices, label="What it may")

    class Meta:
        model = Token
        fields = ["scope"]
