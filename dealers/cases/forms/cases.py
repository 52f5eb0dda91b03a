"""Forms for a case: opening it, its counts, what is done next."""

from django import forms
from django.utils.timezone import localdate

from dealers.cases.models import Buy, Case, Count
from dealers.cases.rules import OFFENCES
from dealers.forms.fields import NEVER_NAME, InMarketForm
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm


class NextStepField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(label="Next step", max_length=120, help_text=NEVER_NAME, **kwargs)


class OpenCaseForm(InMarketForm):
    court = forms.ChoiceField(
        label="Court", choices=Case.Court, initial=Case.Court.STATE, widget=forms.RadioSelect,
        help_text="The offences to choose from follow from it.",
    )  # fmt: skip
    basis = forms.ChoiceField(label="What it rests on", choices=Case.Basis)
    next_step = NextStepField(required=False)
    next_step_on = forms.DateField(label="Until", required=False, widget=DAY)


class BuyField(forms.ModelChoiceField):
    def label_from_instance(self, buy):
        return f"{localdate(buy.bought_at):%-d %b %Y}: {buy}, report {buy.report_number or 'not numbered yet'}"


class AddCountForm(ActionForm):
    offence = forms.ChoiceField(label="Offence", choices=Count._meta.get_field("offence").choices)
    buy = BuyField(
        Buy.objects.none(), label="Buy", required=False, empty_label="None",
        help_text="On which the count rests; it is what the checklist asks for.",
    )  # fmt: skip
    offence_on = forms.DateField(
        label="Day of the offence", required=False, widget=DAY, help_text="Left empty: the day of the buy."
    )

    @classmethod
    def about(cls, case, said, officer):
        """The offences of the case's court, the buys from its dealer."""
        form = cls(said, officer=officer)
        form.fields["offence"].choices = [
            (code, f"{offence.words}, {offence.statute}")
            for code, offence in OFFENCES.items()
            if offence.is_federal == (case.court == Case.Court.FEDERAL)
        ]
        form.fields["buy"].queryset = form.fields["buy"].queryset.of(case.dealer)
        return form

    def offer(self, officer):
        self.fields["buy"].queryset = Buy.objects.visible_to(officer)


class OfficerField(forms.ModelChoiceField):
    def label_from_instance(self, officer):
        return f"{officer}, {officer.role_names.lower()}"


class PlanNextStepForm(ActionForm):
    next_step = NextStepField()
    next_step_on = forms.DateField(label="Until", required=False, widget=DAY)
    owner = OfficerField(User.objects.none(), label="Owner", empty_label=None, help_text="Who answers for the case.")

    def offer(self, officer):
        self.fields["owner"].queryset = User.objects.visible_to(officer).holding("cases.plan_next_step")
