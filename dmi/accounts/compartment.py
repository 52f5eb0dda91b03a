"""The wall in the database (42 CFR Part 2): who may even name a table of callins.dtc.

Roles without a password. Our login is a member of each and takes the police one as it connects (`assume_role`); only
`treatment()` and the middleware take that of treatment, only `records()` the one that may shorten a history. This
guards against our own mistakes, not against someone who can run SQL of his own: for that, serve /dtc/ from a second
process with its own login (docs/threat-model.md).
"""

from contextlib import contextmanager

from django.db import connection
from django.db.transaction import TransactionManagementError
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

SETUP = """
-- Roles belong to the whole server: when two of its databases migrate at once, the second sees unique_violation. An
-- owner without CREATEROLE may not even ask for one that stands, nor be granted what he has.
DO $$ DECLARE needed text; BEGIN
  FOREACH needed IN ARRAY ARRAY['dmi_police', 'dmi_treatment', 'dmi_records'] LOOP
    IF to_regrole(needed) IS NULL THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', needed);
        IF needed <> 'dmi_police' THEN EXECUTE format('GRANT dmi_police TO %I', needed); END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF NOT pg_has_role(needed, 'SET') THEN EXECUTE format('GRANT %I TO CURRENT_USER', needed); END IF;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO dmi_police;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dmi_police;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO dmi_police;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_auditentry, audit_seal FROM dmi_police;
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM dmi_police;
-- What stands in a history is written by triggers and changed by nobody; a removal takes it out (28 CFR 23.20(h)).
DO $$ DECLARE events regclass; BEGIN
  FOR events IN SELECT attrelid FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE attname = 'pgh_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM dmi_police', events);
    EXECUTE format('GRANT UPDATE, DELETE ON %s TO dmi_records', events);
  END LOOP;
END $$;
REVOKE ALL ON SCHEMA dtc FROM dmi_police, dmi_records;
GRANT USAGE ON SCHEMA dtc TO dmi_treatment;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA dtc TO dmi_treatment;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA dtc TO dmi_treatment;
REVOKE UPDATE, DELETE, TRUNCATE ON dtc.dtc_auditentry, dtc.dtc_seal FROM dmi_treatment;
"""


def build(sender, using, **_):
    """After every migrate: idempotent, so that a new table can not be forgotten."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA IF NOT EXISTS dtc")
        cursor.execute(r"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'dtc\_%'")
        for [table] in cursor.fetchall():
            cursor.execute(f'ALTER TABLE public."{table}" SET SCHEMA dtc')  # its indexes and sequences go along
        cursor.execute("SELECT to_regclass('dtc.dtc_seal') IS NOT NULL AND to_regclass('audit_seal') IS NOT NULL")
        if cursor.fetchone()[0]:  # not when migrating back to nothing
            cursor.execute(SETUP)


def take_role(role, *, for_transaction=False):
    with connection.cursor() as cursor:
        cursor.execute(f"SET {'LOCAL ' if for_transaction else ''}ROLE {role}")


@contextmanager
def treatment():
    """For the block, the connection may name the tables of callins.dtc.

    Inside a transaction the role is local to it: one that fails can not leave it behind nor hide the first error.
    """
    inside = connection.in_atomic_block
    take_role("dmi_treatment", for_transaction=inside)
    try:
        yield
    finally:
        if not (inside and has_failed(connection)):
            take_role("dmi_police", for_transaction=inside)


@contextmanager
def records():
    """For the block, the connection may take rows out of histories, and exhibits out of custody: a removal does.

    Local to the transaction, without which it is refused. The role has no grant behind the wall of treatment.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("Histories are shortened within a transaction, with what they tell of.")
    before = current_role()
    take_role("dmi_records", for_transaction=True)
    try:
        yield
    finally:
        if not has_failed(connection):
            take_role(before, for_transaction=True)


def current_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        return cursor.fetchone()[0]


def has_failed(connection):
    """True when the transaction takes no more commands; its rollback puts the role back."""
    return connection.connection.info.transaction_status == TRANSACTION_STATUS_INERROR


class Compartment:
    """Middleware: a page of callins.dtc, asked for by somebody who has any right in it, runs as dmi_treatment."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            return self.get_response(request)
        finally:
            if getattr(request, "in_treatment", False):
                take_role("dmi_police")

    def process_view(self, request, view, args, kwargs):
        if "dtc" in request.resolver_match.app_names and request.user.has_module_perms("dtc"):
            take_role("dmi_treatment")
            request.in_treatment = True
