"""Faces of people who do not exist, drawn by code: the demo and the samples need photos and may not show anybody.

A number gives the same face on every machine; neighbouring numbers differ in several features.
Needs resvg-py, which the machine of a developer has and a server has not: only the demo and tests come here.
"""

import io
import random
from dataclasses import dataclass

import resvg_py
from PIL import Image

SKIN = {
    "fair": ("#e9c4a6", "#c99c7c"),
    "ruddy": ("#dfae8e", "#b8805f"),
    "olive": ("#cda27a", "#a27a53"),
    "tan": ("#b98a63", "#8f6542"),
    "brown": ("#8d5f40", "#664029"),
    "deep": ("#5d3d2b", "#3d2619"),
}
HAIR = {
    "black": "#1d1a1a",
    "dark": "#3a2a20",
    "brown": "#5d4028",
    "sandy": "#a3814f",
    "red": "#8c4526",
    "grey": "#8b8b8b",
    "white": "#cfcdc8",
}

# Outlines in a field of 240 by 320, the face in its middle at 121.
HAIR_BEHIND = {
    "long": "M52 150C44 60 90 34 122 36c40 2 74 34 66 118 4 50 2 92-4 116H58c-8-34-10-72-6-120z",
    "bob": (
        "M54 150C48 66 88 38 121 39c37 1 71 32 66 112 2 32 0 52-4 66-14 8-30 6-40 2H96c-12 6-28 4-38-4-4-16-6-38-4-65z"
    ),
    "curly": (
        "M50 138c-8-24 4-40 12-48 2-24 22-38 36-38 14-14 40-10 50 2 18 0 34 16 34 34 12 10 16 34 6 50 4 22-4"
        " 30-8 34H56c-6-6-10-18-6-34z"
    ),
    "bun": "M96 36c0-18 12-26 25-26s25 8 25 26c-4 12-46 12-50 0zM58 132C54 70 90 44 121 44s66 24 62 88l-6 20H64z",
    "hood": "M34 214C20 90 70 26 120 26s102 60 86 188c-10 34-30 52-86 54-56-2-76-20-86-54z",
    "twists": ("M56 134c-8-30 2-52 16-64 4-18 24-28 34-24 12-8 32-6 38 2 16-2 30 12 34 24 12 14 14 40 6 62l-8 14H64z"),
}

HAIR_FRONT = {
    "crop": "M60 138c-6-56 24-86 61-86s66 28 60 86l-7 4c-2-22-8-40-18-48-24 8-52 8-72-2-10 12-16 28-18 50z",
    "fade": "M64 122c0-46 26-68 57-68s57 20 56 68l-6-2c-4-16-10-26-16-30-22-6-48-6-70 0-8 6-12 16-15 32z",
    "long": "M62 152c-8-64 26-98 60-98s68 32 60 98c-12-18-20-36-24-54-20 12-44 6-54-8-8 26-24 44-42 62z",
    "slick": "M62 130c-6-50 22-80 59-80s65 28 59 80l-6-4c-2-22-12-38-24-42-22-8-46-4-64 6-10 8-16 22-18 38z",
    "curly": (
        "M60 130c-4-26 6-50 18-54 10-14 26-18 38-12 14-8 32-2 38 8 18 6 28 30 26 58-6-14-12-22-20-26-6 8-18 8-24"
        " 0-8 10-22 10-28 0-6 8-16 10-22 2-12 6-20 14-26 24z"
    ),
    "receding": (
        "M60 140c-6-32 2-56 16-68 2 12 0 26-6 36-4 8-6 18-6 30zM182 140c6-32-2-56-16-68-2 12 0 26 6 36 4 8 6 18"
        " 6 30zM92 62c18-10 42-10 58 0-18-4-40-4-58 0z"
    ),
    "bun": "M60 136c-6-54 24-86 61-86s67 32 61 86c-8-30-22-50-40-58-14 4-28 4-42 0-18 10-32 28-40 58z",
    "bob": "M60 160c-10-66 22-106 61-106s71 38 61 106c-6-22-14-40-22-50-26 2-56-6-70-22-6 26-18 48-30 72z",
    "short": "M62 128c-4-48 24-76 59-76s63 26 59 76l-7-4c-2-18-8-30-16-36-24-6-48-6-72 0-9 6-14 18-16 36z",
    "twists": (
        "M62 120c2-28 16-44 26-48 10-10 24-14 34-10 14-6 30 2 36 12 10 6 20 24 22 46-6-8-12-14-18-16l-8-12-10"
        " 10-12-12-12 12-12-12-12 12-10-10-8 12c-6 2-12 8-16 16z"
    ),
    "hood": "M66 128c4-36 26-54 54-54s52 18 56 54c-10-16-20-24-30-26-16 4-36 4-52 0-12 4-20 12-28 26z",
}

BEARD = {
    "stubble": (
        "M70 180c6 32 26 76 51 80 25-4 45-48 51-80-6 12-12 20-15 24-13-8-25-8-36-3-11-5-23-5-36 3-3-4-9-12-15-24z"
    ),
    "goatee": (
        "M96 214c6-12 42-12 50 0 4 8 0 34-10 42-8 6-22 6-30 0-10-8-14-34-10-42zm13 6c4 6 20 6 24 0-2-4-22-4-24 0z"
    ),
    "moustache": "M90 214c8-14 22-16 31-12 9-4 23-2 31 12-14 0-22-2-31-4-9 2-17 4-31 4z",
    "full": (
        "M64 168c4 24 8 34 16 36 14-8 26-10 41-8 15-2 27 0 41 8 8-2 12-12 16-36 8 40-2 74-22 92-20 12-50 12-70"
        " 0-20-18-30-52-22-92zm44 50c6 8 20 8 26 0-4-5-22-5-26 0z"
    ),
}

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
