from django import forms
from django.utils import timezone

from dealers.models import Dealer
from dmi.accounts.models import User
from dmi.forms import ActionForm
from maintenance import rules
from maintenance.models import Decision
from markets.models import HotPlace

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OpenMeetingForm(ActionForm):
    on = forms.DateField(label="Held on", widget=DAY, initial=timezone.localdate)


class PutOnAgendaForm(ActionForm):
    """A person or a place."""

    dealer = forms.ModelChoiceField(Dealer.objects.none(), label="Person", required=False, empty_label="Nobody")
    hot_place = forms.ModelChoiceField(
        HotPlace.objects.none(), label="or place", required=False, empty_label="No place"
    )

    def offer(self, officer):
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().distinct()
        self.fields["hot_place"].queryset = HotPlace.objects.visible_to(officer)

    def clean(self):
        if bool(self.cleaned_data.get("dealer")) == bool(self.cleaned_data.get("hot_place")):
            raise forms.ValidationError("Choose one person or one place.")
        return self.cleaned_data


class WriteHeadlineForm(ActionForm):
    headline = forms.CharField(
        label="The CRT's line for the week", max_length=160, help_text="What is different; it heads the sheet."
    )


class DecideForm(ActionForm):
    kind = forms.ChoiceField(label="Decision", choices=Decision.Kind, widget=forms.RadioSelect)
    reason = forms.CharField(label="Reason, for the minutes", max_length=300, help_text="Never printed.")
    attention = forms.ChoiceField(
        label="Attention", choices=Decision.Attention, initial=Decision.Attention.ENFORCEMENT, widget=forms.RadioSelect
    )
    patrol_line = forms.CharField(
        label="Line for patrol, printed",
        max_length=rules.WHY,
        required=False,
        help_text=f"At most {rules.WHY} characters.",
    )
    officer_action = forms.CharField(
        label="What an officer should do, printed", max_length=rules.ACTION, required=False,
        help_text=f"At most {rules.ACTION} characters; {rules.PLACE_ACTION} for a place.",
    )  # fmt: skip
    expires_on = forms.DateField(label="Stands until", required=False, widget=DAY)
    owner = forms.ModelChoiceField(User.objects.none(), label="Owner", required=False, empty_label="Nobody yet")
    liaison = forms.ModelChoiceField(User.objects.none(), label="Liaison", required=False, empty_label="Nobody")

    def offer(self, officer):
        colleagues = User.objects.visible_to(officer).on_duty()
        self.fields["owner"].queryset = colleagues
        self.fields["liaison"].queryset = colleagues

    @classmethod
    def about(cls, item, answer, officer):
        """The form for one point: what it says now, else what the last meeting said, else what the rules propose."""
        said = getattr(item, "decision", None) or Decision.objects.before(item)
        expires_on = rules.expires_on(item.meeting.held_on, item.meeting.task_force.item_days)
        first = {"kind": item.choices[0], "expires_on": expires_on}
        if said:
            kept = said.kind if said.item_id == item.pk else first["kind"]
            until = said.expires_on if said.item_id == item.pk and said.expires_on else expires_on
            first |= {
                "kind": kept, "attention": said.attention, "patrol_line": said.patrol_line, "expires_on": until,
                "officer_action": said.officer_action, "owner": said.owner_id, "liaison": said.liaison_id,
                "reason": said.reason if said.item_id == item.pk else "",
            }  # fmt: skip
        form = cls(answer, officer=officer, initial=first)
        form.fields["kind"].choices = [(kind, Decision.Kind(kind).label) for kind in item.choices]
        if item.hot_place_id:
            form.fields["attention"].widget = forms.HiddenInput()
        return form
