"""Forms for custom notifications: planned, approved, brought, given up."""

from django import forms

from callins.forms.letters import SignedForm
from callins.models import LetterTemplate
from dealers.cases.forms.cases import OfficerField
from dealers.forms.fields import InMarketForm, PersonField
from dealers.models import Dealer
from dmi.accounts.models import User
from dmi.forms import ActionForm, CorrectionForm


class NotificationForm(ActionForm):
    """What is planned, whoever the person is."""

    why = forms.CharField(
        label="Why now", max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text="For colleagues; not said."
    )
    exposure = forms.CharField(
        label="Legal exposure, as it will be said", max_length=1500, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In plain words, without a day, a place or a source. A prosecutor approves exactly these words.",
    )  # fmt: skip
    help_offered = forms.CharField(
        label="Help offered", max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text="As it will be said."
    )
    officer = OfficerField(User.objects.none(), label="Officer who goes", empty_label="Choose an officer")
    community_member = forms.CharField(label="Who comes along from the community", max_length=80)

    def offer(self, officer):
        super().offer(officer)
        self.fields["officer"].queryset = User.objects.visible_to(officer).holding("callins.deliver_notification")


class PlanNotificationForm(NotificationForm, InMarketForm):
    dealer = PersonField(Dealer.objects.none(), label="Who", empty_label="Choose somebody on file")
    field_order = ("market", "dealer")

    def offer(self, officer):
        super().offer(officer)
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().with_names()


class ChangeNotificationForm(CorrectionForm, NotificationForm):
    """Another exposure takes the approval back."""


class ApproveExposureForm(ActionForm):
    seen = forms.CharField(label="Version", max_length=16, widget=forms.HiddenInput)


class AskForNotificationLetterForm(SignedForm):
    language = forms.ChoiceField(label="Language", choices=LetterTemplate.Language, widget=forms.RadioSelect)
    is_large = forms.BooleanField(label="In large print", required=False)
    field_order = ("language", "is_large")


class LogNotificationAttemptForm(ActionForm):
    place = forms.CharField(label="Where", max_length=120)
    note = forms.CharField(label="What was found", max_length=200, help_text="Nobody at home, moved, would not talk.")


class DeliverNotificationForm(ActionForm):
    place = forms.CharField(label="Where", max_length=120)
    reaction = forms.CharField(
        label="How it was taken", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What the person asked for or said no to. Nothing that somebody told against himself.",
    )  # fmt: skip


class GiveUpNotificationForm(ActionForm):
    because = forms.CharField(label="Why", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
