"""Append-only lines and their seals, in the database: the same pair for every trail.

A chain at insert would make every act wait for the commit of the one before. Instead each line carries its
transaction, and every minute one seal takes in all lines of transactions that have ended (docs/decisions/0004).

Transactions are numbered by the server. A database restored on another begins low again, so lines and seals carry the
server that wrote them, and each server's seals are a series of their own, whose first takes the last hash of the one
before (docs/decisions/0036).
"""

from dataclasses import dataclass

from django.db import connection

# The first transaction of this database that still runs ends what can be sealed; those of other databases on the same
# server write no line here. One that ended meanwhile counts as running: its lines wait for the next seal.
NOW = """
CREATE OR REPLACE FUNCTION {seals}_now() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE last {seals}; now pg_snapshot := pg_current_snapshot(); upto xid8; sealed bigint; digest bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('{seals}'));
  SELECT xip INTO upto FROM pg_snapshot_xip(now) xip
    WHERE NOT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'transactionid' AND mode = 'ExclusiveLock' AND granted AND transactionid = xip::xid
        AND datname <> current_database())
    ORDER BY xip LIMIT 1;
  upto := coalesce(upto, pg_snapshot_xmax(now));
  SELECT * INTO last FROM {seals} ORDER BY number DESC LIMIT 1;
  SELECT count(*),
      sha256(coalesce(last.hash, '') || coalesce(string_agg({lines}_bytes(l), '' ORDER BY l.xid, l.id), ''))
    INTO sealed, digest FROM {lines} l WHERE l.xid < upto AND (last.upto_xid IS NULL OR l.xid >= last.upto_xid);
  IF sealed > 0 THEN
    INSERT INTO {seals} (upto_xid, rows, prev, hash) VALUES (upto, sealed, coalesce(last.hash, ''), digest);
  END IF;
  RETURN sealed;
END $$;
"""

SERVER = """
CREATE FUNCTION trail_server() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT system_identifier FROM pg_control_system() $$;
"""

# Where a hosted PostgreSQL keeps that to itself all lines are of one series: no act may fail for want of a number.
SERVER_OR_NONE = """
CREATE OR REPLACE FUNCTION trail_server() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT system_identifier FROM pg_control_system());
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_function THEN
  RETURN 0;
END $$;
"""

# A default that is no constant would write every line anew: what stands is asked once, and the same for all of it.
SERIES = """
ALTER TABLE {lines} ADD COLUMN server bigint NOT NULL DEFAULT trail_server();
ALTER TABLE {seals} ADD COLUMN server bigint NOT NULL DEFAULT trail_server();
CREATE INDEX {lines}_server ON {lines} (server, xid, id);
DROP INDEX {lines}_xid;

CREATE FUNCTION {lines}_seal(which bigint, upto xid8) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE before bytea; since xid8; sealed bigint; digest bytea;
BEGIN
  SELECT hash INTO before FROM {seals} ORDER BY number DESC LIMIT 1;
  SELECT upto_xid INTO since FROM {seals} WHERE server = which ORDER BY number DESC LIMIT 1;
  SELECT count(*), sha256(coalesce(before, '') || coalesce(string_agg({lines}_bytes(l), '' ORDER BY l.xid, l.id), ''))
    INTO sealed, digest FROM {lines} l
    WHERE l.server = which AND l.xid < upto AND (since IS NULL OR l.xid >= since);
  IF sealed > 0 THEN
    INSERT INTO {seals} (upto_xid, rows, prev, hash, server) VALUES (upto, sealed, coalesce(before, ''), digest, which);
  END IF;
  RETURN sealed;
END $$;

CREATE OR REPLACE FUNCTION {seals}_now() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE here bigint := trail_server(); before bigint; came bigint := 0; now pg_snapshot := pg_current_snapshot();
  upto xid8;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('{seals}'));
  SELECT xip INTO upto FROM pg_snapshot_xip(now) xip
    WHERE NOT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'transactionid' AND mode = 'ExclusiveLock' AND granted AND transactionid = xip::xid
        AND datname <> current_database())
    ORDER BY xip LIMIT 1;
  upto := coalesce(upto, pg_snapshot_xmax(now));
  SELECT server INTO before FROM {seals} ORDER BY number DESC LIMIT 1;
  before := coalesce(before, (SELECT server FROM {lines} ORDER BY id LIMIT 1));
  IF before <> here THEN  -- what the dump brought along without a seal
    came := {lines}_seal(before,
      ((SELECT max(xid) FROM {lines} WHERE server = before)::text::numeric + 1)::text::xid8);
  END IF;
  RETURN came + {lines}_seal(here, upto);
END $$;
"""

UNDO_SERIES = """
DROP FUNCTION {lines}_seal(bigint, xid8);
CREATE INDEX {lines}_xid ON {lines} (xid, id);
DROP INDEX {lines}_server;
ALTER TABLE {seals} DROP COLUMN server; ALTER TABLE {lines} DROP COLUMN server;
{now}
"""

SETUP = """
ALTER TABLE {lines} ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX {lines}_xid ON {lines} (xid, id);
ALTER TABLE {seals} ADD COLUMN upto_xid xid8 NOT NULL;

CREATE FUNCTION {lines}_bytes(line {lines}) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(line.id, extract(epoch from line.at), line.by, line.badge, line.verb,
    line.record, line.others, line.outcome, line.address, line.session, line.xid::text)::text, 'UTF8')) $$;

{now}
CREATE FUNCTION {lines}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'The trail is append-only.'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {lines}
  FOR EACH STATEMENT EXECUTE FUNCTION {lines}_refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {seals}
  FOR EACH STATEMENT EXECUTE FUNCTION {lines}_refuse();
"""

UNDO = """
DROP TRIGGER append_only ON {lines}; DROP TRIGGER append_only ON {seals};
DROP FUNCTION {lines}_refuse(); DROP FUNCTION {seals}_now(); DROP FUNCTION {lines}_bytes({lines});
ALTER TABLE {seals} DROP COLUMN upto_xid; ALTER TABLE {lines} DROP COLUMN xid;
"""

VERIFY = """
WITH blocks AS (
  SELECT number, prev, hash, rows, server, upto_xid,
    coalesce(lag(upto_xid) OVER (PARTITION BY server ORDER BY number), '0'::xid8) AS from_xid,
    coalesce(lag(hash) OVER (ORDER BY number), '') AS before FROM {seals}),
again AS (
  SELECT b.number, b.rows, b.hash, b.prev, b.before, count(l.*) AS found,
    sha256(b.before || coalesce(string_agg({lines}_bytes(l), '' ORDER BY l.xid, l.id), '')) AS digest
  FROM blocks b LEFT JOIN {lines} l ON l.server = b.server AND l.xid >= b.from_xid AND l.xid < b.upto_xid
  GROUP BY 1, 2, 3, 4, 5)
SELECT min(number), (SELECT count(*) FROM blocks)
  FROM again WHERE found <> rows OR digest IS DISTINCT FROM hash OR prev <> before
"""

# A chain cut off at its end holds in itself: what was mailed of it says that there was more.
VERIFY_MAILED = """
SELECT min(m.seal) FROM audit_securitymail m LEFT JOIN {seals} s ON s.number = m.seal
  WHERE m.kind = %s AND encode(s.hash, 'hex') IS DISTINCT FROM m.hash
"""


@dataclass(frozen=True)
class Sealed:
    """A trail's two tables, what the database does with them, and the kind of mail that takes a seal outside."""

    lines: str
    seals: str
    mailed: str = "seal"

    def setup_sql(self):
        return SETUP.format(lines=self.lines, seals=self.seals, now=self.now_sql())

    def now_sql(self):
        return NOW.format(lines=self.lines, seals=self.seals)

    def series_sql(self):
        return SERIES.format(lines=self.lines, seals=self.seals)

    def undo_series_sql(self):
        return UNDO_SERIES.format(lines=self.lines, seals=self.seals, now=self.now_sql())

    def undo_sql(self):
        return UNDO.format(lines=self.lines, seals=self.seals)

    def seal_now(self):
        """Seal what has been committed; the number of lines sealed."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {self.seals}_now()")
            return cursor.fetchone()[0]

    def first_broken(self):
        """The number of the first seal that no longer fits its lines, or what was mailed of it, or None; and how many
        seals there are.
        """
        with connection.cursor() as cursor:
            cursor.execute(VERIFY.format(lines=self.lines, seals=self.seals))
            broken, seals = cursor.fetchone()
            cursor.execute(VERIFY_MAILED.format(seals=self.seals), [self.mailed])
            [gone] = cursor.fetchone()
        return min((number for number in (broken, gone) if number is not None), default=None), seals


TRAIL = Sealed("audit_auditentry", "audit_seal")
