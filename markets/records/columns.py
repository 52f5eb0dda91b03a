"""Which column of a records system's list is which of ours: by the names that such systems give them. Pure."""

import re

from dmi.errors import RuleBroken
from dmi.tables import plain

# What we read, and how else records and dispatch systems head it.
COLUMNS = {
    "number": (
        "incident number", "incident no", "incident", "incident id", "case number", "case no", "case", "report number",
        "report no", "report", "call number", "call no", "event number", "event no", "event id", "cad number",
        "cfs number", "id", "record number", "complaint number", "offense number",
    ),
    "occurred_on": (
        "date", "occurred", "occurred on", "occurred at", "date occurred", "occurred date", "incident date",
        "date time", "datetime", "occurred date time", "date time occurred", "from date", "start date", "call date",
        "call time", "received", "date received", "report date", "date reported", "reported", "create time",
        "created", "time created", "event date",
    ),
    "occurred_time": (
        "time", "occurred time", "time occurred", "incident time", "from time", "start time", "time received",
        "event time", "time of day",
    ),
    "code": (
        "nibrs", "nibrs code", "nibrs offense code", "nibrs offense", "ibr", "ibr code", "ucr", "ucr code",
        "offense code", "offence code",
    ),
    "offence": (
        "offense", "offense description", "offence description", "nature", "nature of call", "call type", "type",
        "incident type", "event type", "description", "charge", "crime", "crime type", "category", "call nature",
        "final type", "problem", "statute description",
    ),
    "address": (
        "location", "street address", "incident address", "incident location", "street", "block", "block address",
        "addr", "place", "location of incident",
    ),
    "latitude": ("lat", "y", "y coordinate", "ycoord", "y coord", "gps lat", "geo lat"),
    "longitude": ("lon", "long", "lng", "x", "x coordinate", "xcoord", "x coord", "gps lon", "gps long", "geo lon"),
    "is_drug_related": ("drug", "drugs", "drug related", "drug involved", "drugs involved", "narcotics related"),
    "victim_is_dealer": ("victim dealer", "dealer victim", "robbery of dealer", "victim is a dealer"),
}  # fmt: skip
NEEDED = ("number", "occurred_on")
SPELLINGS = {plain(said): column for column, others in COLUMNS.items() for said in (column, *others)}
VALUE = re.compile(r"[-+]?\d[\d.,:/ -]*(?:[AP]M)?", re.IGNORECASE)
NO_HEADER = "The first line of this list is an incident, not the names of its columns; add a line of names above it."


def proposed(header, remembered=None):
    """For each header of a file our column or "": as it was chosen for this source before, else by its name."""
    mapping = dict.fromkeys(header, "")
    for reading in ((remembered or {}).get, lambda name: SPELLINGS.get(plain(name).replace("#", "number"), "")):
        for name in header:
            column = "" if mapping[name] else reading(name)
            if column in COLUMNS and column not in mapping.values():
                mapping[name] = column
    return mapping


def refuse_no_header(header):
    """A number or a day is no name of a column: somebody left the first line out."""
    if any(VALUE.fullmatch(name) for name in header):
        raise RuleBroken(NO_HEADER)
