"""Lists of incidents as records systems send them, and how they come in."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from markets import services
from markets.models import Area
from tests.conftest import NOON

HEADER = "Case Number,Date Occurred,Time,NIBRS,Offense,Address,Lat,Long,Drug"
GOOD = f"""{HEADER}
25-0001,03/14/2025,13:05,220,BURGLARY - RESIDENCE,12 Elm Street,43.6010,-72.9710,N
25-0002,03/15/2025,23:50,23F,THEFT FROM MV,14 Elm Street,43.6012,-72.9712,N
25-0003,03/16/2025,00:10,290,UNLAWFUL MISCHIEF,2 Court Street,43.6010,-72.9510,Y
25-0004,03/16/2025,08:00,90C,DISTURBANCE,,,,
"""
SQUARE = (-72.98, 43.59, -72.96, 43.61)  # west, south, east, north
BESIDE = (-72.955, 43.59, -72.94, 43.61)


def square(west, south, east, north):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def draw(by, market, *, at=NOON, near_metres=300):
    """The market's area and one to compare it with, as they stand in the database, without the act."""
    for kind, edges in (("market", SQUARE), ("comparison", BESIDE)):
        Area.objects.create(
            market=market, kind=kind, name=kind, shape=square(*edges), near_metres=near_metres, by=by, at=at
        )


def sent(text, name="incidents.csv"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def uploaded(by, market, text=GOOD, *, source="Records system", holds="incidents", name="incidents.csv", at=NOON):
    return services.upload_incidents(
        by=by, market=market, source=source, holds=holds, file=sent(text, name), at=at
    )  # fmt: skip


def imported(by, clock, market, text=GOOD, *, at=NOON, **said):
    """A list whose columns and wordings are known, all the way in."""
    batch = uploaded(by, market, text, at=at, **said)
    services.import_incidents(by=by, batch=batch, at=at)
    services.finish_incidents(by=clock, batch=batch)
    batch.refresh_from_db()
    return batch


def written(rows, header=HEADER):
    lines = io.StringIO()
    csv.writer(lines).writerows([header.split(","), *rows])
    return lines.getvalue()


def list_of_incidents(by, market):
    """A list on its way, one of its wordings not known yet: what its addresses want."""
    text = f"{GOOD}25-0005,03/18/2025,,,CITIZEN DISPUTE,,,,\n25-0006,02/31/2025,,220,,,,,\n"
    return {"incident_batch_id": uploaded(by, market, text, at=timezone.now()).pk}
