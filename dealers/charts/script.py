"""The chart for the browser's script, in the page itself: the same people, ties and places as everything else."""

from django.urls import reverse

from dealers.charts.measuring import MEASURES
from dealers.charts.picture import width_of
from dmi.templatetags.desk import shape


def for_script(chart, table, picture):
    """Plain values. The script asks the server for nothing more to draw, play and select."""
    rows = {row.key: row for row in table.rows}
    return {
        "frame": [picture.width, picture.height],
        "measures": list(MEASURES.values()),
        "measure": table.label,
        "total": len(table.rows),
        "around": chart.asked.around,
        "people": [person(spot, rows[spot.named.key], chart) for spot in picture.spots],
        "ties": [tie(pair) for pair in chart.pairs],
    }


def person(spot, row, chart):
    dealer = spot.named.dealer
    return {
        "id": row.key, "name": dealer.short_name, "called": str(dealer), "also": dealer.other_names,
        "shape": shape(spot.named.role), "layer": spot.named.layer, "x": spot.x, "y": spot.y, "size": row.size,
        "rank": row.rank, "values": [value for *_, value in row.values], "group": row.person.community,
        "cut": row.person.is_cut_point, "unseen": chart.unseen(row.key),
        "pinned": row.key in chart.pinned, "href": reverse("dealers:view_dealer", args=[row.key]),
    }  # fmt: skip


def tie(pair):
    return {
        "a": pair.a, "b": pair.b, "width": width_of(pair), "weak": not pair.is_ranked, "to": pair.towards,
        "how": pair.how, "times": pair.strength, "from": pair.began_on.isoformat(), "until": pair.seen_on.isoformat(),
    }  # fmt: skip
