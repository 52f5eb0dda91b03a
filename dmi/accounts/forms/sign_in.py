"""allauth's forms, in our words."""

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from dmi.accounts.factors.forms import refuse_if_shut
from dmi.accounts.locking import count_wrong_attempt
from dmi.audit import trail


class SignInForm(LoginForm):
    """Badge and password, after the system-use notice (CJIS AC-8)."""

    notice = forms.BooleanField(
        label="I have read the notice", error_messages={"required": "Read the notice, then tick that you have."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Badge"
        self.fields["login"].max_length = 20
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)  # it said what the label does not


class OwnPasswordForm(ChangePasswordForm):
    """allauth's, in our words, its labels not repeated inside the fields. A wrong password counts as at signing in: a
    session that was stolen does not learn it here.
    """

    LABELS = {"oldpassword": "Password now", "password1": "New password", "password2": "New password once more"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)

    def clean_oldpassword(self):
        refuse_if_shut(self.user)
        try:
            return super().clean_oldpassword()
        except ValidationError:
            trail.enter(self.user, "accounts.change_password", trail.Outcome.REFUSED)
            count_wrong_attempt(self.user, timezone.now())
            raise

    def clean(self):
        said = super().clean()
        if said.get("password1") and said["password1"] == said.get("oldpassword"):
            self.add_error("password1", "Choose another password than you have now.")
        return said
