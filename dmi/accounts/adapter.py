"""allauth's door, narrowed: no sign-up; a shut account is refused before its password is looked at."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import reverse

from dmi.accounts.factors.keeping import factors_of
from dmi.accounts.locking import LOCKED
from dmi.accounts.models import User
from dmi.audit import trail
from dmi.origin import address_of

WAYS = {
    "reauthenticate": "Confirm with my password",
    "mfa_reauthenticate": "Confirm with a code",
    "mfa_reauthenticate:webauthn": "Confirm with a security key",
}


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": "This is not your password. Wrong ones count: five lock the account."
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        """As the trail has it; the proxy's own would be everybody's, and ten wrong passwords keep out a shift."""
        return address_of(request) or "unknown"

    def pre_authenticate(self, request, **credentials):
        super().pre_authenticate(request, **credentials)
        officer = User.objects.shut().filter(badge__iexact=credentials.get("username", "")).first()
        if officer:
            trail.enter(officer, "accounts.sign_in", trail.Outcome.REFUSED)
            raise ValidationError(LOCKED)

    def is_reauthentication_required(self, *, app):
        """Not for the first factor, a minute after the password was given."""
        return factors_of(self.request.user).exists()

    def get_reauthentication_methods(self, user):
        """Once there is a factor, by it alone: a password that somebody saw neither changes factors nor exports."""
        methods = [{**each, "description": WAYS[each["id"]]} for each in super().get_reauthentication_methods(user)]
        return [method for method in methods if method["id"] != "reauthenticate"] or methods

    def add_message(self, *args, **kwargs):
        """“Successfully signed in as …” tells an officer nothing that the page does not show."""

    def get_password_change_redirect_url(self, request):
        """Back to work; allauth would show the same form again, as if nothing had happened."""
        messages.success(request, "Your password is changed. Elsewhere you are signed out; your tokens are revoked.")
        return reverse("desk")
