"""What a list of dealers can be narrowed by: the same on the page and in the API."""

import django_filters

from dealers.models import Dealer, Involvement
from markets.models import Market


def markets_of(request):
    return Market.objects.worked_by(request.user) if request else Market.objects.none()


class DealerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name or street name", max_length=100)
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, field_name="involvements__market", label="Market", empty_label="Any market", distinct=True
    )
    role = django_filters.ChoiceFilter(
        choices=Involvement.Role.choices,
        field_name="involvements__role",
        label="Part",
        empty_label="Any part",
        distinct=True,
    )
    status = django_filters.ChoiceFilter(choices=Dealer.Status.choices, label="Status", empty_label="Any status")

    class Meta:
        model = Dealer
        fields = ["q", "market", "role", "status"]

    def called(self, rows, name, words):
        return rows.called(words)
