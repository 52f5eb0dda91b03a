import django_filters

from dmi.forms import DAY, DayFilter
from markets.models import Category, Incident, IncidentBatch, Market, Zone


class MarketFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=Market.Kind.choices, label="Kind")
    stage = django_filters.ChoiceFilter(choices=Market.Stage.choices, label="Stage")

    class Meta:
        model = Market
        fields = ["kind", "stage"]


class IncidentFilter(django_filters.FilterSet):
    """The same on the page, in the export and in the API; `holds` empty is reports, never both added up."""

    since = DayFilter(method="from_day", label="From", widget=DAY)
    until = DayFilter(method="to_day", label="To", widget=DAY)
    holds = django_filters.ChoiceFilter(
        choices=IncidentBatch.Holds.choices, method="held", label="Reports or calls", empty_label="Both, one by one"
    )
    category = django_filters.ChoiceFilter(choices=Category.choices, label="Category", empty_label="Any category")
    zone = django_filters.ChoiceFilter(choices=Zone.choices, label="Where", empty_label="Anywhere")
    marked = django_filters.ChoiceFilter(
        choices=[("drugs", "Drug related"), ("dealer", "Victim is a dealer")], method="with_mark", label="Marked",
        empty_label="Any",
    )  # fmt: skip
    q = django_filters.CharFilter(method="named", label="Number or address", max_length=60)

    class Meta:
        model = Incident
        fields = ["since", "until", "holds", "category", "zone", "marked", "q"]

    def from_day(self, rows, name, day):
        return rows.between(day, None)

    def to_day(self, rows, name, day):
        return rows.between(None, day)

    def held(self, rows, name, holds):
        return rows.reported(as_call=holds == IncidentBatch.Holds.CALLS)

    def with_mark(self, rows, name, mark):
        return rows.drug_related() if mark == "drugs" else rows.of_dealers()

    def named(self, rows, name, words):
        return rows.named(words)


class IncidentListFilter(IncidentFilter):
    """The page's: also in which order."""

    order = django_filters.OrderingFilter(fields={"occurred_at": "when", "number": "number"})
