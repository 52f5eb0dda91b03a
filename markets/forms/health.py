"""Forms for what health authorities, providers and residents say: numbers, and where they come from."""

from django import forms

from dmi.forms import DAY, ActionForm, CorrectionForm
from markets.models import HealthCount, Survey, TreatmentCapacity
from markets.surveys import answer_lines, answers_in

MOST = 10_000_000


class LogHealthCountForm(ActionForm):
    measure = forms.ChoiceField(label="What is counted", choices=HealthCount.Measure)
    geography = forms.CharField(
        label="Where", max_length=60, help_text="As the source names it. A county is not its city."
    )
    level = forms.ChoiceField(label="Level", choices=HealthCount.Level, initial=HealthCount.Level.COUNTY)
    part = forms.ChoiceField(
        label="What it is to this market", choices=HealthCount.Part, help_text="Those compared with are summed."
    )
    from_on = forms.DateField(label="From", widget=DAY)
    until_on = forms.DateField(label="Until", widget=DAY)
    count = forms.IntegerField(label="Count", min_value=0, max_value=MOST)
    definition = forms.CharField(
        label="Definition", max_length=200, help_text="Who is counted: deaths in the county, or of its residents?"
    )
    source = forms.CharField(label="Source", max_length=200, help_text="Who published it, in what, when.")


class CorrectHealthCountForm(CorrectionForm, LogHealthCountForm):
    pass


class LogTreatmentCapacityForm(ActionForm):
    provider = forms.CharField(label="Provider", max_length=80)
    kind = forms.ChoiceField(label="Kind of treatment", choices=TreatmentCapacity.Kind)
    places = forms.IntegerField(label="Places", min_value=0, max_value=100_000)
    caseload = forms.IntegerField(
        label="Caseload", min_value=0, max_value=100_000, help_text="How many are in treatment. Never who."
    )
    waiting = forms.IntegerField(
        label="Waiting", min_value=0, max_value=100_000, initial=0, help_text="Who waits takes the next free place."
    )
    days_to_first_appointment = forms.IntegerField(
        label="Days to the first appointment", min_value=0, max_value=1000, required=False
    )
    as_of = forms.DateField(label="As of", widget=DAY)
    source = forms.CharField(label="Source", max_length=120, help_text="Who told it, and how.")


class CorrectTreatmentCapacityForm(CorrectionForm, LogTreatmentCapacityForm):
    pass


class EstimateCutOffForm(ActionForm):
    users = forms.IntegerField(label="Users cut off", min_value=1, max_value=100_000)
    basis = forms.CharField(
        label="How you know", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Buyers served by those who will be taken out, calls, what outreach counts. Never a name.",
    )  # fmt: skip


class WaiveCapacityForm(ActionForm):
    why = forms.CharField(
        label="Why it goes on without these places", max_length=500, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="And what is done for those who find no place.",
    )  # fmt: skip


class AnswersField(forms.CharField):
    """One answer a line, “label: count”; cleaned, it is a list of [label, count] in the same order."""

    def to_python(self, value):
        if not isinstance(value, str):  # of a correction by JSON: what stands on record
            return value
        text = super().to_python(value)
        super().run_validators(text)
        try:
            return answers_in(text)
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def run_validators(self, value):
        """They had their say on the text."""

    def prepare_value(self, value):
        return value if isinstance(value, str | None) else answer_lines(value)


class LogSurveyForm(ActionForm):
    held_on = forms.DateField(label="Held on", widget=DAY)
    audience = forms.ChoiceField(label="Who was asked", choices=Survey.Audience)
    question = forms.CharField(
        label="Question", max_length=200, help_text="Word for word: the same words before and after are compared."
    )
    asked = forms.IntegerField(label="How many were asked", min_value=1, max_value=100_000)
    answers = AnswersField(
        label="Answers",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="One a line, as “Much safer: 41”.",
    )


class CorrectSurveyForm(CorrectionForm, LogSurveyForm):
    pass
