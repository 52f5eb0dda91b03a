"""Forms for single facts about a dealer: logged one by one, corrected, withdrawn."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import NEVER_NAME, DayField, GradedForm, InMarketForm, PhoneField, PlateField, YesNoField
from dealers.forms.supervision import LogSupervisionForm
from dealers.models import Address, CautionFlag, Dealer, Handle, Influential, Involvement, Phone
from dealers.models.kinds import TOLD
from dmi.forms import ActionForm, CorrectionForm


class FactForm(GradedForm):
    """What is said, then where it comes from and how good that is."""

    source = forms.CharField(
        label="Where it comes from",
        max_length=120,
        required=False,
        help_text=f"A report number or an officer. {NEVER_NAME}",
    )

    def said(self):
        return [field for field in self.visible_fields() if field.name not in TOLD]


class EndingForm(ActionForm):
    until_on = DayField(label="No longer so since", required=False)


class LogAliasForm(FactForm):
    name = forms.CharField(label="Street name", max_length=60, help_text="As patrol says it.")


class LogBirthDateForm(FactForm):
    month = forms.IntegerField(label="Month", min_value=1, max_value=12, required=False)
    day = forms.IntegerField(label="Day", min_value=1, max_value=31, required=False)
    year = forms.IntegerField(label="Year", min_value=1900, max_value=2100, help_text="It is enough alone.")


class LogAddressForm(FactForm):
    kind = forms.ChoiceField(label="What it is", choices=Address.Kind, initial=Address.Kind.HOME)
    line = forms.CharField(label="House number and street", max_length=120)
    city = forms.CharField(label="Town", max_length=60, required=False)
    state = forms.CharField(label="State", max_length=2, required=False)
    zip = forms.CharField(label="ZIP code", max_length=10, required=False)


class LogPhoneForm(FactForm):
    number = PhoneField(
        label="Number", max_length=30, help_text="With its area code: 802-555-0114. From abroad with + and country.",
        widget=forms.TextInput(attrs={"type": "tel"}),
    )  # fmt: skip
    kind = forms.ChoiceField(label="What it is", choices=Phone.Kind, initial=Phone.Kind.OTHER)


class LogVehicleForm(FactForm):
    description = forms.CharField(label="Vehicle", max_length=40, required=False, help_text="Color, make, model.")
    plate = PlateField(label="Plate", max_length=12, required=False)


class LogHandleForm(FactForm):
    platform = forms.ChoiceField(label="Where", choices=Handle.Platform)
    name = forms.CharField(label="Name used there", max_length=80)


class LogInfluentialForm(FactForm):
    name = forms.CharField(label="Name", max_length=80)
    relation = forms.CharField(
        label="How the person stands to the dealer", max_length=60, help_text="Grandmother, pastor, coach."
    )
    willing = forms.ChoiceField(
        label="Willing to help", choices=Influential.Willing, initial=Influential.Willing.UNKNOWN
    )
    contact = forms.CharField(label="How to reach the person", max_length=160, required=False)


class PartForm(FactForm):
    role = forms.ChoiceField(label="Part", choices=Involvement.Role, initial=Involvement.Role.ADDICT_DEALER)
    is_active = forms.BooleanField(
        label="Deals there now", required=False, initial=True, help_text="Not while locked up or away."
    )
    area = forms.CharField(label="Usual area", max_length=40, required=False)
    uses_what_is_sold = YesNoField(
        label="Uses what is sold", required=False, help_text="Where dealing becomes another side of addiction."
    )
    origin = forms.CharField(label="Comes from", max_length=60, required=False)
    route = forms.CharField(
        label="How supply comes in", max_length=80, required=False, help_text="Roads and stops: Route 7, Albany depot."
    )
    carrier = forms.ChoiceField(
        label="Carried by", choices=[("", "Not known"), *Involvement.Carrier.choices], required=False
    )
    trips = forms.ChoiceField(
        label="How often", choices=[("", "Not known"), *Involvement.Trips.choices], required=False
    )
    buyers_served = forms.IntegerField(
        label="Buyers served in a week", min_value=0, max_value=9999, required=False, help_text="As estimated."
    )
    share_from_out_of_town = forms.IntegerField(
        label="Of these from out of town, percent", min_value=0, max_value=100, required=False
    )
    from_on = DayField(label="Since")


class LogInvolvementForm(InMarketForm, PartForm):
    def offer(self, officer):
        super().offer(officer)
        self.fields["from_on"].initial = timezone.localdate


class CorrectAliasForm(CorrectionForm, LogAliasForm):
    pass


class CorrectBirthDateForm(CorrectionForm, LogBirthDateForm):
    pass


class CorrectAddressForm(CorrectionForm, EndingForm, LogAddressForm):
    pass


class CorrectPhoneForm(CorrectionForm, EndingForm, LogPhoneForm):
    pass


class CorrectVehicleForm(CorrectionForm, EndingForm, LogVehicleForm):
    pass


class CorrectHandleForm(CorrectionForm, EndingForm, LogHandleForm):
    pass


class CorrectInfluentialForm(CorrectionForm, LogInfluentialForm):
    pass


class CorrectInvolvementForm(CorrectionForm, EndingForm, PartForm):
    pass


class CorrectCautionForm(CorrectionForm, FactForm):
    kind = forms.ChoiceField(label="Caution", choices=CautionFlag.Kind)
    noted_on = DayField(label="Noted on")
    source = forms.CharField(label="Source", max_length=40, help_text="A report number or an officer.")


class CorrectPhotoForm(CorrectionForm, FactForm):
    taken_on = DayField(label="Taken on")


class CorrectSupervisionForm(CorrectionForm, LogSupervisionForm, FactForm):
    pass


class CorrectDealerForm(CorrectionForm):
    last_name = forms.CharField(label="Last name", max_length=60, required=False)
    first_name = forms.CharField(label="First name", max_length=60, required=False)
    middle_name = forms.CharField(label="Middle name", max_length=60, required=False)
    suffix = forms.CharField(label="Suffix", max_length=10, required=False)
    date_of_birth = DayField(label="Date of birth", required=False)
    sex = forms.ChoiceField(label="Sex", choices=Dealer.Sex, required=False)
    race = forms.CharField(
        label="Race or ethnicity", max_length=40, required=False, help_text="As the records system has it."
    )
    height_inches = forms.IntegerField(label="Height in inches", min_value=36, max_value=96, required=False)
    weight_pounds = forms.IntegerField(label="Weight in pounds", min_value=60, max_value=600, required=False)
    marks = forms.CharField(label="Scars, marks, tattoos", max_length=60, required=False)
    source = forms.CharField(
        label="What shows it", max_length=120, help_text=f"A report number or an officer. {NEVER_NAME}"
    )

    def person(self):
        return [field for field in self.visible_fields() if field.name != "source"]


class WithdrawFactForm(ActionForm):
    because = forms.CharField(
        label="Why it is wrong", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NEVER_NAME
    )


class ValidateRecordForm(ActionForm):
    because = forms.CharField(
        label="Why it is still relevant", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NEVER_NAME
    )
