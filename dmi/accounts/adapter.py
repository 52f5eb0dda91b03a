"""allauth's door, narrowed: no sign-up; a locked account is refused before its password is looked at."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError

from dmi.accounts.models import User

LOCKED = "This account is locked; ask an administrator or the duty supervisor to release it."


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        super().pre_authenticate(request, **credentials)
        if User.objects.filter(badge__iexact=credentials.get("username", ""), locked_at__isnull=False).exists():
            raise ValidationError(LOCKED)

    def add_message(self, *args, **kwargs):
        """“Successfully signed in as …” tells an officer nothing that the page does not show."""
