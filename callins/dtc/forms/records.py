"""What a participant's history and the lines about them can be narrowed by."""

import django_filters
from django import forms

from callins.dtc import access, history
from callins.dtc.models import AuditEntry
from dmi.audit.models import Outcome


class HistoryForm(forms.Form):
    """Of what kind of record. The changes come out of many tables, so there are no rows to filter."""

    kind = forms.ChoiceField(label="Of what", required=False, choices=lambda: [("", "Everything"), *history.kinds()])

    def asked(self):
        """The kind asked for; everything where that is none of ours."""
        return self.cleaned_data.get("kind", "") if self.is_valid() else ""


class AccessFilter(django_filters.FilterSet):
    officer = django_filters.CharFilter(field_name="badge", lookup_expr="iexact", label="Badge", max_length=20)
    act = django_filters.CharFilter(method="called", label="What", max_length=60)
    outcome = django_filters.ChoiceFilter(choices=Outcome.choices, label="Outcome", empty_label="Any outcome")

    class Meta:
        model = AuditEntry
        fields = ["officer", "act", "outcome"]

    def called(self, lines, name, words):
        return lines.of_verb(words.strip().replace(" ", "_"), access.verbs_said(words))
