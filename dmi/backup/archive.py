"""The files in an archive: each by its name, and at the end a manifest with the size and SHA-256 of all."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from dmi.backup.sealed import CONTENT, END, NAME, PIECE, Damaged, Sealing, frames
from dmi.errors import RuleBroken

DUMP = "database.dump"
MANIFEST = "manifest.json"


@dataclass
class Manifest:
    """What an archive holds: when it was made, how many rows and which hash each table had, the hash of each file."""

    made_at: str
    tables: dict[str, list[Any]] = field(default_factory=dict)  # name: rows, hash
    files: dict[str, list[Any]] = field(default_factory=dict)  # name: bytes, SHA-256

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())


class Archive:
    """One being written."""

    def __init__(self, file: IO[bytes], key: str, manifest: Manifest) -> None:
        self.sealing, self.manifest = Sealing(file, key), manifest

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        self.sealing.add(NAME, name.encode())
        for piece in pieces:
            self.sealing.add(CONTENT, piece)
            digest.update(piece)
            size += len(piece)
        self.manifest.files[name] = [size, digest.hexdigest()]

    def end(self) -> None:
        written = json.dumps(asdict(self.manifest)).encode()
        self.sealing.add(NAME, MANIFEST.encode())
        for start in range(0, len(written), PIECE):
            self.sealing.add(CONTENT, written[start : start + PIECE])
        self.sealing.add(END)


def pieces_of(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Iterable[bytes]:
    while piece := file.read(PIECE):
        yield piece


def read(path: Path, key: str, receive: Callable[[str, bytes], None] = lambda name, piece: None) -> Manifest:
    """Hand every piece of every file to `receive`, an empty one first; the manifest, which all of it fitted.

    Refused, naming the file in the archive: one that is damaged, missing, or not what the manifest says.
    """
    reading = Reading(receive)
    try:
        with path.open("rb") as file:
            for kind, content in frames(file, key):
                reading.take(kind, content)
    except Damaged:
        raise RuleBroken(reading.what_is_damaged(path)) from None
    manifest = Manifest(**json.loads(reading.manifest))
    for name in sorted(manifest.files.keys() | reading.found.keys()):
        if manifest.files.get(name) != reading.found.get(name):
            raise RuleBroken(f"{path.name} is damaged: {name} is not the file that was put in.")
    return manifest


class Reading:
    """What of an archive has been read so far."""

    def __init__(self, receive: Callable[[str, bytes], None]) -> None:
        self.receive = receive
        self.name = ""
        self.manifest = b""
        self.found: dict[str, list[Any]] = {}

    def take(self, kind: bytes, content: bytes) -> None:
        if kind != CONTENT:
            self.close()
        if kind == NAME:
            self.name, content = content.decode(), b""
            self.digest, self.size = hashlib.sha256(), 0
        if self.name == MANIFEST:
            self.manifest += content
        elif self.name:
            self.digest.update(content)
            self.size += len(content)
            self.receive(self.name, content)

    def close(self) -> None:
        if self.name and self.name != MANIFEST:
            self.found[self.name] = [self.size, self.digest.hexdigest()]

    def what_is_damaged(self, path: Path) -> str:
        if not self.name:
            return f"{path.name} does not open: BACKUP_KEY is not the one it was made with, or its first bytes changed."
        return f"{path.name} is damaged in {self.name}, or right behind it."
