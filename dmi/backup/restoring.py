"""An archive brought back: checked from its first byte to its last, then into an empty place, whole or not at all."""

import os
from pathlib import Path, PurePosixPath
from typing import IO

from dmi.backup import database
from dmi.backup.archive import DUMP, Manifest, read
from dmi.backup.making import roots
from dmi.errors import RuleBroken


def restore(path: Path, *, key: str) -> Manifest:
    """Refused: a place that is not empty; an archive that is damaged, before anything is written."""
    database.refuse_other_than_owner()
    refuse_full_place()
    read(path, key)
    arriving = Arriving()
    try:
        manifest = read(path, key, arriving.take)
        arriving.close()
        refuse_difference(manifest)
    except BaseException as problem:
        arriving.undo()
        if isinstance(problem, OSError):
            raise RuleBroken(f"Nothing was restored: {problem.strerror}.") from problem
        raise
    return manifest


def refuse_full_place() -> None:
    if database.has_tables():
        raise RuleBroken("This database is not empty. Restore into a new one; nothing was changed.")
    for root in roots().values():
        if any(path.is_file() for path in root.rglob("*")):
            raise RuleBroken(f"{root} is not empty. Restore into an empty folder; nothing was changed.")


def refuse_difference(manifest: Manifest) -> None:
    """The same rows in every table, and the same in each of them."""
    found = database.tables()
    for name in sorted(manifest.tables.keys() | found.keys()):
        if manifest.tables.get(name) != found.get(name):
            raise RuleBroken(f"The table {name} is not what it was when the backup was made; nothing was restored.")


class Arriving:
    """Where the pieces of an archive go: the dump to pg_restore, every other file to its place."""

    def __init__(self) -> None:
        self.name = ""
        self.loading: database.Loading | None = None
        self.file: IO[bytes] | None = None
        self.written: list[Path] = []

    def take(self, name: str, piece: bytes) -> None:
        if name != self.name:
            self.close()
            self.name = name
            self.open()
        if self.loading:
            self.loading.write(piece)
        elif self.file:
            self.file.write(piece)

    def open(self) -> None:
        if self.name == DUMP:
            self.loading = database.Loading()
        else:
            place = place_of(self.name)
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.written.append(place)
            self.file = open(place, "xb", opener=for_us_alone)  # noqa: SIM115 (closed when the next begins)

    def close(self) -> None:
        if self.loading:
            loading, self.loading = self.loading, None
            loading.end()
        if self.file:
            file, self.file = self.file, None
            file.flush()
            os.fsync(file.fileno())
            file.close()

    def undo(self) -> None:
        """The place is empty again, as it was found."""
        if self.loading:
            self.loading.stop()
        if self.file:
            self.file.close()
        for place in self.written:
            place.unlink(missing_ok=True)
        database.empty()


def for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o400)


def place_of(name: str) -> Path:
    """Under one of the roots and nowhere else, whatever an archive says."""
    label, *parts = PurePosixPath(name).parts
    root = roots().get(label)
    if root is None or not parts or ".." in parts:
        raise RuleBroken(f"The archive names a file that has no place here: {name}.")
    return root.joinpath(*parts)
