"""The map of a market: its areas, the streets they are drawn on, places and incidents."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import services
from markets.forms import areas as forms
from markets.geometry import square_kilometres
from markets.maps import MOST_DOTS, dots, map_of
from markets.models import Area, Background, Baseline, Category, DailyCount, IncidentBatch, Market, Zone
from markets.views.base import page, read

WEEKS_SHOWN = 13
WIDE, HIGH = 960, 600


@require_GET
@permitted("markets.view_map")
def view_map(request, market_id):
    market = read(request, market_id, "markets.view_map")
    drawn = map_of(market, request.user)
    counted = incidents_shown(request, market) if request.user.has_perm("markets.view_incidents") else {}
    shown = {
        "map": drawn,
        "sketch": drawn.sketch(WIDE, HIGH, whole=True) if drawn else None,
        "areas": [(one.area, square_kilometres(one.shape)) for one in drawn.outlines],
        "unplaced": len(drawn.places) - len(drawn.placed),
        "being_placed": any(one.area.is_waiting for one in drawn.outlines),
        "missing": missing(drawn),
        "works_here": Market.objects.worked_by(request.user).contains(market),
        "is_frozen": Baseline.objects.visible_to(request.user).filter_market(market).standing().exists(),
        "on_map": drawn.geojson() | {"incidents": counted.get("dots", [])},
        **counted,
    }
    return page(request, market, "markets/view_map.html", **shown)


def missing(drawn):
    """Kinds of area that nobody drew yet, as (kind, words)."""
    there = {one.area.kind for one in drawn.outlines}
    return [(kind, words) for kind, words in Area.Kind.choices if kind not in there]


def incidents_shown(request, market):
    """Dots and counts of the days asked for; of the last weeks on record where nobody asked, or asked wrongly."""
    counts = DailyCount.objects.visible_to(request.user).filter_market(market)
    form = forms.MapForm({**last_weeks(counts.last_day()), **request.GET.dict()})
    if not form.is_valid():
        return {"form": form}
    asked = form.cleaned_data
    as_call = asked["holds"] == IncidentBatch.Holds.CALLS
    rows = counts.reported(as_call=as_call).between(asked["first"], asked["last"])
    found = dots(market, request.user, asked["first"], asked["last"], category=asked["category"], as_call=as_call)
    table = by_zone(rows.by_category_and_zone(), asked["category"])
    return {
        "form": form, "dots": found, "is_cut": len(found) == MOST_DOTS, "most_dots": MOST_DOTS, **table,
        "synthetic": IncidentBatch.objects.visible_to(request.user).filter_market(market).synthetic().exists(),
    }  # fmt: skip


def last_weeks(day):
    last = day or timezone.localdate()
    first = last - timedelta(weeks=WEEKS_SHOWN) + timedelta(days=1)
    return {"first": first, "last": last, "holds": IncidentBatch.Holds.INCIDENTS}


def by_zone(rows, category):
    """The counts as a table: the zones that have any, and for each category its numbers and their sum."""
    counted = {(row["category"], row["zone"]): row["count"] for row in rows if category in ("", row["category"])}
    zones = [(zone, label) for zone, label in Zone.choices if any(zone == found for _, found in counted)]
    lines = [
        (label, [counted.get((kind, zone), 0) for zone, _ in zones])
        for kind, label in Category.choices
        if any(kind == found for found, _ in counted)
    ]
    return {"zones": zones, "lines": [(label, numbers, sum(numbers)) for label, numbers in lines]}


@permitted("markets.draw_area")
def draw_area(request, market_id):
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    drawn = map_of(market, request.user)
    form = forms.DrawAreaForm(request.POST or None, request.FILES or None, initial=as_drawn(request, drawn))
    if request.method == "POST" and form.submit(services.draw_area, by=request.user, market=market, at=timezone.now()):
        messages.success(request, f"{form.record} is drawn. The incidents are being placed by it.")
        return redirect("markets:view_map", market.pk)
    shown = {"form": form, "market": market, "on_map": drawn.geojson() | {"kind": form["kind"].value()}}
    return render(request, "markets/draw_area.html", shown)


def as_drawn(request, drawn):
    """The form filled from the area that stands, where there is one of this kind."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in Area.Kind.values else Area.Kind.MARKET
    area = next((one.area for one in drawn.outlines if one.area.kind == kind), None)
    return {"kind": kind, **({"name": area.name, "near_metres": area.near_metres} if area else {})}


@permitted("markets.upload_background")
def upload_background(request, market_id):
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = forms.UploadBackgroundForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.upload_background, by=request.user, market=market, at=timezone.now()
    ):
        messages.success(request, "The market is drawn on it from now on.")
        return redirect("markets:view_map", market.pk)
    background = Background.objects.visible_to(request.user).filter_market(market).with_people().first()
    return render(request, "markets/upload_background.html", {"form": form, "market": market, "background": background})
