"""What the demo's records system and dispatch hold: lists made for it, every one of them marked as synthetic.

West End falls after its call-in as a market does that holds; its East Side stays as it was. Ferry Landing gives the
case study's five percentages, two years against two: larceny and motor vehicle theft -31 %, disorderly -37 %,
vandalism -49 %, burglary -53 %, all crime -17 %. No row happened.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

import numpy
import shapely
from django.core.files.base import ContentFile

from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from markets import services
from markets.demo.opening import CALL_IN, FERRY_LANDING, WEST_END, market
from markets.geometry import shape_of
from markets.models import Area
from markets.services.place_incidents import zones_of

RECORDS, DISPATCH = "Records system", "Dispatch (CAD)"
REPORTS_HEADER = (
    "Case Number",
    "Date Occurred",
    "NIBRS",
    "Offense",
    "Location",
    "Latitude",
    "Longitude",
    "Drug Related",
)
CALLS_HEADER = ("Call Number", "Received", "Nature", "Location", "Latitude", "Longitude", "Drug Related")

# What -> NIBRS code and the records system's words; dispatch has words alone.
OFFENCES = {
    "burglary": ("220", "BURGLARY-RESIDENTIAL"), "from vehicle": ("23F", "THEFT FROM MV"),
    "shoplifting": ("23C", "RETAIL THEFT"), "larceny": ("23H", "LARCENY"), "vehicle theft": ("240", "MV THEFT"),
    "vandalism": ("290", "UNLAWFUL MISCHIEF"), "disorderly": ("90C", "DISORDERLY CONDUCT"),
    "assault": ("13B", "SIMPLE ASSAULT"), "robbery": ("120", "ROBBERY"), "drugs": ("35A", "POSS REGULATED DRUG"),
    "trespass": ("90J", "TRESPASS"), "fraud": ("26A", "FRAUD"), "other": ("90Z", "ALL OTHER"),
}  # fmt: skip
NATURES = {"drug calls": "DRUGS - POSSESSION/SALE", "overdose": "OVERDOSE/NARCAN", "stop": "TRAFFIC STOP"}
AREA, NEAR, COMPARED, ELSEWHERE = "area", "near", "comparison", "outside"
AROUND, MANY = 0.004, 3_000  # degrees about the areas in which so many places are tried

# What -> (before, after) in each zone. West End: 26 weeks before its call-in, 87 days after it.
WEST_END_REPORTS = {
    AREA: {
        "burglary": (182, 39), "from vehicle": (220, 74), "shoplifting": (81, 29), "larceny": (170, 55),
        "vehicle theft": (62, 22), "vandalism": (242, 62), "disorderly": (273, 81), "assault": (58, 24),
        "robbery": (14, 4), "drugs": (96, 41), "trespass": (78, 33), "fraud": (39, 19), "other": (65, 30),
    },
    NEAR: {"burglary": (22, 9), "from vehicle": (60, 27), "vandalism": (31, 12), "disorderly": (38, 17)},
    COMPARED: {
        "burglary": (86, 41), "from vehicle": (118, 57), "larceny": (92, 43), "vehicle theft": (24, 12),
        "vandalism": (104, 49), "disorderly": (120, 58), "assault": (31, 15), "drugs": (36, 16), "fraud": (28, 14),
    },
    ELSEWHERE: {"burglary": (44, 21), "larceny": (120, 58), "vandalism": (60, 28), "other": (52, 24)},
}  # fmt: skip
WEST_END_CALLS = {
    AREA: {"drug calls": (450, 67), "overdose": (104, 47), "stop": (120, 80)},
    NEAR: {"drug calls": (40, 17), "overdose": (12, 6)},
    COMPARED: {"drug calls": (104, 48), "overdose": (26, 12), "stop": (60, 28)},
}
# Two years before and two years after: exact in the area, and flat where it is compared.
FERRY_LANDING_REPORTS = {
    AREA: {
        "burglary": (60, 28), "from vehicle": (88, 60), "larceny": (102, 71), "vehicle theft": (10, 7),
        "vandalism": (100, 51), "disorderly": (100, 63), "assault": (70, 66), "robbery": (12, 9), "drugs": (60, 50),
        "trespass": (118, 117), "fraud": (140, 143), "other": (300, 298),
    },
    NEAR: {"burglary": (14, 12), "larceny": (40, 37), "vandalism": (22, 20), "disorderly": (20, 18)},
    COMPARED: {
        "burglary": (40, 41), "from vehicle": (96, 94), "larceny": (54, 53), "vandalism": (70, 72),
        "disorderly": (60, 58), "assault": (38, 39), "fraud": (90, 92), "other": (140, 141),
    },
}  # fmt: skip
STREETS = {
    WEST_END: {
        AREA: ("Baxter Street", "Alder Street", "Grove Street", "Cutler Street", "Crescent Court", "Depot Street"),
        NEAR: ("West Street", "Rail Street"), COMPARED: ("Court Street", "Mill Street", "East Street"),
        ELSEWHERE: ("College Road", "Granger Road"),
    },
    FERRY_LANDING: {
        AREA: ("Ferry Road", "Wharf Lane", "Second Street"), NEAR: ("River Street",),
        COMPARED: ("Tannery Row", "Bark Street"),
    },
}  # fmt: skip


def weekly(hour):
    """Half a year in one list, later one every Monday: a month's page is written when its lists are in."""
    past = (("-15 Mon", "-16 Sun"), *((f"-{week} Mon", f"-{week + 1} Sun") for week in range(9, 0, -1)))
    return (*((f"{day} {hour}", until) for day, until in past), (f"-1 Sun {hour}", "-1 Sat"))


@dataclass(frozen=True)
class Lists:
    """One source's rows for one market, sent in several lists: (when it was imported, the last day in it)."""

    market: str
    source: str
    holds: str
    counts: dict
    begins: str
    turns: str  # the first day of the time after
    ends: str
    sent: tuple
    by: str


LISTS = (
    Lists(FERRY_LANDING, RECORDS, "incidents", FERRY_LANDING_REPORTS, "-260 Thu", "-156 Thu", "-52 Wed",
          (("-156 Thu 08:10", "-156 Wed"), ("-52 Thu 10:10", "-52 Wed")), "sue"),
    Lists(WEST_END, RECORDS, "incidents", WEST_END_REPORTS, "-39 Thu", CALL_IN, "-1 Sat",
          weekly("08:10"), "ana"),
    Lists(WEST_END, DISPATCH, "calls", WEST_END_CALLS, "-39 Thu", CALL_IN, "-1 Sat",
          weekly("08:30"), "ana"),
)  # fmt: skip


def diary(calendar):
    for lists in LISTS:
        since = date.min
        for when, until in lists.sent:
            at, last = calendar.moment(when), calendar.day(until)
            yield Act(at, partial(send, lists, calendar, since, last, at))
            since = last + timedelta(days=1)


def send(lists, calendar, since, until, at):
    """A list as the records system would export it, through the verbs that an analyst uses."""
    rows = [row for moment, row in rows_of(lists, calendar) if since <= moment.date() <= until]
    if lists.market == WEST_END and lists.holds == "incidents":
        rows += flawed(until)
    by, name = officer(lists.by), f"{lists.holds}-{until:%Y-%m-%d}.csv"
    batch = services.upload_incidents(
        by=by, market=market(lists.market), source=lists.source, holds=lists.holds,
        file=ContentFile(written(lists, rows), name=name), at=at, is_synthetic=True,
    )  # fmt: skip
    services.import_incidents(by=by, batch=batch, at=at)
    services.finish_incidents(by=User.objects.clock(), batch=batch)  # the worker is not waited for


def flawed(until):
    """What every export has some of: no coordinates, noughts for them, a day that never was, a formula for a number."""
    day, year = f"{until:%m/%d/%Y} 11:20", f"{until:%y}"
    for number in range(7):
        yield f"{year}-{until:%m%d}90{number}", day, "23H", "LARCENY", "Not stated", "", "", "N"
    for number in range(3):
        yield f"{year}-{until:%m%d}91{number}", day, "290", "UNLAWFUL MISCHIEF", "100 block Baxter Street", 0, 0, "N"
    yield f"{year}-{until:%m%d}920", f"02/30/{until:%Y} 09:00", "220", "BURGLARY-RESIDENTIAL", "", "", "", "N"
    yield f"{year}-{until:%m%d}921", f"{until:%m/%d/%Y} 25:61", "240", "MV THEFT", "", "", "", "N"
    yield '=A2&"-1"', day, "23C", "RETAIL THEFT", "Grove Plaza", "", "", "N"
    yield f"{year}-{until:%m%d}900", day, "23H", "LARCENY", "Not stated", "", "", "N"


def written(lists, rows):
    lines = io.StringIO()
    csv.writer(lines).writerows([REPORTS_HEADER if lists.holds == "incidents" else CALLS_HEADER, *rows])
    return lines.getvalue().encode()


def rows_of(lists, calendar):
    """Every row of the source in the order of time, the same whenever it is asked: (moment, cells)."""
    chance = Random(f"{lists.market}, {lists.source}")  # noqa: S311  it makes an invented town, no secret
    spots = spots_in(market(lists.market), chance)
    happened = sorted(happenings(lists, calendar, chance))
    for number, (moment, zone, what) in enumerate(happened):
        yield moment, cells_of(lists, number, moment, zone, what, spots[zone], chance)


def happenings(lists, calendar, chance):
    """(moment, zone, what): the first and the last day are among them, so that the lists cover what they say."""
    begins, turns, ends = (calendar.day(words) for words in (lists.begins, lists.turns, lists.ends))
    for zone, kinds in lists.counts.items():
        for what, (before, after) in kinds.items():
            yield from spread(begins, turns, before, zone, what, chance)
            yield from spread(turns, ends + timedelta(days=1), after, zone, what, chance)


def spread(first, end, count, zone, what, chance):
    days = (end - first).days
    for number in range(count):
        day = first + timedelta(days=days - 1 if number == count - 1 else chance.randrange(days) if number else 0)
        yield datetime.combine(day, time(*hour_of(what, chance))), zone, what


def hour_of(what, chance):
    """Nights for what happens at night; by the clocks of the task force."""
    middle = 14 if what in ("shoplifting", "fraud", "stop") else 22
    return round(chance.gauss(middle, 4)) % 24, chance.randrange(60)


def cells_of(lists, number, moment, zone, what, spots, chance):
    longitude, latitude = chance.choice(spots)
    street = chance.choice(STREETS[lists.market][zone])
    address = f"{chance.randrange(1, 9)}00 block {street}"
    if lists.holds == "incidents":
        code, words = OFFENCES[what]
        drugs = "Y" if what == "drugs" or chance.random() < 0.05 else "N"
        return (
            f"{moment:%y}-{number + 10_000}",
            f"{moment:%m/%d/%Y %H:%M}",
            code,
            words,
            address,
            latitude,
            longitude,
            drugs,
        )
    drugs = "Y" if what == "drug calls" else "N"
    said = (NATURES[what], address, latitude, longitude, drugs)
    return (f"C{moment:%y}-{number + 40_000}", f"{moment:%m/%d/%Y %H:%M}", *said)


def spots_in(town, chance):
    """Zone -> places in it, as the areas lie."""
    drawn = [shape_of(area.shape) for area in Area.objects.filter_market(town)]
    west, south, east, north = shapely.union_all(drawn).buffer(AROUND).bounds
    points = [(round(chance.uniform(west, east), 6), round(chance.uniform(south, north), 6)) for _ in range(MANY)]
    zones = numpy.array(zones_of(town).of(*zip(*points, strict=True)))
    return {
        zone: [points[place] for place in numpy.flatnonzero(zones == zone)]
        for zone in (AREA, NEAR, COMPARED, ELSEWHERE)
    }
