"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import Enrolment
from dmi.forms import DAY, ActionForm


class EnrolParticipantForm(ActionForm):
    last_name = forms.CharField(label="Last name", max_length=80)
    first_name = forms.CharField(label="First name", max_length=80, required=False)
    date_of_birth = forms.DateField(label="Date of birth", widget=DAY)
    enrolled_on = day("Enrolled on", help_text="The first attempt starts that day, at day 0 of phase one.")
    docket = forms.CharField(label="Docket number", max_length=40, required=False)
    offence = forms.ChoiceField(
        label="Offence", choices=TO_CHOOSE + Enrolment.Offence.choices,
        help_text="Possession and misdemeanor sale are admitted ordinarily; anything else is an exception.",
    )  # fmt: skip
    approved_by = forms.CharField(label="Exception approved by", max_length=80, required=False)
    exception_reason = forms.CharField(label="Reason of the exception", max_length=300, required=False)
