"""Forms of the CRT's meeting: opened, its agenda, its line, what is decided."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone

from dealers.models import Dealer
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm
from maintenance import rules
from maintenance.models import Decision
from markets.models import HotPlace


class OpenMeetingForm(ActionForm):
    on = forms.DateField(label="Held on", widget=DAY, initial=timezone.localdate)


class NoteAttendanceForm(ActionForm):
    """An officer, or a guest by name."""

    officer = forms.ModelChoiceField(User.objects.none(), label="Officer", required=False, empty_label="Nobody")
    name = forms.CharField(label="or a guest, by name", max_length=80, required=False)
    agency = forms.CharField(label="Agency of the guest", max_length=80, required=False)

    def offer(self, officer):
        self.fields["officer"].queryset = User.objects.visible_to(officer).on_the_police_side()

    def clean(self):
        if bool(self.cleaned_data.get("officer")) == bool(self.cleaned_data.get("name")):
            raise forms.ValidationError("Choose an officer, or write the name of a guest.")
        if self.cleaned_data.get("officer") and self.cleaned_data.get("agency"):
            raise forms.ValidationError("An agency is written for a guest alone.")
        return self.cleaned_data


class TakeBackDecisionForm(ActionForm):
    seen = forms.CharField(label="Version of the decision", max_length=16, widget=forms.HiddenInput)


class PutOnAgendaForm(ActionForm):
    """A person or a place."""

    dealer = forms.ModelChoiceField(Dealer.objects.none(), label="Person", required=False, empty_label="Nobody")
    hot_place = forms.ModelChoiceField(
        HotPlace.objects.none(), label="or place", required=False, empty_label="No place"
    )

    def offer(self, officer):
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().in_the_open().distinct()
        self.fields["hot_place"].queryset = HotPlace.objects.visible_to(officer)

    def clean(self):
        if bool(self.cleaned_data.get("dealer")) == bool(self.cleaned_data.get("hot_place")):
            raise forms.ValidationError("Choose one person or one place.")
        return self.cleaned_data


class WriteHeadlineForm(ActionForm):
    headline = forms.CharField(
        label="The CRT's line for the week",
        max_length=160,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What is different; it heads the sheet.",
    )

    def clean_headline(self):
        """One line, whatever the field's width made of it."""
        return " ".join(self.cleaned_data["headline"].split())


@dataclass(frozen=True)
class Tile:
    """One of the large decision buttons on the wall: its key, its word, and what it means here."""

    kind: str
    label: str
    key: str
    note: str
    is_open: bool
    is_chosen: bool


class DecideForm(ActionForm):
    KEYS = {"keep": "K", "add": "A", "change": "C", "remove": "R", "pass": "L", "carry": "O"}
    TILES = ("keep", "add", "change")

    kind = forms.ChoiceField(label="Decision", choices=Decision.Kind, widget=forms.RadioSelect)
    reason = forms.CharField(label="Reason, for the minutes; never printed", max_length=300)
    attention = forms.ChoiceField(
        label="Attention", choices=Decision.Attention, initial=Decision.Attention.ENFORCEMENT, widget=forms.RadioSelect
    )
    patrol_line = forms.CharField(
        label="Line for patrol, printed",
        max_length=rules.WHY,
        required=False,
        help_text=f"Why, in {rules.WHY} characters.",
    )
    officer_action = forms.CharField(
        label="Officer action, printed",
        max_length=rules.ACTION,
        required=False,
        help_text=f"In {rules.ACTION} characters.",
    )
    expires_on = forms.DateField(label="Stands until", required=False, widget=DAY)
    owner = forms.ModelChoiceField(User.objects.none(), label="Owner", required=False, empty_label="Nobody yet")
    liaison = forms.ModelChoiceField(User.objects.none(), label="Liaison", required=False, empty_label="Nobody")
    seen = forms.CharField(
        label="Version of the decision that this one replaces", max_length=16, required=False,
        widget=forms.HiddenInput,
    )  # fmt: skip

    def offer(self, officer):
        colleagues = User.objects.visible_to(officer).on_the_police_side()
        self.fields["owner"].queryset = colleagues
        self.fields["liaison"].queryset = colleagues.may_be_liaison()

    @classmethod
    def about(cls, item, standing, answer, officer):
        """The form for one point: what it says now, else what the last meeting said, else what the rules propose."""
        form = cls(answer, officer=officer, initial=proposal(item, standing))
        form.item = item
        form.fields["kind"].choices = [(kind, Decision.Kind(kind).label) for kind in item.choices]
        if item.hot_place_id:
            form.fields["attention"].widget = forms.HiddenInput()
            form.shorten("officer_action", rules.PLACE_ACTION)
        return form

    def shorten(self, name, limit):
        self.fields[name].widget.attrs["maxlength"] = limit
        self.fields[name].help_text = f"In {limit} characters."

    def tiles(self):
        """Four, each in its own place: what this point does not allow stands there closed. Carrying over is apart."""
        last = Decision.Kind.REMOVE if self.item.is_on_sheet else Decision.Kind.PASS
        return [self.tile(Decision.Kind(kind)) for kind in (*self.TILES, last)]

    def tile(self, kind):
        is_open = kind in self.item.choices
        closed = "already on it" if self.item.is_on_sheet else "not on it yet"
        notes = {
            "keep": f"{self.item.meeting.task_force.item_days} days more", "add": "goes on the sheet",
            "change": "line or task", "remove": "officers stop", "pass": "not this week",
        }  # fmt: skip
        return Tile(
            kind=kind.value, label=kind.label, key=self.KEYS[kind], note=notes[kind] if is_open else closed,
            is_open=is_open, is_chosen=self["kind"].value() == kind,
        )  # fmt: skip


def proposal(item, standing):
    """What stands in the fields before anybody types."""
    said = item.decision if item.is_decided else None
    expires_on = rules.expires_on(item.meeting.held_on, item.meeting.task_force.item_days)
    proposed = {
        "kind": said.kind if said and said.kind != Decision.Kind.CARRY else item.choices[0],
        "reason": said.reason if said else "",
        "expires_on": (said and said.expires_on) or expires_on,
        "seen": said.version if said else "",
    }
    last = said if said and said.stands else standing
    if last:
        proposed |= {
            "attention": last.attention, "patrol_line": last.patrol_line, "officer_action": last.officer_action,
            "owner": last.owner_id, "liaison": last.liaison_id,
        }  # fmt: skip
    return proposed
