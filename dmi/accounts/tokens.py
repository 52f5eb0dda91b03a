"""Signing in to the API with a token: `Authorization: Bearer <token>`."""

import hashlib
import secrets

from django.utils import timezone
from rest_framework import authentication, exceptions

from dmi.accounts.models import Token
from dmi.audit import trail


def new_secret():
    """A key of 256 random bits, marked so that secret scanners know it."""
    return f"mdesk_{secrets.token_urlsafe(32)}"


def sha256_of(secret):
    """A random key needs no salt and no slow hash: nobody guesses 256 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


class TokenAuthentication(authentication.BaseAuthentication):
    keyword = "Bearer"

    def authenticate(self, request):
        kind, _, secret = request.headers.get("Authorization", "").partition(" ")
        if kind.casefold() != self.keyword.casefold():
            return None
        usable = Token.objects.usable(timezone.now()).select_related("officer")
        token = usable.filter(sha256=sha256_of(secret.strip())).first()
        if token is None:
            raise exceptions.AuthenticationFailed("This token is unknown, expired or revoked; make a new one.")
        name_on_trail(token)
        return token.officer, token

    def authenticate_header(self, request):
        return self.keyword


def name_on_trail(token):
    """The lines of this request say which token it was; the middleware forgets it with the request."""
    trail.origin.set((trail.origin.get() or {}) | {"session": f"token:{token.pk.hex[:10]}"})
