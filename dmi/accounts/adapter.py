"""allauth's door, narrowed: no sign-up; a shut account is refused before its password is looked at."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError

from dmi.accounts.models import User

SHUT = "This account is locked or disabled; ask an administrator or the duty supervisor."


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        super().pre_authenticate(request, **credentials)
        if User.objects.shut().filter(badge__iexact=credentials.get("username", "")).exists():
            raise ValidationError(SHUT)

    def add_message(self, *args, **kwargs):
        """“Successfully signed in as …” tells an officer nothing that the page does not show."""
