"""Incidents as the page and the file show them: counted by category and zone, and line by line."""

from markets.models import Category, Zone

HEADER = (
    "number", "reported as", "occurred", "category", "nibrs", "where", "address", "latitude", "longitude",
    "drug related", "victim is a dealer",
)  # fmt: skip
AT_ONCE = 2_000


def table(days, asked):
    """Categories down, zones across, of the days asked for: what can be clicked to narrow the list below.

    Only what there is: zones, rows of (category, [(zone, count)], sum), totals, total.
    """
    days = days.between(asked.get("since"), asked.get("until"))
    days = days.calls() if asked.get("holds") == "calls" else days.incidents()
    found = {(row["category"], row["zone"]): row["count"] for row in days.by_category_and_zone()}
    zones = [Zone(value) for value in Zone.values if any(key[1] == value for key in found)]
    counted = [(Category(value), [(zone, found.get((value, zone), 0)) for zone in zones]) for value in Category.values]
    rows = [(category, counts, total(counts)) for category, counts in counted if total(counts)]
    totals = [(zone, sum(counts[place][1] for _, counts, _ in rows)) for place, zone in enumerate(zones)]
    return {"zones": zones, "rows": rows, "totals": totals, "total": total(totals)}


def total(counts):
    return sum(count for _, count in counts)


def lines(rows, zone):
    """Rows for a file, times as the task force's clocks show them."""
    for each in rows.iterator(chunk_size=AT_ONCE):
        yield (
            each.number, "call" if each.is_call else "report", each.occurred_at.astimezone(zone).replace(tzinfo=None),
            each.get_category_display(), each.code, each.get_zone_display(), each.address, each.latitude,
            each.longitude, yes(each.is_drug_related), yes(each.victim_is_dealer),
        )  # fmt: skip


def yes(flag):
    return "yes" if flag else "no"
