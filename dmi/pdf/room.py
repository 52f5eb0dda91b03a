"""Room for the stamp: on each page a stream of fixed length, stored and not deflated, which a copy overwrites in place.

What a stamped copy costs is not its drawing but reading the file apart and writing it anew. So the body is written with
that room left free, and a copy is the body with other bytes where the room is: nothing moves, and every place stays.
"""

import hashlib
import re
import zlib
from dataclasses import dataclass

from pikepdf import Name

SIZE = 10_240  # bytes of drawing: a QR code's squares and six lines; what is longer is stamped the slow way
HEAD = 7  # bytes of zlib before the first that is stored: its own two, five of the one block
BEGINS = b"% room for a stamp "
FOUND = re.compile(re.escape(BEGINS) + rb"(\w+) ([\d.]+) ([\d.]+)\n")


@dataclass(frozen=True)
class Room:
    start: int
    end: int
    font: str  # which font the body holds, by its fingerprint
    width: float
    height: float


def leave(pdf, font_program):
    """On top of everything else on the page. A comment until it is drawn in: an unstamped page shows nothing."""
    font = hashlib.sha256(font_program).hexdigest()[:12]
    for page in pdf.pages:
        _, _, width, height = (float(side) for side in page.mediabox)
        stream = pdf.make_stream(b"")
        stream.write(stored(BEGINS + f"{font} {width:g} {height:g}\n".encode()), filter=Name.FlateDecode)
        page.contents_add(stream)


def rooms_of(body):
    """Page by page; none where a body was made before there was such room."""
    return [room(found) for found in FOUND.finditer(body)]


def room(found):
    font, width, height = found.groups()
    start = found.start() - HEAD
    return Room(start, start + len(stored(b"")), font.decode(), float(width), float(height))


def stored(drawing):
    """As a deflate stream that packs nothing: always of one length, and left alone by whoever writes the file."""
    return zlib.compress(drawing.ljust(SIZE), 0)


def filled(body, rooms, drawings):
    """A copy. None where a drawing is too long for its room."""
    if any(len(drawing) > SIZE for drawing in drawings):
        return None
    parts, done = [], 0
    for each, drawing in zip(rooms, drawings, strict=True):
        parts += [body[done : each.start], stored(drawing)]
        done = each.end
    return b"".join([*parts, body[done:]])
