import django_filters

from markets.models import Market


class MarketFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=Market.Kind.choices, label="Kind")
    stage = django_filters.ChoiceFilter(choices=Market.Stage.choices, label="Stage")

    class Meta:
        model = Market
        fields = ["kind", "stage"]
