"""Legal holds by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.forms import holds as forms
from dealers.models import Dealer, LegalHold
from dealers.serializers import holds as serializers
from dmi.api.acts import Act
from dmi.audit import trail


class SetHold(Act):
    """The record is kept as it stands until somebody else releases the hold."""

    form, service, answer = forms.SetHoldForm, services.set_hold, serializers.LegalHoldFacts
    status = HTTPStatus.CREATED

    def given(self, request, dealer_id):
        return {"dealer": trail.find(Dealer.objects.all(), by=request.user, pk=dealer_id), "at": timezone.now()}


class ReleaseHold(Act):
    """By somebody else than who set it."""

    form, service, answer = forms.ReleaseHoldForm, services.release_hold, serializers.LegalHoldFacts

    def given(self, request, hold_id):
        legal_hold = trail.find(LegalHold.objects.with_people(), by=request.user, pk=hold_id)
        return {"legal_hold": legal_hold, "at": timezone.now()}


urlpatterns = [
    path("<uuid:dealer_id>/hold/", SetHold.as_view(), name="set_hold"),
    path("holds/<uuid:hold_id>/release/", ReleaseHold.as_view(), name="release_hold"),
]
