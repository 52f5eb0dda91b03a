"""What an administrator says of an account."""

from django import forms

from dmi.accounts.models import Agency, is_badge
from dmi.accounts.roles import Role
from dmi.forms import ActionForm

ROLES = [(role.value, role.label) for role in Role if role != Role.CLOCK]


def first_password(label):
    return forms.CharField(
        label=label, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters, none of the common ones, nothing of the officer’s name or badge. "
                  "Several words are better than one.",
    )  # fmt: skip


class DutiesForm(ActionForm):
    """What an administrator says about an account, new or old."""

    rank = forms.CharField(label="Rank", max_length=20, required=False)
    roles = forms.MultipleChoiceField(label="Roles", choices=ROLES, widget=forms.CheckboxSelectMultiple)
    is_sworn = forms.BooleanField(label="Sworn: is on the roster of the hot sheet", required=False)
    shift = forms.CharField(label="Shift", max_length=20, required=False)
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(label="E-mail", required=False)


class AddOfficerForm(DutiesForm):
    badge = forms.CharField(label="Badge", max_length=20, validators=[is_badge])
    full_name = forms.CharField(label="Name", max_length=80)
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Agency", required=False, empty_label="None")
    password = first_password("First password")

    field_order = ["badge", "full_name", "rank", "agency", "roles", "is_sworn", "shift", "phone", "email", "password"]

    def offer(self, officer):
        self.fields["agency"].queryset = Agency.objects.all()


class ChangeOfficerForm(DutiesForm):
    """The same of an account that stands; whether it may sign in has its own act."""


class GivePasswordForm(ActionForm):
    password = first_password("New first password")
