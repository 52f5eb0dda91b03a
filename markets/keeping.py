"""Where lists of incidents lie until they are imported or given up: on the disk, outside what the web serves.

A records system's list may be longer than memory, and may hold columns that are none of our business: so it is read
from here row by row, and it does not stay.
"""

import hashlib
import os
import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from dmi.errors import RuleBroken
from dmi.uploads import NoMore

PIECE = 1024 * 1024  # bytes written at once
A_DAY = 24 * 3600
BEYOND = 1024 * 1024  # so much more than the most is let in, so that the form can say that it is too large


class NoMoreOfALongList(NoMore):
    """The gate of all uploads, opened as far as a list of incidents may go."""

    most = settings.LIST_MOST_BYTES + BEYOND


def upload_handlers(request):
    """To the disk as it arrives. They must be set before the body is read, and so before the CSRF token is."""
    return [NoMoreOfALongList(request), TemporaryFileUploadHandler(request)]


def place_of(batch):
    return Path(settings.LISTS_ROOT) / str(batch)


def most():
    """The largest list, in words."""
    return f"{settings.LIST_MOST_BYTES / 1024**2:.3g} MB"


def keep(batch, pieces):
    """(SHA-256, bytes) of a list, which lies whole in its place, or not at all. Refused: too large."""
    root = Path(settings.LISTS_ROOT)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, path = tempfile.mkstemp(dir=root, prefix="arriving-")  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            told = written(file, pieces)
        Path(path).replace(place_of(batch))
    finally:
        Path(path).unlink(missing_ok=True)
    return told


def written(file, pieces):
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        size += len(piece)
        if size > settings.LIST_MOST_BYTES:
            raise RuleBroken(f"The list is larger than {most()}; split it.")
        digest.update(piece)
        file.write(piece)
    return digest.hexdigest(), size


def found(batch):
    """The file of a list. Refused where it is gone: a disk was replaced, or the worker looks at another one."""
    place = place_of(batch)
    if not place.exists():
        raise RuleBroken("The file of this list is gone; upload it again.")
    return place


def discard(batch):
    place_of(batch).unlink(missing_ok=True)


def sweep(known):
    """Remove what no waiting list owns any more, a day after; how many files that were."""
    root = Path(settings.LISTS_ROOT)
    files = root.iterdir() if root.exists() else ()
    left = [path for path in files if path.name not in known and time.time() - path.stat().st_mtime > A_DAY]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
