import django_filters

from dmi.audit.models import AuditEntry, Outcome


class TrailFilter(django_filters.FilterSet):
    badge = django_filters.CharFilter(lookup_expr="iexact", label="Badge", max_length=20)
    verb = django_filters.CharFilter(lookup_expr="icontains", label="Verb", max_length=60)
    record = django_filters.CharFilter(lookup_expr="icontains", label="Record", max_length=80)
    outcome = django_filters.ChoiceFilter(choices=Outcome.choices, label="Outcome", empty_label="Any outcome")

    class Meta:
        model = AuditEntry
        fields = ["badge", "verb", "record", "outcome"]
