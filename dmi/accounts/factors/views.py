"""allauth's pages of the second factor, where they lack something."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import views as keys
from django.contrib import messages
from django.shortcuts import redirect


class ConfirmByKey(keys.ReauthenticateWebAuthnView):
    """A key that was not right is refused on this page; allauth would send whoever is signed in to sign in."""

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data() | {"form": form})


class RemoveKey(keys.RemoveWebAuthnView):
    """Refused for the last factor where one must be."""

    def form_valid(self, form):
        if get_adapter().can_delete_authenticator(self.object):
            return super().form_valid(form)
        messages.error(self.request, get_adapter().error_messages["cannot_delete_authenticator"])
        return redirect("mfa_index")
