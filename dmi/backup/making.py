"""A new archive: one moment of the database first, then the files, which are written once and never changed."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from dmi.backup import database
from dmi.backup.archive import DUMP, Archive, Manifest, pieces_of, read
from dmi.errors import RuleBroken

MADE_AT = "%Y%m%dT%H%M%SZ"
NAMED = re.compile(r"market-desk-(\d{8}T\d{6}Z)-(\d+)d\.backup")


def roots() -> dict[str, Path]:
    return {"exhibits": Path(settings.EXHIBITS_ROOT), "lists": Path(settings.LISTS_ROOT)}


def kept_files() -> Iterator[tuple[str, Path]]:
    """(name in the archive, where it lies) of every file but those that are just arriving."""
    for label, root in roots().items():
        for path in sorted(root.rglob("*")):
            within = path.relative_to(root)
            if path.is_file() and not within.parts[0].startswith("arriving"):
                yield f"{label}/{within.as_posix()}", path


def make(folder: Path, *, key: str, days: int, at: datetime) -> tuple[Path, Manifest]:
    """A whole archive in that folder, read back once; or none. Refused: no folder, no key, no room.

    `days` stands in its name: for how many it is kept at most.
    """
    database.refuse_other_than_owner()
    if not folder.is_dir():
        raise RuleBroken(f"{folder} is no folder.")
    place = folder / f"market-desk-{at.astimezone(UTC).strftime(MADE_AT)}-{days}d.backup"
    passing = place.with_suffix(".unfinished")
    try:
        write(passing, key, at)
        manifest = read(passing, key)
        passing.rename(place)
    except OSError as problem:
        raise RuleBroken(f"No backup was made: {problem.strerror}.") from problem
    finally:
        passing.unlink(missing_ok=True)
    return place, manifest


def write(path: Path, key: str, at: datetime) -> None:
    with database.snapshot() as (name, tables), open(path, "xb", opener=for_nobody_else) as file:
        archive = Archive(file, key, Manifest(made_at=at.isoformat(timespec="seconds"), tables=tables))
        archive.add(DUMP, database.dumped(name))
        for name, place in kept_files():
            add_unless_gone(archive, name, place)
        archive.end()
        file.flush()
        os.fsync(file.fileno())


def for_nobody_else(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def add_unless_gone(archive: Archive, name: str, place: Path) -> None:
    """A list goes when it is imported, an exhibit when it is purged: also while a backup is made."""
    if place.exists():
        archive.add(name, pieces_of(place))


def past_their_day(folder: Path, *, days: int, at: datetime) -> list[Path]:
    """The archives older than backups are kept now, or were when they were made.

    What a certificate of removal says is true then, also where somebody has set more days since.
    """
    return sorted(path for path in folder.iterdir() if is_past(path.name, days, at))


def is_past(name: str, days: int, at: datetime) -> bool:
    if not (named := NAMED.fullmatch(name)):
        return False
    made_at = datetime.strptime(named[1], MADE_AT).replace(tzinfo=UTC)
    return made_at < at - timedelta(days=min(days, int(named[2])))
