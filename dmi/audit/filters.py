from datetime import datetime, time, timedelta

import django_filters
from django.utils import timezone

from dmi.audit.models import AuditEntry, Outcome, SearchWords
from dmi.forms import DAY, DayFilter


def midnight(day):
    """The moment at which the day begins where the task force is."""
    return timezone.make_aware(datetime.combine(day, time()))


class OfDays(django_filters.FilterSet):
    since = DayFilter(method="from_day", label="From", widget=DAY)
    until = DayFilter(method="to_day", label="To", widget=DAY)

    def from_day(self, rows, name, day):
        return rows.since(midnight(day))

    def to_day(self, rows, name, day):
        return rows.until(midnight(day + timedelta(days=1)))

    def asked(self):
        """What narrows the list; None where something asked for is no day, no outcome."""
        if not self.is_valid():
            return None
        return {name: said for name, said in self.form.cleaned_data.items() if said}


class TrailFilter(OfDays):
    badge = django_filters.CharFilter(lookup_expr="iexact", label="Badge", max_length=20)
    verb = django_filters.CharFilter(lookup_expr="icontains", label="Verb", max_length=60)
    record = django_filters.CharFilter(method="about", label="Record", max_length=80)
    outcome = django_filters.ChoiceFilter(choices=Outcome.choices, label="Outcome", empty_label="Any outcome")

    class Meta:
        model = AuditEntry
        fields = ["badge", "verb", "record", "outcome", "since", "until"]

    def about(self, rows, name, words):
        return rows.named(words)


class SearchFilter(OfDays):
    words = django_filters.CharFilter(lookup_expr="icontains", label="Words", max_length=80)
    badge = django_filters.CharFilter(lookup_expr="iexact", label="Badge", max_length=20)
    hash = django_filters.CharFilter(label="Hash on the trail", max_length=16)

    class Meta:
        model = SearchWords
        fields = ["words", "badge", "hash", "since", "until"]
