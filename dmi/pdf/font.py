"""The stamp's font: whole in every body, since an officer's name is not known when the body is made."""

import io
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

FILE = "public-sans/PublicSans-Bold.ttf"  # has every Latin letter; an officer's name is never cut
LATIN = range(0x20, 0x2030)
RESOURCE = Name("/Stamp")


@cache
def stamp_font():
    """One for each process: reading and cutting the font takes longer than stamping a copy."""
    return StampFont(Path(settings.FONTS) / FILE)


class StampFont:
    """Embedded even though it draws artifacts only: PDF/UA-1 wants every font inside the file."""

    def __init__(self, path):
        font = latin_of(TTFont(path))
        head, metrics = font["head"], font["hhea"]
        thousandths = 1000 / head.unitsPerEm
        self.program = written(font)
        self.letters = {code: font.getGlyphID(name) for code, name in sorted(font.getBestCmap().items())}
        self.widths = [round(font["hmtx"][name][0] * thousandths) for name in font.getGlyphOrder()]
        self.box = [round(side * thousandths) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
        self.ascent, self.descent = (round(side * thousandths) for side in (metrics.ascent, metrics.descent))
        self.capitals = round(font["OS/2"].sCapHeight * thousandths)

    def embed(self, pdf):
        name = Name("/STAMPS+SheetStamp")
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array(self.box),
            ItalicAngle=0,
            Ascent=self.ascent,
            Descent=self.descent,
            CapHeight=self.capitals,
            StemV=120,
            FontFile2=pdf.make_stream(self.program, Length1=len(self.program)),
        )
        glyphs = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            W=Array([0, Array(self.widths)]),
            CIDToGIDMap=Name.Identity,
        )
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(glyphs)]),
                ToUnicode=pdf.make_stream(character_map(self.letters)),
            )
        )
        for page in pdf.pages:
            page.add_resource(font, Name.Font, RESOURCE)


def latin_of(font):
    """Without the tables for shaping, and with the font's own date, so that the same font gives the same bytes."""
    options = subset.Options(notdef_outline=True, layout_features=[], hinting=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for code in font.getBestCmap() if code in LATIN])
    cutter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    return font


def written(font):
    output = io.BytesIO()
    font.save(output)
    return output.getvalue()


def character_map(letters):
    """From glyphs back to letters, for search, for screen readers, and for the stamp of a later day (Lettering)."""
    shown: dict[int, int] = {}
    for code, glyph in letters.items():
        shown.setdefault(glyph, code)  # where two share a drawing, it reads as the first
    lines = [f"<{glyph:04x}> <{code:04x}>" for glyph, code in shown.items()]
    blocks = [lines[place : place + 100] for place in range(0, len(lines), 100)]  # a block holds a hundred at most
    entries = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{entries}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


@dataclass(frozen=True)
class Lettering:
    """What a body's own font can write. Read from the body: one made before a font was renewed is stamped rightly."""

    glyphs: dict[int, int]
    widths: tuple[int, ...]

    def encoded(self, text):
        return "".join(f"{glyph:04x}" for glyph in self.glyphs_of(text))

    def width(self, text, size):
        return sum(self.widths[glyph] for glyph in self.glyphs_of(text)) * size / 1000

    def glyphs_of(self, text):
        """A letter the font lacks falls back to its base letter, the rest to a question mark."""
        for letter in unicodedata.normalize("NFC", text):
            base = unicodedata.normalize("NFKD", letter)[0]
            yield self.glyphs.get(ord(letter)) or self.glyphs.get(ord(base)) or self.glyphs[ord("?")]


def lettering_of(pdf):
    font = pdf.pages[0].obj.Resources.Font[RESOURCE]
    widths = font.DescendantFonts[0].W[1]
    return lettering(font.ToUnicode.read_bytes(), tuple(int(width) for width in widths))


@lru_cache(maxsize=4)
def lettering(entries, widths):
    pairs = re.findall(rb"<(\w{4})> <(\w{4})>", entries)
    return Lettering({int(code, 16): int(glyph, 16) for glyph, code in pairs}, widths)
