"""allauth's second factor, narrowed: secrets lie encrypted, nobody's name leaves with a code, the last factor stays."""

import base64
import io

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError

CODES = Authenticator.Type.RECOVERY_CODES
UNREADABLE = "This factor can not be read any more; ask an administrator to reset your second factor."


def key_from(text):
    """Any long text becomes a key; one made for this use alone, where the text has others."""
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"second factor").derive(text.encode())
    return base64.urlsafe_b64encode(derived)


def cipher():
    """The first key encrypts, every key opens: a new one is put before the old."""
    return MultiFernet([Fernet(key_from(text)) for text in settings.FACTOR_KEYS])


def factors_of(officer):
    """What he can sign in with; recovery codes only stand in for one."""
    return Authenticator.objects.filter(user=officer).exclude(type=CODES)


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This was not right. A code counts once, for half a minute: wait for the next one.",
        "cannot_delete_authenticator": "This is your last factor; set up another one before you remove it.",
    }

    def encrypt(self, text):
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        try:
            return cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as unreadable:
            raise ValidationError(UNREADABLE) from unreadable

    def can_delete_authenticator(self, authenticator):
        others = factors_of(authenticator.user).exclude(pk=authenticator.pk)
        return not settings.SECOND_FACTOR or others.exists()

    def build_totp_svg(self, url):
        """On white with its margin, so that a phone reads it from a dark page too."""
        drawn = io.BytesIO()
        segno.make(url, error="m", micro=False).save(drawn, kind="svg", scale=5, light="white", title="")
        return drawn.getvalue().decode()

    def generate_authenticator_name(self, user, type):  # noqa: A002 (allauth names it so)
        return f"Key {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def _get_site_name(self):
        return "Market Desk"

    def _get_user_identifier(self, user):
        """In the list of a phone's app: a badge tells less than a name or an address."""
        return f"badge {user.badge}"
