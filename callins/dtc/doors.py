"""The doors of the compartment: to whom a verb is not given the page does not exist, and the trail of the compartment
alone tells that he tried."""

from functools import wraps

from django.http import Http404
from rest_framework import exceptions

from dmi.accounts.compartment import take_role, treatment
from dmi.api.urls import NO_SUCH_ADDRESS, Nowhere
from dmi.audit import trail
from dmi.audit.doors import MayDoThis, verb_of


def walled(verb):
    """A page for those whose roles hold the verb; 404 otherwise, whatever the id and the method.

    It stands outermost: a 405 would tell that something is there.
    """

    def door(view):
        @wraps(view)
        def page(request, *args, **kwargs):
            if not request.user.has_perm(verb):
                with treatment():
                    trail.enter(request.user, verb, trail.Outcome.FORBIDDEN)
                raise Http404
            return view(request, *args, **kwargs)

        page.verb = verb  # type: ignore[attr-defined]  # the sweep asks for it
        return page

    return door


class MayDoThisWithin(MayDoThis):
    """As everywhere, and a refusal is entered in the compartment's own trail."""

    def has_permission(self, request, view):
        with treatment():
            return super().has_permission(request, view)


class Walled:
    """An API view of the compartment: 404 where others say 403, and the role taken once it is known who asks.

    A token signs in after the middleware has looked, so that the view takes the role itself; the middleware puts it
    back. The common schema does not name it, and a refusal is that of an address where nothing is: even that it exists
    is nobody's business.
    """

    permission_classes = (MayDoThisWithin,)
    schema = None

    def initial(self, request, *args, **kwargs):
        if not request.user.has_perm(verb_of(self)):  # methods and kinds of answer are those of nowhere
            self.renderer_classes = Nowhere.renderer_classes
            self.headers["Allow"] = ", ".join(Nowhere().allowed_methods)  # type: ignore[attr-defined]
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        take_role("dmi_treatment")
        request._request.in_treatment = True

    def permission_denied(self, request, message=None, code=None):
        is_known = request.user.has_perm(verb_of(self))  # but the token's scope forbids it
        if is_known or not request.user.is_authenticated:
            super().permission_denied(request, message, code)  # type: ignore[misc]
        raise exceptions.NotFound(NO_SUCH_ADDRESS)
