"""Forms for what officers saw: told on a phone, then settled by the analyst."""

from django import forms

from dealers.forms.fields import MOMENT, NEVER_NAME, PeopleField
from dealers.forms.people import NamingForm
from dealers.models import Dealer, Reliability, Validity
from dmi.forms import ActionForm
from maintenance.hot_sheet import sightings
from maintenance.models import Debrief
from markets.models import Market

SETTLED = [choice for choice in Debrief.State.choices if choice[0] != Debrief.State.WAITING]
PICTURES = {"accept": "image/jpeg,image/png,image/webp"}


class TellDebriefForm(ActionForm):
    sheet = forms.CharField(
        label="Hot sheet", max_length=30, required=False, widget=forms.HiddenInput,
        help_text="The edition whose number you give, like 2026-W48; a copy of it must be yours.",
    )  # fmt: skip
    item = forms.IntegerField(label="On your hot sheet", min_value=1, required=False, widget=forms.HiddenInput)
    who = forms.CharField(label="Who", max_length=160, required=False, help_text="Name, street name or looks.")
    where = forms.CharField(label="Where", max_length=120)
    what = forms.CharField(
        label="What you saw", max_length=600, widget=forms.Textarea(attrs={"rows": 3}), help_text=NEVER_NAME
    )
    with_whom = forms.CharField(label="With whom", max_length=160, required=False)
    photo = forms.FileField(label="Photo", required=False, widget=forms.ClearableFileInput(attrs=PICTURES))
    seen_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")
    market = forms.ModelChoiceField(
        Market.objects.none(), label="Market", required=False, empty_label="I do not know",
        help_text="Whose desk reads it; a number off the sheet says so by itself.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["market"].queryset = Market.objects.worked_by(officer)

    @classmethod
    def off(cls, copy, item, officer, said=None, files=None):
        """With the numbers of this copy to choose from, and the one chosen already. Without a copy no number counts."""
        begun = {"sheet": copy.sheet.edition, "item": item} if copy else {}
        if said and not copy:
            said = said.copy()
            said["sheet"] = said["item"] = ""
        form = cls(said, files, officer=officer, initial=begun)
        if copy and (people := sightings.people_on(copy)):
            named = [(number, f"{number}  {sightings.called(card)}") for number, card in people.items()]
            form.fields["who"].help_text = "Where no number says it: name, street name or looks."
            form.fields["item"].widget = forms.Select(choices=[("", "Somebody else"), *named])
        return form

    @property
    def has_details(self):
        """Something stands in what is folded away."""
        return any(self[name].errors or self[name].value() for name in ("with_whom", "seen_at", "market"))

    def clean(self):
        """The edition is named; what the service gets is this officer's copy of it."""
        said = super().clean() or self.cleaned_data
        edition = said.pop("sheet", "")
        said["copy"] = sightings.own_copy(self.officer, edition) if edition else None
        if edition and said["copy"] is None:
            raise forms.ValidationError(f"You have no copy of {edition}; say who it was in words.")
        return said


class TriageDebriefForm(NamingForm):
    dealers = PeopleField(Dealer.objects.none(), label="Who", required=False)
    state = forms.ChoiceField(label="What becomes of it", choices=SETTLED, widget=forms.RadioSelect)
    narrative = forms.CharField(
        label="What their file should say", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NEVER_NAME,
    )  # fmt: skip
    reliability = forms.ChoiceField(
        label="How reliable is the source?", choices=Reliability, required=False, widget=forms.RadioSelect
    )
    validity = forms.ChoiceField(
        label="How sure is the content?", choices=Validity, required=False, widget=forms.RadioSelect
    )
    market = forms.ModelChoiceField(
        Market.objects.none(), label="Market", required=False, empty_label="Choose a market",
        help_text="Whose file it belongs to.",
    )  # fmt: skip
    keeps_photo = forms.BooleanField(label="Keep the photo in the dossier of the person named", required=False)
    answer = forms.CharField(
        label="Answer to the officer", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="He finds it on his desk. No names that he does not know.",
    )  # fmt: skip

    def offer(self, officer):
        super().offer(officer)
        self.fields["market"].queryset = Market.objects.worked_by(officer)
