"""Forms for what goes before a court: arrest, counts, custody, hearings, outcome; warrants."""

from django import forms
from django.utils import timezone

from dealers.cases.models import Charge, Operation, Prosecution, Warrant
from dealers.forms.fields import MOMENT
from dmi.forms import DAY, ActionForm

OFFENCES = Charge._meta.get_field("offence").choices
LINES = forms.Textarea(attrs={"rows": 2})


class CustodyForm(ActionForm):
    custody = forms.ChoiceField(label="Custody", choices=Prosecution.Custody, widget=forms.RadioSelect)
    held_at = forms.CharField(label="Held at", max_length=80, required=False)
    release_on = forms.DateField(
        label="Released on", required=False, widget=DAY,
        help_text="Of who is held: the day of the release to come, as far as it is known.",
    )  # fmt: skip
    release_conditions = forms.CharField(label="Conditions of release", max_length=300, required=False, widget=LINES)


class RecordArrestForm(CustodyForm):
    court = forms.ChoiceField(label="Court", choices=Prosecution.Court, widget=forms.RadioSelect)
    court_name = forms.CharField(label="Name of the court", max_length=80)
    docket = forms.CharField(label="Docket", max_length=40, required=False, help_text="It may follow later.")
    arresting_agency = forms.CharField(label="Arresting agency", max_length=80)
    arrested_on = forms.DateField(label="Arrested on", widget=DAY)
    operation = forms.ModelChoiceField(
        Operation.objects.none(), label="In which operation", required=False, empty_label="None"
    )
    counsel = forms.CharField(label="Counsel", max_length=80, required=False)
    field_order = ("court", "court_name", "docket", "arresting_agency", "arrested_on", "operation", "counsel")

    def offer(self, officer):
        self.fields["operation"].queryset = Operation.objects.visible_to(officer)
        self.fields["arrested_on"].initial = timezone.localdate
        self.fields["custody"].initial = Prosecution.Custody.HELD


class AddChargeForm(ActionForm):
    offence = forms.ChoiceField(label="Offence", choices=OFFENCES)
    grade = forms.CharField(label="Class", max_length=30, required=False, help_text="Felony, misdemeanor.")
    offence_on = forms.DateField(label="Day of the offence", widget=DAY)


class SetHearingForm(ActionForm):
    next_hearing_at = forms.DateTimeField(label="Next hearing", required=False, widget=MOMENT)
    docket = forms.CharField(label="Docket", max_length=40, required=False)
    counsel = forms.CharField(label="Counsel", max_length=80, required=False)


class RecordOutcomeForm(ActionForm):
    outcome = forms.ChoiceField(
        label="How it ended", widget=forms.RadioSelect,
        choices=[choice for choice in Prosecution.Outcome.choices if choice[0] != Prosecution.Outcome.OPEN],
    )  # fmt: skip
    outcome_on = forms.DateField(label="On", widget=DAY)
    sentence = forms.CharField(label="Sentence", max_length=300, required=False, widget=LINES)

    def offer(self, officer):
        self.fields["outcome_on"].initial = timezone.localdate


class LogWarrantForm(ActionForm):
    number = forms.CharField(label="Number", max_length=30)
    court_name = forms.CharField(label="Court", max_length=80)
    issued_on = forms.DateField(label="Issued on", widget=DAY)

    def offer(self, officer):
        self.fields["issued_on"].initial = timezone.localdate


class CloseWarrantForm(ActionForm):
    status = forms.ChoiceField(
        label="What became of it", widget=forms.RadioSelect,
        choices=[choice for choice in Warrant.Status.choices if choice[0] != Warrant.Status.ACTIVE],
    )  # fmt: skip
    closed_on = forms.DateField(label="On", widget=DAY)

    def offer(self, officer):
        self.fields["closed_on"].initial = timezone.localdate
