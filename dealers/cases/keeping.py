"""Where the files of exhibits are kept: outside the web root, each under its SHA-256, written once and never changed.

A file streams to disk as it arrives, hashed on the way, under a passing name. Only when it is whole and on the disk
does one rename give it its place; what is cut off before leaves nothing.
"""

import errno
import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from dealers.cases.content import HEAD

PIECE = 1024 * 1024  # bytes read at once
FIELD = "file"  # of the form and of the API
A_DAY = 24 * 3600


def place_of(sha256):
    """Two letters of the hash make the folder: no folder grows without end."""
    return settings.EXHIBITS_ROOT / sha256[:2] / sha256


def arrivals():
    folder = settings.EXHIBITS_ROOT / "arriving"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


class Arrival:
    """A file on its way in: written, hashed, and then either kept or gone."""

    def __init__(self):
        descriptor, path = tempfile.mkstemp(dir=arrivals())  # mode 0600
        self.path = Path(path)
        self.file = os.fdopen(descriptor, "wb")
        self.digest = hashlib.sha256()
        self.head = b""
        self.size = 0
        self.is_too_large = self.has_no_room = False

    def write(self, piece):
        """What is refused in the end is counted to its end, but written no further."""
        self.size += len(piece)
        if self.size > settings.EXHIBIT_MOST_BYTES:
            self.is_too_large = True
        if self.is_too_large or self.has_no_room:
            return
        self.digest.update(piece)
        if len(self.head) < HEAD:
            self.head += piece[: HEAD - len(self.head)]
        try:
            self.file.write(piece)
        except OSError as full:
            if full.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            self.has_no_room = True

    @property
    def sha256(self):
        return self.digest.hexdigest()

    def keep(self):
        """On the disk first, then in its place: a power cut leaves the whole file or none. Returns the SHA-256."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        place = place_of(self.sha256)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.chmod(0o400)
        self.path.replace(place)
        sync_folder(place.parent)
        return self.sha256

    def discard(self):
        """Nothing remains of what was not kept; of what was, there is nothing left to discard."""
        with suppress(OSError):  # what could not be written need not be flushed either
            self.file.close()
        self.path.unlink(missing_ok=True)


def sync_folder(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Arrived(UploadedFile):
    """What a form finds in request.FILES: no bytes, but the arrival that holds them."""

    def __init__(self, arrival, name, content_type):
        super().__init__(file=None, name=name, content_type=content_type, size=arrival.size)
        self.arrival = arrival

    def __bool__(self):
        return True

    def close(self):
        """It is kept or discarded by whoever let it in."""


class Streaming(FileUploadHandler):
    """Writes the one file of a request to where it will be kept; whoever sets it discards what nobody kept.

    It must stand in request.upload_handlers before the body is read, and so before the CSRF token is looked for.
    """

    chunk_size = 256 * 1024
    arrival: Any = None  # the Arrival, once a file has begun

    def new_file(self, field_name, *args, **kwargs):
        if field_name != FIELD or self.arrival:
            raise SkipFile
        super().new_file(field_name, *args, **kwargs)
        self.arrival = Arrival()

    def receive_data_chunk(self, raw_data, start):
        self.arrival.write(raw_data)

    def file_complete(self, file_size):
        return Arrived(self.arrival, self.file_name, self.content_type)

    def close(self):
        """Nothing remains of what nobody kept."""
        if self.arrival:
            self.arrival.discard()


def arrival_of(file):
    """Of a file that came by `Streaming`, or of any other, read piece by piece."""
    if isinstance(file, Arrived):
        return file.arrival
    arrival = Arrival()
    for piece in file.chunks(PIECE):
        arrival.write(piece)
    return arrival


def most():
    """The largest file that is kept, in words."""
    return f"{settings.EXHIBIT_MOST_BYTES / 1024**3:.3g} GB"


def size_of(sha256):
    """In bytes; None where there is no such file."""
    try:
        return place_of(sha256).stat().st_size
    except FileNotFoundError:
        return None


def attached(exhibit):
    """The answer with its bytes, read from the disk as they leave: a file to keep, which no browser opens by itself."""
    return StreamingHttpResponse(
        pieces(place_of(exhibit.sha256)), content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=exhibit.file_name),
            "Content-Length": exhibit.size_bytes,
            "X-Content-Type-Options": "nosniff",
        },
    )  # fmt: skip


def pieces(path):
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def rehashed(sha256):
    """The SHA-256 of what is kept in that place now; None where there is nothing."""
    try:
        with place_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def why_broken(exhibit):
    """What is wrong with the file of an exhibit, read from its first byte to its last; empty where it is whole."""
    found = rehashed(exhibit.sha256)
    if found is None:
        return "its file is missing"
    return "" if found == exhibit.sha256 else f"its file has changed: its SHA-256 is now {found}"


def destroy(sha256):
    """The file of an exhibit that left with its record. A missing one is gone already."""
    place_of(sha256).unlink(missing_ok=True)


def strays(known):
    """Files kept under a hash that no exhibit has: a power cut between rename and commit may leave one."""
    folders = settings.EXHIBITS_ROOT.glob("[0-9a-f][0-9a-f]/*")
    return sorted(path.name for path in folders if path.name not in known)


def sweep_arrivals():
    """Remove what a program killed in the middle of an upload left behind; how many files that were."""
    left = [path for path in arrivals().iterdir() if time.time() - path.stat().st_mtime > A_DAY]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
