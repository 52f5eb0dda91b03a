"""Forms for the track decision: the facts, the supervisor's half, the prosecutor's half."""

from django import forms

from dealers.cases.track import YOUNGEST, Track
from dmi.forms import ActionForm
from markets.models import Market

REASON = {"max_length": 300, "widget": forms.Textarea(attrs={"rows": 3})}


def tick(label, hint=""):
    return forms.BooleanField(label=label, required=False, help_text=hint)


class StateTrackFactsForm(ActionForm):
    is_violent = tick("Serious violence", "Charged, convicted or reported by a named witness; never by hearsay alone.")
    has_weapons = tick("Weapons", "Carried or kept. Shown beside the name; the rule asks for violence.")
    has_sexual_offence = tick("Sexual offence")
    has_arson = tick("Arson")
    is_under_age = tick(
        "Youthful offender", f"Whoever is under {YOUNGEST} by the day of birth on record counts without this."
    )
    is_out_of_state = tick("Comes from out of state")
    sells_weight = tick("Sells weight", "Amounts for others to sell, whatever the part in the market is called.")
    has_significant_prior_dealing = tick("Significant prior dealing", "As the prosecutor finds it.")
    basis = forms.CharField(
        label="On what this rests", max_length=600, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Reports, convictions and dockets by their numbers. Never name a confidential source.",
    )  # fmt: skip


class DecideTrackForm(ActionForm):
    decided = forms.ChoiceField(
        label="Which way", widget=forms.RadioSelect,
        choices=[(each.value, each.label) for each in Track if each != Track.UNDECIDED],
    )  # fmt: skip
    because = forms.CharField(
        label="Why", required=False, help_text="Needed where it is not what the rule proposes.", **REASON
    )


class ConfirmTrackForm(ActionForm):
    because = forms.CharField(
        label="Why", required=False, help_text="Needed where something bars the call-in.", **REASON
    )


class ReopenTrackForm(ActionForm):
    because = forms.CharField(label="Why", help_text="What became known, with its report number.", **REASON)


class MarketChoiceForm(forms.Form):
    """Which of the markets that one works; the first where nothing is chosen."""

    market = forms.ModelChoiceField(Market.objects.none(), label="Market", required=False, empty_label=None)

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["market"].queryset = Market.objects.worked_by(officer)

    @property
    def chosen(self):
        named = self.cleaned_data["market"] if self.is_valid() else None
        return named or self.fields["market"].queryset.first()
