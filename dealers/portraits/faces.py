"""A face: what chance gives it for its number, and how it is drawn."""

import io
import random
from dataclasses import dataclass

import resvg_py
from PIL import Image

from dealers.portraits.outlines import BEARD, HAIR, HAIR_BEHIND, HAIR_FRONT, SKIN

DARK_HAIR = ("black", "black", "dark", "grey")
ANY_HAIR = ("black", "dark", "brown", "brown", "sandy", "red", "grey", "white")
COATS = ("#2e3a46", "#6d2b2b", "#4b5a43", "#22252b", "#5a4a6a", "#c2c6c9", "#3d4f63", "#7a4d57", "#33302d", "#8c7a55")
MENS_HAIR = ("crop", "fade", "slick", "curly", "twists", "receding", "cap", "bald", "hood", "short", "crop", "short")
WOMENS_HAIR = ("long", "long", "bob", "bob", "bun", "bun", "curly")
COVERS_EARS = ("long", "bob", "hood")
BEARDS = ("", "", "stubble", "goatee", "moustache", "full")
EXTRAS = ("glasses", "scar", "studs", "rose")
MIDDLE = 121
EYES = (95, 147)


@dataclass(frozen=True)
class Face:
    skin: str
    hair: str
    colour: str
    beard: str
    jaw: int  # half its width
    coat: str
    extras: frozenset[str]
    brow: int  # how far it slants
    mouth: int  # how far it bends
    nose: int  # how wide it is

    @property
    def light(self):
        return SKIN[self.skin][0]

    @property
    def shade(self):
        return SKIN[self.skin][1]

    @property
    def tone(self):
        return HAIR[self.colour]

    @property
    def sides(self):
        return MIDDLE - self.jaw - 3, MIDDLE + self.jaw + 3


def portrait(seed: int, woman: bool | None = None) -> str:
    """An SVG of 240 by 320. Who has a sex on record should look it: say so, else chance decides."""
    face = face_of(seed, woman)
    parts = [
        *wall(),
        *behind(face),
        *shoulders(face),
        *head(face),
        *eyes(face),
        *mouth(face),
        *front(face),
        *extras(face),
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="320" viewBox="0 0 240 320">'
        f"<title>Invented face {seed}</title>{''.join(parts)}</svg>\n"
    )


def portrait_jpeg(seed: int, size: tuple[int, int] = (480, 640), woman: bool | None = None) -> bytes:
    width, height = size
    drawing = resvg_py.svg_to_bytes(
        svg_string=portrait(seed, woman), width=width, height=height, skip_system_fonts=True
    )
    photo = io.BytesIO()
    Image.open(io.BytesIO(drawing)).convert("RGB").save(photo, "JPEG", quality=88)
    return photo.getvalue()


def face_of(seed, woman):
    chance = random.Random(seed)  # noqa: S311
    if woman is None:
        woman = chance.random() < 0.3
    skin = chance.choice(list(SKIN))
    hair = chance.choice(WOMENS_HAIR if woman else MENS_HAIR)
    colour = chance.choice(DARK_HAIR if skin in ("brown", "deep") else ANY_HAIR)
    worn = {extra for extra in EXTRAS if chance.random() < (0.4 if extra == "studs" and woman else 0.12)}
    return Face(
        skin=skin,
        hair=hair,
        colour=colour,
        beard="" if woman else chance.choice(BEARDS),
        jaw=chance.randint(50, 54) if woman else chance.randint(56, 63),
        coat=chance.choice(COATS),
        extras=frozenset(worn | {"lines"} if colour in ("grey", "white") else worn),
        brow=chance.randint(-3, 3),
        mouth=chance.randint(-3, 6),
        nose=chance.randint(-2, 4),
    )


# The parts, from the wall forward


def wall():
    yield filled("M0 0h240v320H0z", "#d5d9dc")
    yield from (line(f"M0 {height}h240", "#bfc5c9", 2) for height in (40, 104, 168, 232))


def behind(face):
    if face.hair in HAIR_BEHIND:
        yield filled(HAIR_BEHIND[face.hair], face.coat if face.hair == "hood" else face.tone)


def shoulders(face):
    yield filled("M4 320c4-44 40-52 78-62l39 22 39-22c38 10 74 18 78 62z", face.coat)
    yield filled("M92 216h58v48c0 10-16 22-29 22s-29-12-29-22z", face.shade)
    yield line("M82 258c10 20 24 32 39 34 15-2 29-14 39-34", "#1a1a1a", 2)


def head(face):
    jaw, left = face.jaw, MIDDLE - face.jaw
    if face.hair not in COVERS_EARS:
        yield from (f'<ellipse cx="{x}" cy="162" rx="9" ry="19" fill="{face.shade}"/>' for x in face.sides)
    yield filled(
        f"M{left} 128c0-52 26-76 {jaw}-76s{jaw} 24 {jaw} 76c0 20-2 38-6 56-6 36-30 76-{jaw - 6} 76"
        f"s-{jaw - 12}-40-{jaw - 6}-76c-4-18-6-36-6-56z",
        face.light,
    )
    yield filled(
        f"M{MIDDLE} 52c{jaw - 20} 0 {jaw} 24 {jaw} 76 0 20-2 38-6 56-6 36-30 76-{jaw - 6} 76"
        " 26-40 34-70 32-120-2-40-14-70-26-88z",
        face.shade,
        0.45,
    )
    if face.beard:
        yield filled(BEARD[face.beard], face.tone, 0.35 if face.beard == "stubble" else 1)


def eyes(face):
    lid = "#1d120c" if face.skin == "deep" else face.shade
    brow = "#777777" if face.colour == "white" else face.tone
    for x, inward in zip(EYES, (1, -1), strict=True):
        yield filled(f"M{x - 14} 150c6-10 22-10 28 0-6 8-22 8-28 0z", "#f4f1ec")
        yield f'<circle cx="{x}" cy="149" r="6" fill="#2b211b"/>'
        yield line(f"M{x - 15} 149c6-11 24-11 30 0", lid, 3)
        yield line(
            f"M{x - 17 * inward} {134 - face.brow}c{8 * inward}-8 {24 * inward}-8 {33 * inward} {face.brow}", brow, 5
        )
    yield line(f"M119 150c-4 20-10 30-{8 + face.nose} 36 4 6 18 6 {23 + face.nose} 0", face.shade, 4)


def mouth(face):
    lips = "#3a1f18" if face.skin in ("deep", "brown") else "#7d3f35"
    yield line(f"M99 217c14 {face.mouth} 30 {face.mouth} 44 0", lips, 5)
    yield line("M108 228c8 3 18 3 26 0", face.shade, 2)


def front(face):
    if face.hair in HAIR_FRONT:
        yield filled(HAIR_FRONT[face.hair], face.coat if face.hair == "hood" else face.tone)
    if face.hair == "hood":
        yield line("M62 210C48 110 84 66 120 66s76 44 60 144", "#2c2e31", 6)
    if face.hair == "cap":
        yield filled("M58 112c0-46 28-70 63-70s63 24 63 70c-30-10-96-10-126 0z", "#20324a")
        yield filled("M54 112c24-16 110-16 134 0 8 6 8 14 2 16-40-14-98-14-138 0-6-2-6-10 2-16z", "#14202f")


def extras(face):
    for extra in sorted(face.extras):
        yield from DRAWN[extra](face)


def glasses(face):
    rims = '<rect x="{x}" y="136" width="42" height="30" rx="10" fill="none" stroke="#1b1b1b" stroke-width="4"/>'
    yield from (rims.format(x=x) for x in (74, 126))
    yield line("M116 148c3-3 7-3 10 0", "#1b1b1b", 4)


def lines(face):
    for path in (
        "M92 108c18-4 40-4 58 0",
        "M86 182c-4 8-6 14-6 20",
        "M156 182c4 8 6 14 6 20",
        "M80 166c6 4 14 5 22 4",
        "M162 166c-6 4-14 5-22 4",
    ):
        yield line(path, face.shade, 2)


def scar(face):
    yield line("M161 118l-7 24", "#f1d9c4", 3)


def studs(face):
    if face.hair not in COVERS_EARS:
        yield from (f'<circle cx="{x}" cy="184" r="4" fill="#f2f2f2" stroke="#444444"/>' for x in face.sides)


def rose(face):
    yield line("M98 262c-4-8 8-12 8-4 6-4 10 6 2 8-4 4-10 2-10-4z", "#26343b", 3)


DRAWN = {"glasses": glasses, "lines": lines, "scar": scar, "studs": studs, "rose": rose}


def filled(path, colour, opacity=1.0):
    dim = f' opacity="{opacity}"' if opacity < 1 else ""
    return f'<path d="{path}" fill="{colour}"{dim}/>'


def line(path, colour, width):
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
