"""The market board: where a market and everybody in it stand, on one page."""

from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dmi.audit.doors import permitted
from maintenance import board
from maintenance.fidelity.months import months_of
from maintenance.models import FidelityReading, ReemergenceSignal
from markets.impact import impact_of
from markets.maps import map_of
from markets.models import Market, StageChange
from markets.views.base import page, read
from markets.views.markets import strip


@require_GET
@permitted("maintenance.view_boards")
def view_boards(request):
    """The boards of the markets one works; where it is one, that board itself."""
    markets = list(Market.objects.worked_by(request.user).with_stage())
    if len(markets) == 1:
        return redirect("maintenance:view_board", markets[0].pk)
    return render(request, "maintenance/view_boards.html", {"markets": markets})


@require_GET
@permitted("maintenance.view_board")
def view_board(request, market_id):
    market = read(request, market_id, "maintenance.view_board")
    today = localdate()
    drawn, impact = map_of(market, request.user), impact_of(market, request.user, today)
    layers = board.layers_of(market, request.user, today)
    changes = StageChange.objects.visible_to(request.user).filter_market(market)
    shown = {
        "works_here": Market.objects.worked_by(request.user).contains(market),
        "stages": strip(market, changes),
        "declaration": board.declaration_of(market, request.user),
        "leads": board.leads(market, request.user),
        "layers": layers,
        "people": sum(len(layer.people) for layer in layers),
        "due": board.due_in(market, request.user, today),
        "map": drawn,
        "sketch": drawn.sketch() if drawn else None,
        "impact": impact,
        "trends": board.trends_of(impact),
        "months": months_of(FidelityReading.objects.visible_to(request.user).of_market(market).of_last_month()),
        "unanswered": ReemergenceSignal.objects.visible_to(request.user).of_market(market).unanswered().count(),
        "today": today,
    }
    return page(request, market, "maintenance/view_board.html", **shown)
