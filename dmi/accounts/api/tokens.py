"""One's own keys. Signing in is a page; a token stands for it here."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework import exceptions

from dmi.accounts import serializers, services
from dmi.accounts.filters import TokenFilter
from dmi.accounts.forms import tokens as forms
from dmi.accounts.models import Token
from dmi.accounts.tokens import new_secret
from dmi.api.acts import Act
from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.forms import ActionForm


class BearerToken(OpenApiAuthenticationExtension):
    """How the schema names our tokens."""

    target_class = "dmi.accounts.tokens.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        return {"type": "http", "scheme": "bearer", "bearerFormat": "mdesk_…"}


class ViewTokens(Listing):
    """One's own tokens, without their keys."""

    verb = "accounts.view_tokens"
    answer = serializers.TokenFacts
    ordering = ("-made_at", "-id")
    filters = TokenFilter

    def rows(self, officer):
        return Token.objects.visible_to(officer)


class MakeToken(Act):
    """A key for the API, shown in this answer alone. Refused to a token: who stole one could live on in the next."""

    form, service, answer = forms.MakeTokenForm, services.make_token, serializers.MadeToken
    status = HTTPStatus.CREATED

    def given(self, request):
        if request.auth:
            trail.enter(request.user, self.verb, trail.Outcome.FORBIDDEN)
            raise exceptions.PermissionDenied("A token makes no other; sign in and make it on its page.")
        return {"secret": new_secret(), "at": timezone.now()}

    def reply(self, record, secret, **given):
        record.secret = secret
        return super().reply(record)


class RevokeToken(Act):
    form, service, answer = ActionForm, services.revoke_token, serializers.TokenFacts

    def given(self, request, token_id):
        token = trail.find(Token.objects.all(), by=request.user, pk=token_id)
        return {"token": token, "at": timezone.now()}


urlpatterns = [
    path("tokens/", ViewTokens.as_view(), name="view_tokens"),
    path("tokens/make/", MakeToken.as_view(), name="make_token"),
    path("tokens/<uuid:token_id>/revoke/", RevokeToken.as_view(), name="revoke_token"),
]
