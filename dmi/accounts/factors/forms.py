"""Codes and keys as they are shown. A locked account is refused before they are looked at, a code counts once."""

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as keys
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from dmi.accounts.locking import LOCKED, count_wrong_attempt
from dmi.accounts.models import User
from dmi.audit import trail

# What a key's answer that is none makes of the libraries that read it.
GARBLED = (ValueError, TypeError, KeyError, AttributeError, InvalidSignature)
NOT_COUNTED = "too_many_login_attempts"  # allauth did not even look


def refuse_if_shut(officer):
    """Asked again here: the account may have been locked since its password was right."""
    if User.objects.shut().contains(officer):
        raise ValidationError(LOCKED)


def use_up(officer, code):
    """False where the code was shown before, be it to set the factor up. Kept for as long as it would be right."""
    lives = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return cache.add(f"factor:{officer.pk}:{normalize_user_code(code)}", "used", timeout=lives)


class CodeForm(forms.Form):
    """One field for a code, in our words."""

    label = "Code from the app, or a recovery code"
    is_first = True  # on its page: the field takes the focus

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = self.label
        self.fields["code"].widget.attrs = {
            "autocomplete": "one-time-code", "autofocus": self.is_first, "inputmode": "numeric", "maxlength": 20,
        }  # fmt: skip


class ShownCodeForm(CodeForm):
    def clean_code(self):
        refuse_if_shut(self.user)
        code = super().clean_code()
        if not use_up(self.user, code):
            self._emit_authentication_failed(self.authenticator)
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignInCodeForm(ShownCodeForm, codes.AuthenticateForm):
    """The second step of signing in."""


class ConfirmCodeForm(ShownCodeForm, codes.ReauthenticateForm):
    """By somebody who is signed in."""


class SetUpAppForm(CodeForm, ActivateTOTPForm):
    label = "Code that the app shows now"
    is_first = False

    def clean_code(self):
        code = super().clean_code()
        use_up(self.user, code)
        return code


class SignInKeyForm(keys.AuthenticateWebAuthnForm):
    """allauth tells nobody of a key that was wrong; it counts like a code."""

    verb = "accounts.sign_in"

    def clean_credential(self):
        refuse_if_shut(self.user)
        try:
            return super().clean_credential()
        except ValidationError as refusal:
            if getattr(refusal, "code", None) != NOT_COUNTED:
                self.count()
            raise
        except GARBLED as garbled:
            self.count()
            raise get_adapter().validation_error("incorrect_code") from garbled

    def count(self):
        trail.enter(self.user, self.verb, trail.Outcome.REFUSED, asked="factor:webauthn")
        count_wrong_attempt(self.user, timezone.now())


class ConfirmKeyForm(SignInKeyForm):
    verb = "accounts.confirm"
    reauthenticated = True


class AddKeyForm(keys.AddWebAuthnForm):
    name = forms.CharField(label="What you call it", max_length=40, required=False)

    def clean(self):
        try:
            return super().clean()
        except GARBLED as garbled:
            raise get_adapter().validation_error("incorrect_code") from garbled


class RenameKeyForm(keys.EditWebAuthnForm):
    name = forms.CharField(label="What you call it", max_length=40)
