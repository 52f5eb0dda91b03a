"""Forms of alerts and of the actions that answer them."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import DayField, InMarketForm, PersonField
from dealers.models import Dealer, Reliability, Validity
from dmi.accounts.models import User
from dmi.forms import ActionForm
from maintenance import rules
from maintenance.models import Action, AgendaItem, Debrief, NewDealerAlert
from markets.models import HotPlace

NO_MORE = "The assignee reads this and the day. To a partner nothing else is shown: say no more than is needed."
ANSWERS = [(Action.State.DONE, "Done"), (Action.State.DROPPED, "Could not be done")]


class RaiseAlertForm(InMarketForm):
    what = forms.CharField(
        label="What is new", max_length=160, help_text="A name, a place, and what is seen there; one line."
    )
    dealer = PersonField(
        Dealer.objects.none(), label="Who, where already on file", required=False, empty_label="Nobody on file"
    )
    hot_place = forms.ModelChoiceField(
        HotPlace.objects.none(), label="or a hot place", required=False, empty_label="No hot place"
    )
    debrief = forms.ModelChoiceField(Debrief.objects.none(), label="Debrief", required=False, widget=forms.HiddenInput)

    def offer(self, officer):
        super().offer(officer)
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().with_names()
        self.fields["hot_place"].queryset = HotPlace.objects.visible_to(officer)
        self.fields["debrief"].queryset = Debrief.objects.visible_to(officer).without_photo()


class AssigneeField(forms.ModelChoiceField):
    """With the agency of whoever has one: two inspectors may share a name."""

    def label_from_instance(self, officer):
        return f"{officer}, {officer.agency}" if officer.agency else str(officer)


def assignees_for(officer):
    return User.objects.visible_to(officer).holding("maintenance.answer_action").select_related("agency")


class AlertField(forms.ModelChoiceField):
    def label_from_instance(self, alert):
        return alert.title


class GiveActionForm(ActionForm):
    """Of an alert or of a point of the meeting; the page knows which, and then nobody chooses."""

    alert = AlertField(NewDealerAlert.objects.none(), label="About", required=False, empty_label="Choose an alert")
    item = forms.ModelChoiceField(
        AgendaItem.objects.none(), label="Point of the meeting", required=False, widget=forms.HiddenInput
    )
    step = forms.ChoiceField(label="What kind of step, the least first", choices=Action.Step, widget=forms.RadioSelect)
    what = forms.CharField(label="What is to be done", max_length=200, help_text=NO_MORE)
    assignee = AssigneeField(User.objects.none(), label="By whom", empty_label="Choose an officer or a partner")
    due_on = DayField(label="By when", initial=timezone.localdate)

    def offer(self, officer):
        self.fields["alert"].queryset = NewDealerAlert.objects.visible_to(officer).open().with_people()
        self.fields["item"].queryset = AgendaItem.objects.visible_to(officer)
        self.fields["assignee"].queryset = assignees_for(officer)

    def know(self, about):
        """On the page of one alert or point there is nothing to choose; elsewhere an alert has to be chosen."""
        if about:
            self.fields["alert"].widget = forms.HiddenInput()
        self.fields["alert"].required = not about


class AnswerActionForm(ActionForm):
    answer = forms.ChoiceField(label="Is it done?", choices=ANSWERS, widget=forms.RadioSelect)
    outcome = forms.CharField(
        label="What came of it", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What you found, whom you talked to, what was agreed.",
    )  # fmt: skip


class DropActionForm(ActionForm):
    why = forms.CharField(label="Why it is not to be done any more", max_length=300)


class CloseAlertForm(ActionForm):
    outcome = forms.ChoiceField(label="How did it end?", choices=NewDealerAlert.Outcome, widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why", max_length=200, required=False, help_text="Needed where nobody acted on the alert."
    )


class SeekIdentityForm(ActionForm):
    looks = forms.CharField(
        label="Looks, or the name he goes by", max_length=rules.LOOKS,
        help_text="Like: Man about 30, tall, red parka; “Moth”.",
    )  # fmt: skip
    text = forms.CharField(
        label="Seen where and doing what", max_length=rules.ACTION, help_text="One line, printed. No source by name."
    )
    reliability = forms.ChoiceField(label="How reliable is the source?", choices=Reliability, widget=forms.RadioSelect)
    validity = forms.ChoiceField(label="How sure is the content?", choices=Validity, widget=forms.RadioSelect)
    until = DayField(label="Stands until")


class FromField(forms.ModelChoiceField):
    """Who has something to do, how much, and whether he is here still."""

    def label_from_instance(self, officer):
        gone = "" if officer.is_active else ", has left"
        return f"{officer}{gone}: {officer.actions} to do"


class ReassignActionsForm(ActionForm):
    officer = FromField(User.objects.none(), label="From", empty_label="Choose who has them")
    to = AssigneeField(User.objects.none(), label="To", empty_label="Choose an officer or a partner")

    def offer(self, officer):
        self.fields["officer"].queryset = Action.objects.visible_to(officer).open().assignees()
        self.fields["to"].queryset = assignees_for(officer)
