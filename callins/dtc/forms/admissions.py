"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception."""

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import Enrolment, Participant
from callins.dtc.program.wording import said_day
from dmi.forms import DAY, ActionForm, CorrectionForm

LANGUAGES = Participant._meta.get_field("speaks").choices


class SearchForm(forms.Form):
    q = forms.CharField(label="Name", max_length=80, required=False)


class OpenFileForm(ActionForm):
    last_name = forms.CharField(label="Last name", max_length=80)
    first_name = forms.CharField(label="First name", max_length=80, required=False)
    date_of_birth = forms.DateField(label="Date of birth", widget=DAY)
    phone = forms.CharField(label="Phone", max_length=30, required=False, help_text="Where notice of a test reaches.")
    speaks = forms.ChoiceField(
        label="Language", choices=LANGUAGES, initial="en", help_text="Of the progress sheet that goes home."
    )
    offer_id = forms.UUIDField(label="Accepted offer", required=False, widget=forms.HiddenInput)


class ChangeParticipantForm(CorrectionForm):
    last_name = forms.CharField(label="Last name", max_length=80)
    first_name = forms.CharField(label="First name", max_length=80, required=False)
    born_on = forms.DateField(label="Date of birth", widget=DAY)
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    speaks = forms.ChoiceField(label="Language", choices=LANGUAGES)


class EnrolParticipantForm(ActionForm):
    offer_id = forms.UUIDField(label="Accepted offer", required=False, widget=forms.HiddenInput)
    docket = forms.CharField(
        label="Docket number", max_length=40, required=False,
        help_text="Needed where the court sends somebody without an accepted offer.",
    )  # fmt: skip
    enrolled_on = day("Enrolled on", help_text="The first attempt starts that day, at day 0 of phase one.")
    offence = forms.ChoiceField(
        label="Offence", choices=TO_CHOOSE + Enrolment.Offence.choices,
        help_text="Possession and misdemeanor sale are admitted ordinarily; anything else is an exception.",
    )  # fmt: skip
    approved_by = forms.CharField(
        label="Exception approved by", max_length=80, required=False, help_text="Of an exception: name and office."
    )
    exception_reason = forms.CharField(label="Reason of the exception", max_length=300, required=False)

    def choose_among(self, offers):
        """On the page, where it is known who it is: the offers that this person accepted."""
        if offers:
            chosen = [(offer.id, f"Call-in of {said_day(offer.called_in_on)}") for offer in offers]
            self.fields["offer_id"].widget = forms.Select(choices=[*chosen, ("", "None: on the court’s docket alone")])
            self.fields["offer_id"].initial, self.fields["docket"].initial = offers[0].id, offers[0].docket
