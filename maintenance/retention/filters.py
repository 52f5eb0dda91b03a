"""What the lists of retention can be narrowed by: the same on the page and in the API."""

import django_filters
from django.utils.timezone import localdate

from dealers.filters import colleagues_of, markets_of
from dealers.models import Dealer
from dmi.forms import DAY, DayFilter
from maintenance.retention import reviews
from maintenance.retention.models import Agreement, Disclosure, Dissemination, Removal

WITH_OR_WITHOUT = [("with", "Under an agreement"), ("without", "Without one")]
IN_FORCE_OR_NOT = [("in_force", "In force"), ("ended", "Ended")]


class AgreementFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="telling", label="Agency, what it covers", max_length=100)
    state = django_filters.ChoiceFilter(
        choices=IN_FORCE_OR_NOT, method="in_state", label="State", empty_label="In force or ended"
    )

    class Meta:
        model = Agreement
        fields = ["q", "state"]

    def telling(self, rows, name, words):
        return rows.saying(words)

    def in_state(self, rows, name, state):
        return rows.in_force(localdate()) if state == "in_force" else rows.ended(localdate())


class DisseminationFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="telling", label="Record, agency, recipient, reason", max_length=100)
    agreement = django_filters.ChoiceFilter(
        choices=WITH_OR_WITHOUT, method="covered", label="Agreement", empty_label="With or without"
    )
    item = django_filters.ChoiceFilter(choices=Dissemination.Item.choices, label="What", empty_label="Anything")
    given_from = DayFilter(field_name="given_on", lookup_expr="gte", label="On or after", widget=DAY)
    given_until = DayFilter(field_name="given_on", lookup_expr="lte", label="On or before", widget=DAY)

    class Meta:
        model = Dissemination
        fields = ["q", "agreement", "item", "given_from", "given_until"]

    def telling(self, rows, name, words):
        return rows.saying(words)

    def covered(self, rows, name, how):
        return rows.under_agreement() if how == "with" else rows.without_agreement()


class DisclosureFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="telling", label="Record, docket, counsel", max_length=100)

    class Meta:
        model = Disclosure
        fields = ["q"]

    def telling(self, rows, name, words):
        return rows.saying(words)


class ReviewFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(
        choices=list(reviews.STATES.items()), method="in_state", label="What waits", empty_label="Everything that waits"
    )
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, method="with_a_part_in", label="Market", empty_label="Any market"
    )
    owner = django_filters.ModelChoiceFilter(
        queryset=colleagues_of, method="owned", label="Answers for it", empty_label="Anybody"
    )

    class Meta:
        model = Dealer
        fields = ["state", "market", "owner"]

    def in_state(self, rows, name, state):
        return reviews.narrowed(rows, state, localdate())

    def with_a_part_in(self, rows, name, market):
        return rows.in_market(market)

    def owned(self, rows, name, officer):
        return rows.owned_by(officer)


class RemovalFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="telling", label="Record", max_length=20)
    state = django_filters.ChoiceFilter(choices=Removal.State.choices, label="State", empty_label="Any state")
    kind = django_filters.ChoiceFilter(choices=Removal.Kind.choices, label="Kind", empty_label="Either kind")

    class Meta:
        model = Removal
        fields = ["q", "state", "kind"]

    def telling(self, rows, name, words):
        return rows.saying(words)
