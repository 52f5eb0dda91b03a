"""Rows of a list on their way into the database: copied to a temporary table, added from there, thousands at a time."""

import csv
import io

from django.db import connection

from markets import records

AT_ONCE = 10_000
COLUMNS = ", ".join((*records.FIELDS, "zone"))
CREATE = """
CREATE TEMPORARY TABLE IF NOT EXISTS arriving_incident (
  number text, occurred_at timestamptz, occurred_on date, code text, category text, address text,
  latitude float8, longitude float8, is_drug_related boolean, victim_is_dealer boolean, zone text
) ON COMMIT DROP
"""
COPY = f"COPY arriving_incident ({COLUMNS}) FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL (code, address))"
ADD = f"""
WITH added AS (
  INSERT INTO markets_incident (market_id, batch_id, is_call, {COLUMNS})
  SELECT %s, %s, %s, {COLUMNS} FROM arriving_incident
  ON CONFLICT (market_id, is_call, number) DO NOTHING
  RETURNING latitude
)
SELECT count(*), count(*) - count(latitude) FROM added
"""  # noqa: S608  the names of our own columns
LONGITUDE, LATITUDE = records.FIELDS.index("longitude"), records.FIELDS.index("latitude")


class Arrivals:
    """Adds rows (tuples of records.FIELDS) to a market, each placed by `zones`; inside one transaction."""

    def __init__(self, batch, zones):
        self.batch, self.zones = batch, zones
        with connection.cursor() as cursor:
            cursor.execute(CREATE)

    def add(self, rows):
        """(how many were added, how many of them without a place). A number that is on file already is not."""
        lines = io.StringIO()
        places = self.zones.of([row[LONGITUDE] for row in rows], [row[LATITUDE] for row in rows])
        csv.writer(lines).writerows((*row, zone) for row, zone in zip(rows, places, strict=True))
        lines.seek(0)
        with connection.cursor() as cursor:
            cursor.copy_expert(COPY, lines)
            cursor.execute(ADD, [self.batch.market_id, self.batch.pk, self.batch.is_call])
            added = cursor.fetchone()
            cursor.execute("TRUNCATE arriving_incident")
        return added
