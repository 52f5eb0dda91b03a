"""Whether the sheet is used: read by whom and how soon, what officers saw off it, how soon alerts led to an action.

Numbers alone: no dealer is named, and no officer.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from django.db.models import Count, F, Q
from django.utils.timezone import localdate

from maintenance.models import Copy, Debrief, HotSheet, NewDealerAlert

EDITIONS = 13  # a quarter
HEADER = (
    "Edition", "Valid from", "Copies", "Opened", "Read", "Read within 24 hours", "Median hours to reading", "Items",
    "Sightings", "Items seen", "Sightings per item", "Alerts raised", "Acted on", "Median hours to the first action",
)  # fmt: skip


@dataclass(frozen=True)
class EditionUse:
    sheet: HotSheet  # with_reading
    hours: list[float]  # from the copy's issue to the word that it was read
    items: int
    sightings: int
    items_seen: int
    alerts: int
    hours_to_action: list[float]

    @property
    def read_soon(self):
        return sum(hours <= 24 for hours in self.hours)

    @property
    def median_hours(self):
        return half(self.hours)

    @property
    def per_item(self):
        return self.sightings / self.items if self.items else None

    @property
    def acted_on(self):
        return len(self.hours_to_action)

    @property
    def median_to_action(self):
        return half(self.hours_to_action)


def use_of(officer):
    """The last editions that were out, the newest first; five queries whatever their number."""
    sheets = list(HotSheet.objects.visible_to(officer).published().with_reading()[:EDITIONS])
    hours, seen, alerts = hours_of(sheets), seen_off(sheets), alerts_in(sheets)
    return [edition_use(sheet, hours[sheet.pk], seen.get(sheet.pk, {}), alerts) for sheet in sheets]


def edition_use(sheet, hours, seen, alerts):
    own = [alert for alert in alerts if counts_for(sheet, localdate(alert.raised_at))]
    return EditionUse(
        sheet=sheet, hours=hours, items=len(json.loads(sheet.contents)["people"]),
        sightings=seen.get("told", 0), items_seen=seen.get("items", 0), alerts=len(own),
        hours_to_action=[alert.hours_to_act() for alert in own if alert.first_action_at],
    )  # fmt: skip


def median_to_action(uses):
    """From an alert to its first action, over all these editions; None where none was acted on."""
    return half([hours for use in uses for hours in use.hours_to_action])


def counts_for(sheet, day):
    """An alert counts once: with its week's first edition."""
    return sheet.is_weekly and not sheet.revision and sheet.valid_from <= day <= sheet.valid_until


def hours_of(sheets):
    """Of each edition: after how many hours each copy that was read was read."""
    found = defaultdict(list)
    read = Copy.objects.filter(sheet__in=sheets).read().with_issue()
    for sheet, out_at, read_at in read.values_list("sheet", "out_at", "acknowledged_at"):
        found[sheet].append((read_at - out_at).total_seconds() / 3600)
    return found


def seen_off(sheets):
    """What officers told with a copy of it in hand about somebody on it."""
    told = Debrief.objects.filter(copy__sheet__in=sheets, dealer__isnull=False).order_by()
    counted = told.values(sheet=F("copy__sheet")).annotate(told=Count("pk"), items=Count("dealer", distinct=True))
    return {row["sheet"]: row for row in counted}


def alerts_in(sheets):
    if not sheets:
        return []
    first, until = min(sheet.valid_from for sheet in sheets), max(sheet.valid_until for sheet in sheets)
    return list(NewDealerAlert.objects.raised_between(first, until))


def shifts_reading(sheets):
    """Of each shift, as it is now: how many copies of these editions were issued, and how many were read."""
    copies = Copy.objects.filter(sheet__in=sheets).order_by("officer__shift").values(shift=F("officer__shift"))
    return copies.annotate(issued=Count("pk"), read=Count("pk", filter=Q(acknowledged_at__isnull=False)))


def half(numbers):
    return median(numbers) if numbers else None


def rows_of(uses):
    """As they stand in the file."""
    for use in uses:
        yield (
            use.sheet.edition, use.sheet.valid_from, use.sheet.issued, use.sheet.opened, use.sheet.acknowledged,
            use.read_soon, rounded(use.median_hours), use.items, use.sightings, use.items_seen, rounded(use.per_item),
            use.alerts, use.acted_on, rounded(use.median_to_action),
        )  # fmt: skip


def rounded(number):
    return "" if number is None else round(number, 1)
