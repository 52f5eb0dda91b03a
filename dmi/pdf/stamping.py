"""A copy: the finished body with its holder's mark on every page, drawn as it leaves. What is stored is the body."""

import io
import secrets
from dataclasses import dataclass

import pikepdf
from django.utils import timezone

from dmi.pdf.body import saved
from dmi.pdf.font import RESOURCE, Lettering, lettering_of
from dmi.pdf.room import filled, rooms_of
from dmi.pdf.scan import scan

# In points from the page's lower left corner: the foot's left half belongs to the stamp, its right half to the page.
LEFT, FOOT, SCAN, TEXT, WIDTH = 24, 13, 36, 66, 260
MASK = 3  # of the QR code: any of the eight can be read
LETTERINGS: dict[str, Lettering] = {}  # by the fingerprint of the font


@dataclass(frozen=True)
class Mark:
    """Whose copy it is. To `line` and `scan` the stamp adds which page of how many."""

    heading: str
    name: str
    line: str
    side: str
    scan: str

    @classmethod
    def for_reader(cls, officer, at, *, heading, reference, code, done="taken"):
        """Of a paper made for one reader: a page that is found leads by `code` to the trail's line: whose, when."""
        local = timezone.localtime(at)
        moment = f"{local:%-d %b %Y, %H:%M}"
        return cls(
            heading=heading,
            name=f"{officer.name_with_rank}, badge {officer.badge}",
            line=f"{done} {moment}",
            side=f"{reference} · badge {officer.badge} · {moment}",
            scan=f"{code} {officer.badge} {local:%Y%m%dT%H%M}",
        )


def stamp(body, mark, password=None):
    """With a password, AES-256: opened by it alone, not to be copied from, yet open to screen readers."""
    return (None if password else in_place(body, mark)) or anew(body, mark, password)


def in_place(body, mark):
    """In the room that the body left for it; None where it left none, or too little."""
    rooms = rooms_of(body)
    if not rooms:
        return None
    lettering = lettering_in(rooms[0].font, body)
    drawings = [
        drawing(mark, page.width, page.height, number, len(rooms), lettering)
        for number, page in enumerate(rooms, start=1)
    ]
    return filled(body, rooms, drawings)


def lettering_in(font, body):
    """The body's own font is read out of it once for each process, not for each copy."""
    if font not in LETTERINGS:
        with pikepdf.open(io.BytesIO(body)) as pdf:
            LETTERINGS[font] = lettering_of(pdf)
    return LETTERINGS[font]


def anew(body, mark, password):
    """Taken apart and written again."""
    with pikepdf.open(io.BytesIO(body)) as pdf:
        lettering = lettering_of(pdf)
        for number, page in enumerate(pdf.pages, start=1):
            _, _, width, height = (float(side) for side in page.mediabox)
            page.contents_add(pdf.make_stream(drawing(mark, width, height, number, len(pdf.pages), lettering)))
        if password:
            return saved(pdf, encryption=locked_with(password))
        return saved(pdf, deterministic_id=True)


def locked_with(password):
    allowed = pikepdf.Permissions(extract=False, modify_annotation=False, modify_other=False, accessibility=True)
    # Nobody needs the owner's password; left empty, it would open every copy.
    return pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, allow=allowed)


def drawing(mark, width, height, number, pages, lettering):
    return "\n".join(drawn(mark, width, height, number, pages, lettering)).encode()


def drawn(mark, width, height, number, pages, lettering):
    yield "/Artifact <</Type /Pagination /Subtype /Footer>> BDC q 0 g"
    yield squares(f"{mark.scan} {number}/{pages}".upper())
    yield words(lettering, mark.heading, 13, f"1 0 0 1 {TEXT} 37")
    yield words(lettering, mark.name, 10.5, f"1 0 0 1 {TEXT} 25")
    yield words(lettering, f"{mark.line} · page {number} of {pages}", 8.5, f"1 0 0 1 {TEXT} 14")
    # In the outer margin of each quarter, so that a torn or cropped page still names its copy.
    for across in (19, width - 12):
        for up in (height * 0.24, height * 0.707):
            yield words(lettering, mark.side, 6.5, f"0 1 -1 0 {across:g} {up:g}")
    yield "Q EMC"


def words(lettering, text, size, place):
    """A long name is written smaller, never cut."""
    size = min(size, size * WIDTH / max(lettering.width(text, size), 1))
    return f"BT {RESOURCE} {size:.3g} Tf {place} Tm <{lettering.encoded(text)}> Tj ET"


def squares(text):
    """The QR code, each run a hair too long and tall: no white seams between them."""
    code = scan(text, mask=MASK)
    module = SCAN / code.size
    cells = (f"{across} {code.size - 1 - down} {length}.05 1.05 re" for across, down, length in code.runs)
    return f"q {module:.5f} 0 0 {module:.5f} {LEFT} {FOOT} cm {' '.join(cells)} f Q"
