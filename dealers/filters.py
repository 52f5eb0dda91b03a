"""What a list of dealers can be narrowed by: the same on the page and in the API."""

import django_filters
from django.db.models import F

from dealers.models import Dealer, Involvement, Observation, Tie
from markets.models import Market


def markets_of(request):
    return Market.objects.worked_by(request.user) if request else Market.objects.none()


class DealerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name or street name", max_length=100)
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, field_name="involvements__market", label="Market", empty_label="Any market", distinct=True
    )
    role = django_filters.ChoiceFilter(
        choices=Involvement.Role.choices, method="playing", label="Part", empty_label="Any part"
    )
    status = django_filters.ChoiceFilter(choices=Dealer.Status.choices, label="Status", empty_label="Any status")

    class Meta:
        model = Dealer
        fields = ["q", "market", "role", "status"]

    def called(self, rows, name, words):
        return rows.called(words)

    def playing(self, rows, name, role):
        return rows.playing(role, self.request.user)


class Order(django_filters.OrderingFilter):
    """Newest first means those with an entry first; PostgreSQL would put the missing ones on top."""

    def get_ordering_value(self, param):
        field = super().get_ordering_value(param)
        return F(field[1:]).desc(nulls_last=True) if field.startswith("-") else field


class DealerListFilter(DealerFilter):
    """The page's own: it sorts as well, where the API has its cursor."""

    order = Order(fields={"known_as": "name", "last_entry_at": "last_entry", "logged_at": "logged"}, label="Order")

    def filter_queryset(self, rows):
        """By name where nothing else is asked: rows with an aggregate have no order of their own."""
        return super().filter_queryset(rows.order_by(*Dealer._meta.ordering))


def dealers_of(request):
    return Dealer.objects.visible_to(request.user) if request else Dealer.objects.none()


class ObservationFilter(django_filters.FilterSet):
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, field_name="dealers", label="Who")
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market")
    seen_from = django_filters.DateFilter(field_name="seen_at", lookup_expr="date__gte", label="Seen on or after")
    seen_until = django_filters.DateFilter(field_name="seen_at", lookup_expr="date__lte", label="Seen on or before")

    class Meta:
        model = Observation
        fields = ["dealer", "market", "seen_from", "seen_until"]


class TieFilter(django_filters.FilterSet):
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, method="of", label="One of the two")
    kind = django_filters.ChoiceFilter(choices=Tie.Kind.choices, label="How they are tied")

    class Meta:
        model = Tie
        fields = ["dealer", "kind"]

    def of(self, rows, name, dealer):
        return rows.of(dealer)
