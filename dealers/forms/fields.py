"""What several forms have in common: a person, a market, a grade."""

from django import forms

from dealers.models import Alias, Phone, Reliability, Validity
from dealers.rules import birth, names_in, phone_in_full, plate_as_kept
from dmi.forms import DAY, ActionForm
from markets.models import Market

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
NEVER_NAME = "Never name a confidential source."


def source_number():
    return forms.CharField(
        label="Confidential source number", max_length=20, required=False,
        help_text="Its number only, like CS-114; never a name.",
    )  # fmt: skip


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


class DayField(forms.DateField):
    def __init__(self, **kwargs):
        super().__init__(
            widget=DAY, error_messages={"invalid": "There is no such day; write it like 03/04/2026."}, **kwargs
        )


class YesNoField(forms.NullBooleanField):
    """Yes, no, or not known, which is not no."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.choices = [("unknown", "Not known"), ("true", "Yes"), ("false", "No")]


class PhoneField(forms.CharField):
    """A telephone number as people write it; cleaned, it is in full with its country."""

    def to_python(self, value):
        return in_words(phone_in_full, super().to_python(value))

    def prepare_value(self, value):
        return str(Phone(number=value)) if value else value


class PlateField(forms.CharField):
    def to_python(self, value):
        return plate_as_kept(super().to_python(value))


class BirthField(forms.CharField):
    """A day of birth, or its month and year, or only its year; cleaned, it is a dealers.rules.Birth or None."""

    def to_python(self, value):
        return in_words(birth, super().to_python(value)) or None


class StreetNamesField(forms.CharField):
    """Street names with commas between; cleaned, a list."""

    LONGEST = Alias._meta.get_field("name").max_length

    def to_python(self, value):
        text = super().to_python(value)
        self.run_validators(text)
        names = names_in(text)
        if any(len(name) > self.LONGEST for name in names):
            raise forms.ValidationError(
                f"A street name has at most {self.LONGEST} letters; put commas between several."
            )
        return names


def in_words(read, text):
    try:
        return read(text) if text else text
    except ValueError as wrong:
        raise forms.ValidationError(str(wrong)) from wrong
