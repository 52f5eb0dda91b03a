"""The API's third gate, after role and scope: a few verbs want somebody who has just confirmed who he is."""

from django.conf import settings
from rest_framework import permissions

from dmi.accounts.factors.middleware import has_confirmed
from dmi.accounts.factors.step_up import CONFIRMED
from dmi.audit import trail
from dmi.audit.doors import verb_of

BY_TOKEN = "A token can not confirm who holds it; sign in and do this on its page."  # noqa: S105
BY_SESSION = "Confirm first that it is you: open the page of this act, or /confirm-password/, and send it again."


class HasConfirmed(permissions.BasePermission):
    message = ""

    def has_permission(self, request, view):
        verb = verb_of(view)
        if verb not in CONFIRMED or settings.STEP_UP_MINUTES == 0 or (not request.auth and has_confirmed(request)):
            return True
        self.message = BY_TOKEN if request.auth else BY_SESSION
        trail.enter(request.user, verb, trail.Outcome.FORBIDDEN)
        return False
