"""The court’s sessions and their dockets."""

from django import forms

from callins.dtc.dockets import may_come
from callins.dtc.models import DocketSession, Enrolment
from dealers.forms.fields import MOMENT
from dmi.forms import ActionForm, CorrectionForm


class FindSessionsForm(forms.Form):
    q = forms.CharField(label="Judge or courtroom", max_length=80, required=False)


class SessionForm(ActionForm):
    starts_at = forms.DateTimeField(label="Begins", widget=MOMENT)
    courtroom = forms.CharField(label="Courtroom", max_length=60)
    judge = forms.CharField(label="Judge", max_length=80, help_text="As the docket says it: Judge Marlowe.")


class ChangeSessionForm(CorrectionForm, SessionForm):
    pass


class PlanSessionForm(SessionForm):
    """Filled from the last session: the court sits every week in the same place."""

    def offer(self, officer):
        last = DocketSession.objects.visible_to(officer).first()
        if last:
            self.fields["courtroom"].initial, self.fields["judge"].initial = last.courtroom, last.judge


class AddToDocketForm(ActionForm):
    enrolments = forms.ModelMultipleChoiceField(
        Enrolment.objects.none(), label="Who comes before the court", help_text="By the API: ids of admissions.",
        error_messages={"required": "Choose whom to put on the docket."},
    )  # fmt: skip

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["enrolments"].queryset = may_come(session)


class RecommendForm(ActionForm):
    recommendation = forms.CharField(
        label="What the team recommends", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The court reads this where a consent to the docket is in force. Name no substance and no value.",
    )  # fmt: skip


class RecordOrderForm(ActionForm):
    order = forms.CharField(
        label="What the court ordered", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
