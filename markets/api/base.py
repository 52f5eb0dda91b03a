"""What several views of this app have in common."""

from http import HTTPStatus

from django.utils import timezone

from dmi.api.acts import Act
from dmi.audit import trail
from markets.models import Market


class OfMarket(Act):
    """An act on the market of the address."""

    def given(self, request, market_id):
        return {"market": trail.find(Market.objects.all(), by=request.user, pk=market_id)}


class OfMarketToday(OfMarket):
    """And of this day."""

    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return super().given(request, market_id) | {"on": timezone.localdate()}
