"""The first gate at both doors, page and API: the role table is asked before a row is fetched; a no is entered."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from rest_framework import permissions

from dmi.audit import trail


def permitted(verb):
    """A page for those whose roles hold the verb. 403 otherwise, whatever the id."""

    def door(view):
        @wraps(view)
        def page(request, *args, **kwargs):
            ask(request.user, verb)
            return view(request, *args, **kwargs)

        page.verb = verb  # type: ignore[attr-defined]  # the sweep asks for it
        return page

    return door


def ask(officer, verb):
    if not officer.has_perm(verb):
        trail.enter(officer, verb, trail.Outcome.FORBIDDEN)
        raise PermissionDenied


def verb_of(view):
    """The verb of an API operation: of its method's action, else of the view."""
    action = getattr(view, getattr(view, "action", None) or "", None)
    return getattr(action, "verb", None) or getattr(view, "verb", None)


class MayDoThis(permissions.BasePermission):
    """The API's first gate: signed in, the role holds the verb, and the token's scope does not forbid it."""

    message = None  # DRF's own, but for a scope

    def has_permission(self, request, view):
        verb = verb_of(view)
        if not (request.user.is_authenticated and verb):
            return False
        allowed = request.user.has_perm(verb)
        if allowed and not self.within_scope(request):
            self.message = "This token only reads; make one that may act."
            allowed = False
        if not allowed:
            trail.enter(request.user, verb, trail.Outcome.FORBIDDEN)
        return allowed

    def within_scope(self, request):
        return request.auth is None or request.method in permissions.SAFE_METHODS or request.auth.scope == "act"
