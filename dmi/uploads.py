"""The upload gate: what a file is, by its content; a photo leaves it re-encoded, without metadata, in known sizes."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from dmi.errors import RuleBroken

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a 48-megapixel phone; a bomb has more
FORMATS = ("JPEG", "PNG", "WEBP")
PAGE = (720, 960)
SHEET = (240, 320)  # 60 x 80 pt at 288 dpi


@dataclass(frozen=True)
class Photo:
    """JPEG bytes: one for pages, one cut 3:4 for the hot sheet."""

    page: bytes
    sheet: bytes


def photo(file):
    """A picture file object in, a `Photo` out. Refused: too large, too many pixels, or no JPEG, PNG or WebP."""
    if file.size > MOST_BYTES:
        raise RuleBroken(f"The photo is larger than {MOST_BYTES // 1024 // 1024} MB; send a smaller one.")
    try:
        with Image.open(file, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise RuleBroken("The photo has more pixels than any camera here takes; send a smaller one.")
            image.draft("RGB", PAGE)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        raise RuleBroken("This file is no photo that can be read; send a JPEG, PNG or WebP.") from broken
    return Photo(
        page=jpeg(ImageOps.contain(upright, PAGE)), sheet=jpeg(ImageOps.fit(upright, SHEET, centering=(0.5, 0.3)))
    )


def jpeg(image):
    """Encoded anew from the pixels alone: EXIF, GPS and anything appended stay behind."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    output = io.BytesIO()
    clean.save(output, "JPEG", quality=82, optimize=True)
    return output.getvalue()
