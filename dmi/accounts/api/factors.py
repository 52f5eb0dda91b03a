"""The second factor of somebody else in the API."""

from django.urls import path
from django.utils import timezone

from dmi.accounts import serializers, services
from dmi.accounts.models import User
from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm


class ResetSecondFactor(Act):
    """Phone or key lost: every session and token of the officer ends, the next sign-in sets up another."""

    form, service, answer = ActionForm, services.reset_second_factor, serializers.Officer

    def given(self, request, officer_id):
        officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
        return {"officer": officer, "at": timezone.now()}


urlpatterns = [
    path("officers/<uuid:officer_id>/reset-second-factor/", ResetSecondFactor.as_view(), name="reset_second_factor"),
]
