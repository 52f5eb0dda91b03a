"""A tie that stands, by JSON: corrected, or withdrawn as wrong."""

from django.urls import path

from dealers import services
from dealers.api.base import OfDealerNow
from dealers.api.facts import Correction
from dealers.forms import ties as forms
from dealers.models import Tie
from dealers.serializers import dossier, facts
from dmi.audit import trail


class OfTie(OfDealerNow):
    """An act on a tie of the dealer of the address, at this moment."""

    def given(self, request, dealer_id, **key):
        given = super().given(request, dealer_id)
        ties = Tie.objects.visible_to(request.user).of(given["dealer"]).for_timeline()
        return given | {"tie": trail.find(ties, by=request.user, pk=key["tie_id"])}


class CorrectTie(OfTie, Correction):
    """How two belong together. `goes_from_a`: true where `a` supplies or introduces `b`, false the other way round.

    What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw.
    """

    form, service, answer = forms.CorrectTieForm, services.correct_tie, dossier.TieFacts
    changed = "tie"


class WithdrawTie(OfTie):
    form, service, answer = forms.WithdrawTieForm, services.withdraw_tie, facts.Withdrawn


urlpatterns = [
    path("<uuid:dealer_id>/ties/<uuid:tie_id>/correct/", CorrectTie.as_view(), name="correct_tie"),
    path("<uuid:dealer_id>/ties/<uuid:tie_id>/withdraw/", WithdrawTie.as_view(), name="withdraw_tie"),
]
