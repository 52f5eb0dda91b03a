"""What is told under a consent, and how the lists of it are narrowed."""

import django_filters
from django import forms

from callins.dtc.forms.base import TO_CHOOSE
from callins.dtc.models import Disclosure, StatusReport
from dmi.forms import ActionForm


class ReportStatusForm(ActionForm):
    says = forms.ChoiceField(
        label="Status", choices=TO_CHOOSE + StatusReport.Says.choices, help_text="One word and today’s date."
    )

    def choose_from(self, enrolment):
        """On the page: what the course carries."""
        sayable = StatusReport.sayable(enrolment) if enrolment else []
        self.fields["says"].choices = TO_CHOOSE + [(says.value, says.label) for says in sayable]
        if len(sayable) == 1:
            self.initial["says"] = sayable[0]


class StatusReportFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(label="Name", method="by_name", max_length=100)
    says = django_filters.ChoiceFilter(label="Word", choices=StatusReport.Says.choices, empty_label="Any word")

    class Meta:
        model = StatusReport
        fields = ["says"]

    def by_name(self, reports, name, words):
        return reports.called(words)


class DisclosureFilter(django_filters.FilterSet):
    about = django_filters.CharFilter(label="What, or to whom", method="by_words", max_length=100)

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def by_words(self, disclosures, name, words):
        return disclosures.about(words)
