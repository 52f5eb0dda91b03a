"""Forms for entering a dealer and what was seen."""

from datetime import date

from django import forms
from django.utils import timezone

from dealers.forms.fields import (
    MOMENT,
    NEVER_NAME,
    BirthField,
    DayField,
    GradedForm,
    InMarketForm,
    PersonField,
    PhoneField,
    PlateField,
    StreetNamesField,
)
from dealers.models import CautionFlag, Dealer, Involvement, Tie
from dmi.forms import DAY, ActionForm


class LogDealerForm(InMarketForm, GradedForm):
    street_name = StreetNamesField(
        label="Street name", max_length=200, required=False, help_text="As patrol says it; several with commas between."
    )
    last_name = forms.CharField(label="Last name", max_length=60, required=False)
    first_name = forms.CharField(label="First name", max_length=60, required=False)
    role = forms.ChoiceField(
        label="Part in the market",
        choices=Involvement.Role,
        initial=Involvement.Role.ADDICT_DEALER,
        widget=forms.RadioSelect,
    )
    facts = forms.CharField(
        label="What did you see or hear?", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"Facts that show dealing. {NEVER_NAME}",
    )  # fmt: skip
    place = forms.CharField(label="Where", max_length=120, required=False)
    seen_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")
    source_reference = forms.CharField(
        label="Source document", max_length=80, required=False,
        help_text="The number of the report. It may follow within the days the task force allows; approval needs it.",
    )  # fmt: skip
    middle_name = forms.CharField(label="Middle name", max_length=60, required=False)
    suffix = forms.CharField(label="Suffix", max_length=10, required=False)
    date_of_birth = BirthField(
        label="Date of birth", max_length=30, required=False, help_text="03/04/1990, April 1990 or 1990."
    )
    sex = forms.ChoiceField(label="Sex", choices=Dealer.Sex, required=False)
    phone = PhoneField(label="Phone", max_length=30, required=False, widget=forms.TextInput(attrs={"type": "tel"}))
    address = forms.CharField(label="House number and street", max_length=120, required=False)
    city = forms.CharField(label="Town", max_length=60, required=False)
    height_inches = forms.IntegerField(label="Height in inches", min_value=36, max_value=96, required=False)
    weight_pounds = forms.IntegerField(label="Weight in pounds", min_value=60, max_value=600, required=False)
    marks = forms.CharField(label="Scars, marks, tattoos", max_length=60, required=False)
    area = forms.CharField(label="Usual area", max_length=40, required=False)
    origin = forms.CharField(label="Comes from", max_length=60, required=False)
    vehicle = forms.CharField(label="Vehicle", max_length=40, required=False)
    plate = PlateField(label="Plate", max_length=12, required=False)
    photo = forms.FileField(
        label="Photo",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    photo_taken_on = DayField(label="Photo taken on", required=False)

    DETAILS = (
        "middle_name", "suffix", "date_of_birth", "sex", "phone", "marks", "address", "city", "vehicle", "plate",
        "height_inches", "weight_pounds", "area", "origin", "photo", "photo_taken_on",
    )  # fmt: skip

    def offer(self, officer):
        super().offer(officer)
        if len(self.markets) == 1:
            self.fields["role"].label = f"Part in {self.markets[0]}"

    def clean(self):
        """The first street name is what pages call somebody by; a birth not known to the day is a fact of its own."""
        first, *others = self.cleaned_data.get("street_name") or [""]
        self.cleaned_data |= {"street_name": first, "other_street_names": others}
        if born := self.cleaned_data.get("date_of_birth"):
            self.cleaned_data["date_of_birth"] = date(*born) if born.day else None
            self.cleaned_data["birth"] = None if born.day else (born.year, born.month)
        return self.cleaned_data

    def details(self):
        return [self[name] for name in self.DETAILS]

    def has_details(self):
        """A file that was sent counts, though a form never shows it again."""
        return bool(self.files) or any(self[name].value() or self[name].errors for name in self.DETAILS)


class AddSourceDocumentForm(ActionForm):
    reference = forms.CharField(label="Number of the report", max_length=80)


class ApprovePredicateForm(ActionForm):
    is_lawfully_acquired = forms.BooleanField(
        label="The facts were lawfully acquired and give reasonable suspicion of dealing", required=False
    )


class ReturnDraftForm(ActionForm):
    because = forms.CharField(label="What is missing", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class LogTieForm(GradedForm):
    other = PersonField(Dealer.objects.none(), label="Tied to", empty_label="Choose a person")
    kind = forms.ChoiceField(label="How", choices=Tie.Kind)
    strength = forms.IntegerField(label="How many times", min_value=1, max_value=999, initial=1)
    first_seen_on = DayField(label="First seen so on", required=False, help_text="If earlier.")
    seen_on = forms.DateField(label="Last seen so on", widget=DAY)
    basis = forms.CharField(label="What shows it", max_length=300, help_text=NEVER_NAME)

    def offer(self, officer):
        self.fields["other"].queryset = Dealer.objects.visible_to(officer).with_names()
        self.fields["seen_on"].initial = timezone.localdate


class AddPhotoForm(GradedForm):
    photo = forms.FileField(
        label="Photo", widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text="JPEG, PNG or WebP, at most 12 MB.",
    )  # fmt: skip
    taken_on = DayField(label="Taken on")
    source = forms.CharField(label="Where it comes from", max_length=120, required=False)


class LogCautionForm(GradedForm):
    kind = forms.ChoiceField(label="Caution", choices=CautionFlag.Kind)
    source = forms.CharField(label="Source", max_length=40, help_text="A report number or an officer.")
    noted_on = DayField(label="Noted on")
