"""One's own keys for the API."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dmi.accounts import services
from dmi.accounts.forms import tokens as forms
from dmi.accounts.models import Token
from dmi.accounts.tokens import new_secret
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


@require_GET
@permitted("accounts.view_tokens")
def view_tokens(request):
    tokens = Token.objects.visible_to(request.user)
    return render(request, "accounts/view_tokens.html", {"tokens": tokens, "now": timezone.now()})


@never_cache
@permitted("accounts.make_token")
def make_token(request):
    """The key is shown on the answer to this very form and never again."""
    form = forms.MakeTokenForm(request.POST or None, officer=request.user)
    secret = new_secret()
    if request.method == "POST" and form.submit(services.make_token, by=request.user, secret=secret, at=timezone.now()):
        return render(request, "accounts/made_token.html", {"token": form.record, "secret": secret})
    return render(request, "accounts/make_token.html", {"form": form})


@permitted("accounts.revoke_token")
def revoke_token(request, token_id):
    token = trail.find(Token.objects.all(), by=request.user, pk=token_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.submit(services.revoke_token, by=request.user, token=token, at=timezone.now()):
        messages.success(request, f"“{token.name}” opens nothing any more.")
        return redirect("accounts:view_tokens")
    return render(request, "accounts/revoke_token.html", {"form": form, "token": token})
