"""Forms for outreach: where somebody goes, who goes, on which day contact was made, what came of it."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import InMarketForm, PhoneField
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm
from maintenance.models import OutreachTask

TODAY = {"widget": DAY, "initial": timezone.localdate}


class PartnerField(forms.ModelChoiceField):
    def label_from_instance(self, officer):
        return f"{officer}, {officer.agency or officer.role_names.lower()}"


def partners(officer):
    return User.objects.visible_to(officer).holding("maintenance.answer_outreach").select_related("agency")


class AskForOutreachForm(InMarketForm):
    occasion = forms.ChoiceField(
        label="After what", choices=OutreachTask.Occasion, widget=forms.RadioSelect,
        help_text="After sweeps that are closed and overdoses of the imported lists the desk asks by itself.",
    )  # fmt: skip
    happened_on = forms.DateField(label="It happened on", **TODAY)
    place = forms.CharField(label="Where to go", max_length=160, help_text="A place, never who lives there.")
    partner = PartnerField(User.objects.none(), label="Who goes", empty_label="Choose a partner or a liaison")
    has_agreed = forms.BooleanField(
        label="The person agreed to be looked up", required=False,
        help_text="Only then a name or number goes along. Who reaches out reads it, nobody else, and it is forgotten "
        "at the end.",
    )  # fmt: skip
    agreed_name = forms.CharField(label="Name", max_length=120, required=False)
    agreed_phone = PhoneField(label="Telephone", max_length=30, required=False)

    def offer(self, officer):
        super().offer(officer)
        self.fields["partner"].queryset = partners(officer)


class GiveOutreachForm(ActionForm):
    partner = PartnerField(User.objects.none(), label="Who goes", empty_label="Choose a partner or a liaison")

    def offer(self, officer):
        self.fields["partner"].queryset = partners(officer)


class AnswerOutreachForm(ActionForm):
    contacted_on = forms.DateField(
        label="Contact was made on", help_text="The day and nothing else: what was spoken stays with you.", **TODAY
    )


class EndOutreachForm(ActionForm):
    outcome = forms.ChoiceField(
        label="What came of it", choices=OutreachTask.Outcome, widget=forms.RadioSelect,
        help_text="One word, so that it can be counted. No name, no reason, nothing of treatment.",
    )  # fmt: skip
