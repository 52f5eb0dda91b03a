"""A removal as the tests need it: asked for, approved, and what is left of a person afterwards looked for."""

import unicodedata
from pathlib import Path

from django.conf import settings
from django.db import connection

from maintenance.retention import services
from tests.conftest import NOON


def asked(dealer, by, **facts):
    said = {"kind": "purge", "ground": "review", "at": NOON, **facts}
    return services.ask_removal(by=by, dealer=dealer, **said)


def tables_with(*words):
    """Every table of the whole database, the trail's and treatment's among them, in which a row holds one of these."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        [before] = cursor.fetchone()
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'dtc')")
        found = {table for schema, table in cursor.fetchall() if holds(cursor, f'{schema}."{table}"', words)}
        cursor.execute(f"SET ROLE {before}")
    return found


def holds(cursor, table, words):
    """In any column as text; in bytes too, which PostgreSQL writes as hexadecimal digits."""
    near = [f"%{each}%" for word in words for each in spellings(word)]
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table} AS t WHERE t::text ILIKE ANY(%s))", [near])  # noqa: S608
    return cursor.fetchone()[0]


def spellings(word):
    written = {unicodedata.normalize(form, word) for form in ("NFC", "NFD")}
    return (
        written
        | {each.encode().hex() for each in written}
        | {ascii(each)[1:-1].replace("\\", "\\\\") for each in written}
    )


def files_with(*contents):
    roots = (Path(settings.EXHIBITS_ROOT), Path(settings.LISTS_ROOT))
    files = [path for root in roots for path in root.rglob("*") if path.is_file()]
    return [path.name for path in files if any(content in path.read_bytes() for content in contents)]
