"""What several views of this app have in common."""

from http import HTTPStatus
from typing import Any

from django.utils import timezone

from dealers.models import Dealer
from dmi.api.acts import Act
from dmi.api.reads import Listing
from dmi.audit import trail


class OfPeople(Listing):
    """A list that names people: every page of it is on the record."""

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class Log(Act):
    """An act that makes something new, at this moment."""

    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfDealer(Act):
    """An act on the dealer of the address."""

    def given(self, request, dealer_id, **key: Any):
        return {"dealer": trail.find(Dealer.objects.with_dossier(request.user), by=request.user, pk=dealer_id)}


class OfDealerNow(OfDealer):
    """And of this moment."""

    def given(self, request, dealer_id, **key: Any):
        return super().given(request, dealer_id) | {"at": timezone.now()}


class LogOfDealer(OfDealerNow):
    """And it makes something new."""

    status = HTTPStatus.CREATED
