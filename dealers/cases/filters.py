"""What the lists of this app can be narrowed by: the same on the page and in the API."""

import django_filters
from django.utils import timezone

from dealers import search
from dealers.cases.models import Buy, Case, Prosecution
from dealers.filters import dealers_of, markets_of

LAB = (
    ("not_sent", "Not sent yet"),
    ("waiting", "At the laboratory"),
    ("overdue", "Result overdue"),
    ("fentanyl", "Fentanyl found"),
    ("negative", "No regulated drug"),
)


class BuyFilter(django_filters.FilterSet):
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, label="Bought from", empty_label="Anybody")
    lab = django_filters.ChoiceFilter(choices=LAB, method="at_the_lab", label="Laboratory", empty_label="Any state")

    class Meta:
        model = Buy
        fields = ["market", "dealer", "lab"]

    def at_the_lab(self, rows, name, state):
        return rows.in_lab_state(state, timezone.localdate())


class ProsecutionFilter(django_filters.FilterSet):
    court = django_filters.ChoiceFilter(choices=Prosecution.Court.choices, label="Court", empty_label="Any court")
    custody = django_filters.ChoiceFilter(
        choices=Prosecution.Custody.choices, label="Custody", empty_label="Any custody"
    )
    outcome = django_filters.ChoiceFilter(
        choices=Prosecution.Outcome.choices, label="Outcome", empty_label="Any outcome"
    )

    class Meta:
        model = Prosecution
        fields = ["court", "custody", "outcome"]


class CaseFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Number or name", max_length=100)
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    state = django_filters.ChoiceFilter(
        choices=Case._meta.get_field("state").choices, label="State", empty_label="Any state"
    )
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, label="Against")

    class Meta:
        model = Case
        fields = ["q", "market", "state", "dealer"]

    def called(self, rows, name, words):
        return rows.called(words, search.ids(words, self.request.user))
