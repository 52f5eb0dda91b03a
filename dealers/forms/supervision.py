"""Forms for supervision: who supervises, which conditions bind, what was broken."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import GradedForm
from dealers.models import Condition, Reliability, Supervision, Validity, Violation
from dmi.forms import DAY, ActionForm, CorrectionForm

WORDS = 80  # letters: it prints on a card


class LogSupervisionForm(GradedForm):
    kind = forms.ChoiceField(label="Kind", choices=Supervision.Kind)
    supervising_officer = forms.CharField(label="Supervising officer", max_length=80)
    phone = forms.CharField(label="Phone of the supervising officer", max_length=30, required=False)
    from_on = forms.DateField(label="From", widget=DAY)
    until_on = forms.DateField(label="Until", required=False, widget=DAY, help_text="Left empty: no end is known.")
    source = forms.CharField(label="Source", max_length=120, help_text="The docket or order, or the officer who told.")

    def offer(self, officer):
        """Known from an order, as a rule."""
        self.fields["reliability"].initial, self.fields["validity"].initial = Reliability.A, Validity.CONFIRMED


class EndForm(ActionForm):
    until_on = forms.DateField(label="Last day", widget=DAY)

    def offer(self, officer):
        self.fields["until_on"].initial = timezone.localdate


class ConditionForm(ActionForm):
    words = forms.CharField(
        label="Condition", max_length=WORDS, help_text="In few words, as it shall print: Curfew 21:00 to 06:00."
    )
    permits = forms.ChoiceField(
        label="Who may act on it", choices=Condition.Permits, initial=Condition.Permits.REPORT,
        widget=forms.RadioSelect,
    )  # fmt: skip
    source = forms.CharField(label="Where it is written", max_length=120, help_text="The order, with docket and item.")


class LogConditionForm(ConditionForm):
    verified_on = forms.DateField(
        label="Verified on", widget=DAY, help_text="The day on which the supervising officer said that it holds."
    )

    def offer(self, officer):
        self.fields["verified_on"].initial = timezone.localdate


class CorrectConditionForm(CorrectionForm, ConditionForm):
    pass


class LogViolationForm(ActionForm):
    what = forms.CharField(label="What was seen", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    seen_on = forms.DateField(label="Seen on", widget=DAY)
    reported_on = forms.DateField(
        label="Reported on", required=False, widget=DAY, help_text="To the supervising officer. It may follow later."
    )

    def offer(self, officer):
        self.fields["seen_on"].initial = timezone.localdate


class RecordViolationOutcomeForm(ActionForm):
    outcome = forms.ChoiceField(
        label="What came of it",
        choices=[choice for choice in Violation.Outcome.choices if choice[0] != Violation.Outcome.PENDING],
    )
    outcome_on = forms.DateField(label="Decided on", widget=DAY)
    reported_on = forms.DateField(
        label="Reported on", required=False, widget=DAY, help_text="Left empty: the day that is on record."
    )

    def offer(self, officer):
        self.fields["outcome_on"].initial = timezone.localdate
