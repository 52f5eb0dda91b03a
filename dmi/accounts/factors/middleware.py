"""Before a page: a session that showed a second factor; before a few of them: somebody who confirmed who he is."""

import time
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from dmi.accounts.factors.keeping import factors_of
from dmi.accounts.factors.step_up import CONFIRMED, TAKEN_OUT, is_recent

FREE = {
    "account_login", "account_logout", "account_reauthenticate", "accounts:still_here", "mfa_activate_totp",
    "mfa_add_webauthn", "mfa_authenticate", "mfa_index", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
}  # fmt: skip
FIRST_PASSWORD = "Somebody else gave you your password: choose one now that you alone know."  # noqa: S105 - a sentence
NO_FACTOR = "Set up or show your second factor on the sign-in page first."


class SecondFactor:
    """A session that has shown no second factor may set one up, show it, or leave (CJIS Security Policy IA-2)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.SECOND_FACTOR or request.path.startswith("/health/") or not request.user.is_authenticated:
            return None
        request.owes_factor = not any(each["method"] == "mfa" for each in shown(request))
        if not request.owes_factor or request.resolver_match.view_name in FREE:
            return None
        if request.path.startswith("/api/"):
            return problem(NO_FACTOR)
        if not factors_of(request.user).exists():
            return redirect("mfa_index")
        return redirect(f"{way_to_confirm(request.user)}?{urlencode({'next': request.get_full_path()})}")


class OwnPassword:
    """Whoever signs in with a password that somebody else gave him chooses one that he alone knows, or leaves.

    Else who gave it could reset the second factor and sign in as him (CJIS Security Policy IA-5).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if settings.DEMO or request.path.startswith("/health/") or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name
        if not request.user.has_first_password or name in FREE or name == "account_change_password":
            return None
        if request.path.startswith("/api/"):
            return problem(FIRST_PASSWORD)
        messages.info(request, FIRST_PASSWORD)
        return redirect("account_change_password")


class StepUp:
    """Before an export, a removal, a change of roles: who is at the screen shows within minutes that it is he.

    The form is not even shown before; one that was sent too late goes on by itself once he has, unless it asks for a
    file, or carries a password: the session would keep that until then.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        verb = getattr(view, "verb", None)
        if verb not in CONFIRMED or has_confirmed(request) or not request.user.has_perm(verb):
            return None
        way = way_to_confirm(request.user)
        if request.method == "POST" and verb not in TAKEN_OUT and "password" not in request.POST:
            return suspend_request(request, way)
        return redirect(f"{way}?{urlencode({'next': way_back(request, verb)})}")


def shown(request):
    """How the officer of this session showed who he is, oldest first."""
    return get_authentication_records(request, request.user)


def has_confirmed(request):
    records = shown(request)
    return is_recent(records[-1]["at"] if records else None, time.time(), settings.STEP_UP_MINUTES)


def way_to_confirm(officer):
    return get_adapter().get_reauthentication_methods(officer)[0]["url"]


def way_back(request, verb):
    """Where to go on. For a file: the page that offers it, since a file would leave him where he confirmed."""
    if verb not in TAKEN_OUT:
        return request.get_full_path()
    came_from = request.headers.get("Referer", "")
    messages.info(request, "What leaves the desk is taken by somebody who has just confirmed that it is he: "
                           "confirm, then choose it once more.")  # fmt: skip
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return reverse("desk")
    page = urlsplit(came_from)
    return f"{page.path}?{page.query}" if page.query else page.path


def problem(words):
    """As dmi.api.problems says it: the API's own views are not reached."""
    body = {"title": HTTPStatus.FORBIDDEN.phrase, "status": int(HTTPStatus.FORBIDDEN), "detail": words}
    return JsonResponse(body, status=HTTPStatus.FORBIDDEN, content_type="application/problem+json")
