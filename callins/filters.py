"""What the list of call-ins can be narrowed by: the same on the page and in the API."""

import django_filters

from callins.models import CallIn
from dealers.filters import markets_of


class CallInFilter(django_filters.FilterSet):
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    state = django_filters.ChoiceFilter(choices=CallIn.State.choices, label="State", empty_label="Any state")

    class Meta:
        model = CallIn
        fields = ["market", "state"]
