"""Forms for the plan of a call-in: when and where, who is on it, who speaks, who helps."""

from django import forms

from callins import agendas
from callins.models import CallIn, ReservedService, Speaker
from dealers.forms.fields import MOMENT, InMarketForm
from dmi.accounts.models import User
from dmi.forms import ActionForm, CorrectionForm

LONGEST_TURN = 60  # minutes
MOST_PLACES = 99


class WhenAndWhereForm(ActionForm):
    """What the letters say, and what only the team reads."""

    starts_at = forms.DateTimeField(label="Begins", widget=MOMENT)
    ends_at = forms.DateTimeField(label="Ends", widget=MOMENT)
    venue = forms.CharField(label="Venue", max_length=80, help_text="As the letters call it: Grange Hall.")
    address = forms.CharField(label="Address", max_length=120)
    contact = forms.CharField(
        label="Whom an invitee calls", max_length=120, help_text="Name and phone; it stands in every letter."
    )
    safety_plan = forms.CharField(
        label="Safety plan", max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Who stands where, who may come in, who leaves how. For the team; it stands in no letter.",
    )  # fmt: skip


class PlanCallInForm(InMarketForm, WhenAndWhereForm):
    form = forms.ChoiceField(
        label="Form", choices=CallIn.Form, widget=forms.RadioSelect, initial=CallIn.Form.BANKED,
        help_text="Banked: a case is held over each. Plea: already charged, the offer comes in place of the sentence.",
    )  # fmt: skip

    field_order = ("market", "form")


class ChangeCallInForm(CorrectionForm, WhenAndWhereForm):
    pass


class AddTeamMemberForm(ActionForm):
    officer = forms.ModelChoiceField(
        User.objects.none(), label="Officer", empty_label="Choose an officer",
        help_text="From now on he knows who is invited.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["officer"].queryset = User.objects.visible_to(officer).holding("callins.view_call_ins")


class LayOutAgendaForm(ActionForm):
    order = forms.ChoiceField(label="In the order of", choices=list(agendas.LABELS.items()), widget=forms.RadioSelect)


class SpeakerForm(ActionForm):
    """One turn on the agenda; the name may follow when somebody has said yes."""

    prong = forms.ChoiceField(label="For", choices=Speaker.Prong, widget=forms.RadioSelect)
    capacity = forms.ChoiceField(label="Speaks as", choices=Speaker.Capacity)
    name = forms.CharField(label="Name", max_length=80, required=False, help_text="Empty until somebody has said yes.")
    subject = forms.CharField(label="On", max_length=160, required=False)
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=LONGEST_TURN, initial=10)


class MoveSpeakerForm(ActionForm):
    direction = forms.ChoiceField(label="Which way", choices=[("earlier", "Earlier"), ("later", "Later")])


class ChangeServiceForm(ActionForm):
    contact = forms.CharField(label="Whom to call there", max_length=120, required=False, help_text="Name and phone.")
    places = forms.IntegerField(label="Places kept", min_value=1, max_value=MOST_PLACES)


class ReserveServiceForm(ChangeServiceForm):
    service = forms.ChoiceField(label="What help", choices=ReservedService.Service)
    provider = forms.CharField(label="By whom", max_length=80)

    field_order = ("service", "provider")


class CallOffForm(ActionForm):
    because = forms.CharField(label="Why", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
