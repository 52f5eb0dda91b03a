"""The upload gate: what a file is, by its content; a photo leaves it re-encoded, without metadata, in known sizes."""

import io
from dataclasses import dataclass

import pikepdf
from django.core.files.uploadhandler import FileUploadHandler
from PIL import Image, ImageOps, UnidentifiedImageError

from dmi.errors import RuleBroken

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a 48-megapixel phone; a bomb has more
FORMATS = ("JPEG", "PNG", "WEBP")
PAGE = (720, 960)
SHEET = (240, 320)  # 60 x 80 pt at 288 dpi
SCAN = (2550, 3300)  # US Letter at 300 dpi
SEEN = {"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group"}
MOST_PAGES = 10  # of a scanned agreement
THINNEST = 100  # times as long as wide: beyond it a picture has no width left once it fits a page
LEAST_INK = 40  # dark points: a stroke of a finger has hundreds
TOO_THIN = "This picture is a mere line; send one on which something can be seen."
TOO_MANY_PIXELS = "The photo has more pixels than any camera here takes; send a smaller one."
MOST_KEPT = 21 * 1024 * 1024  # of any upload: a little above what the largest gate (dmi.tables) lets in


@dataclass(frozen=True)
class Photo:
    """JPEG bytes: one for pages, one cut 3:4 for the hot sheet."""

    page: bytes
    sheet: bytes


class NoMore(FileUploadHandler):
    """What a file has beyond what any gate lets in is read and dropped: it fills neither memory nor disk.

    Breaking the upload off would show the browser's own error; so the form comes back and says what is too large.
    """

    most = MOST_KEPT

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start < self.most else None

    def file_complete(self, file_size):
        """The next handler makes the file; what it kept is above its gate's limit."""


def photo(file):
    """A picture file object in, a `Photo` out. Refused: too large, too many pixels, or no JPEG, PNG or WebP."""
    if file.size > MOST_BYTES:
        raise RuleBroken(f"The photo is larger than {MOST_BYTES // 1024 // 1024} MB; send a smaller one.")
    try:
        with Image.open(file, formats=FORMATS) as image:
            check_size(image)
            image.draft("RGB", PAGE)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except Image.DecompressionBombError as bomb:  # Pillow counts before we do
        raise RuleBroken(TOO_MANY_PIXELS) from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as broken:
        raise RuleBroken("This file is no photo that can be read; send a JPEG, PNG or WebP.") from broken
    return Photo(
        page=jpeg(ImageOps.contain(upright, PAGE)), sheet=jpeg(ImageOps.fit(upright, SHEET, centering=(0.5, 0.3)))
    )


def drawing(file):
    """What somebody drew on a screen, as JPEG on white. Refused: no PNG, too large, or nothing drawn."""
    image = picture(file, ("PNG",), "Nothing came of the drawing; draw it again.").convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    flat = white.convert("RGB")
    if sum(flat.convert("L").histogram()[:128]) < LEAST_INK:
        raise RuleBroken("Nothing is drawn yet; sign in the field.")
    return jpeg(ImageOps.contain(flat, PAGE))


def page(file):
    """A scanned page, as (content, media type): a PDF without anything that acts, or a JPEG encoded anew.

    Refused: too large, locked or broken, more pages than an agreement has, or no PDF, JPEG or PNG.
    """
    if file.size > MOST_BYTES:
        raise RuleBroken(f"The page is larger than {MOST_BYTES // 1024 // 1024} MB; scan it smaller.")
    is_pdf = file.read(5) == b"%PDF-"
    file.seek(0)
    if is_pdf:
        return quiet_pdf(file), "application/pdf"
    image = picture(file, ("JPEG", "PNG"), "This file is no page that can be read; send a PDF, JPEG or PNG.")
    return jpeg(ImageOps.contain(ImageOps.exif_transpose(image).convert("RGB"), SCAN)), "image/jpeg"


def picture(file, formats, why_not):
    """Read from its first point to its last. Refused, in these words: another format, or one that breaks off."""
    if file.size > MOST_BYTES:
        raise RuleBroken(f"The picture is larger than {MOST_BYTES // 1024 // 1024} MB; send a smaller one.")
    try:
        image = Image.open(file, formats=formats)
        check_size(image)
        image.load()
    except Image.DecompressionBombError as bomb:
        raise RuleBroken(TOO_MANY_PIXELS) from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as broken:
        raise RuleBroken(why_not) from broken
    return image


def check_size(image):
    """Before a point of it is read."""
    if image.width * image.height > MOST_PIXELS:
        raise RuleBroken(TOO_MANY_PIXELS)
    if max(image.size) > THINNEST * min(image.size):
        raise RuleBroken(TOO_THIN)


def quiet_pdf(file):
    """The same pages, without scripts, actions, forms, embedded files or metadata."""
    try:
        with pikepdf.open(file) as pdf:
            if not 1 <= len(pdf.pages) <= MOST_PAGES:
                raise RuleBroken(f"An agreement has one to {MOST_PAGES} pages; scan it alone.")
            clean = pikepdf.new()
            for leaf in pdf.pages:
                clean.pages.append(leaf)
            for leaf in clean.pages:
                for other in set(leaf.obj.keys()) - SEEN:  # actions, notes, attached files, what programs left behind
                    del leaf.obj[other]
            output = io.BytesIO()
            clean.save(output)
    except pikepdf.PasswordError as locked:
        raise RuleBroken("This PDF is locked with a password; scan the page without one.") from locked
    except pikepdf.PdfError as broken:
        raise RuleBroken("This PDF can not be read; scan the page again.") from broken
    return output.getvalue()


def jpeg(image):
    """Encoded anew from the pixels alone: EXIF, GPS and anything appended stay behind."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    output = io.BytesIO()
    clean.save(output, "JPEG", quality=82, optimize=True)
    return output.getvalue()
