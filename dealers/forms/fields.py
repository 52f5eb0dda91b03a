"""What several forms have in common: a person, a market, a grade."""

from django import forms

from dealers.models import Reliability, Validity
from dmi.forms import ActionForm
from markets.models import Market

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
NEVER_NAME = "Never name a confidential source."


def called(dealer):
    """As patrol and the records know somebody: Cody Farrow “Scooter”."""
    return " ".join([dealer.known_as, *(f"“{name}”" for name in dealer.other_names)])


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, dealer):
        return called(dealer)


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, dealer):
        return called(dealer)


class InMarketForm(ActionForm):
    """For what belongs to a market: of those the officer works; where there is only one, nothing to choose."""

    market = forms.ModelChoiceField(Market.objects.none(), label="Market", empty_label=None)

    def offer(self, officer):
        markets = Market.objects.worked_by(officer)
        self.markets = list(markets)
        self.fields["market"].queryset = markets
        self.fields["market"].initial = self.markets[0] if self.markets else None
        if len(self.markets) == 1:
            self.fields["market"].widget = forms.HiddenInput()


class GradedForm(ActionForm):
    """What every fact carries: how good its source is, how sure its content."""

    reliability = forms.ChoiceField(
        label="How reliable is the source?", choices=Reliability, initial=Reliability.B, widget=forms.RadioSelect
    )
    validity = forms.ChoiceField(
        label="How sure is the content?", choices=Validity, initial=Validity.PROBABLE, widget=forms.RadioSelect
    )
