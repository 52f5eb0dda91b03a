from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts

from dmi.accounts.models import Agency, Token
from dmi.accounts.roles import Role
from dmi.forms import ActionForm

SCOPES = [(scope, label.capitalize()) for scope, label in Token.Scope.choices]
ROLES = [(role.value, role.label) for role in Role if role != Role.CLOCK]


class SignInForm(LoginForm):
    """Badge and password, after the system-use notice (CJIS AC-8)."""

    notice = forms.BooleanField(
        label="I have read the notice", error_messages={"required": "Read the notice, then tick that you have."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Badge"
        self.fields["login"].max_length = 20


class OwnPasswordForm(ChangePasswordForm):
    """allauth's, in our words, its labels not repeated inside the fields."""

    LABELS = {"oldpassword": "Password now", "password1": "New password", "password2": "New password once more"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)


class MakeTokenForm(ActionForm):
    name = forms.CharField(label="What it is for", max_length=60)
    scope = forms.ChoiceField(label="It may", choices=SCOPES, initial=Token.Scope.READ, widget=forms.RadioSelect)
    days = forms.IntegerField(label="Days it lasts", min_value=1, max_value=365, initial=90)


class DutiesForm(ActionForm):
    """What an administrator says about an account, new or old."""

    rank = forms.CharField(label="Rank", max_length=20, required=False)
    roles = forms.MultipleChoiceField(label="Roles", choices=ROLES, widget=forms.CheckboxSelectMultiple)
    is_sworn = forms.BooleanField(label="Sworn: is on the roster of the hot sheet", required=False)
    shift = forms.CharField(label="Shift", max_length=20, required=False)
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(label="E-mail", required=False)


class AddOfficerForm(DutiesForm):
    badge = forms.CharField(label="Badge", max_length=20)
    full_name = forms.CharField(label="Name", max_length=80)
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Agency", required=False, empty_label="None")
    password = forms.CharField(
        label="First password", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=" ".join(password_validators_help_texts()),
    )  # fmt: skip

    field_order = ["badge", "full_name", "rank", "agency", "roles", "is_sworn", "shift", "phone", "email", "password"]

    def offer(self, officer):
        self.fields["agency"].queryset = Agency.objects.all()


class ChangeOfficerForm(DutiesForm):
    is_active = forms.BooleanField(label="May sign in", required=False)
