"""What a printed page may load: our style sheets, our fonts and the photos handed in. Anything else ends the build."""

import io
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from dmi.errors import RuleBroken

# Never asked: it only makes every address inside a page the same on every machine, and with it the names in the PDF.
BASE = "https://paper.invalid/"
STYLE_SHEET = re.compile(r"[a-z_]+\.css")
FONT = re.compile(r"vendor/fonts/([a-z-]+/[\w-]+\.ttf)")


class Fetcher(URLFetcher):
    """Answers for one page: `photos/NAME` with the bytes handed in under that name."""

    def __init__(self, photos):
        super().__init__(fail_on_errors=True)
        self.photos = {f"photos/{name}": photo for name, photo in photos.items()}

    def fetch(self, url, headers=None):
        content, kind = self.found(url.removeprefix(BASE))
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def found(self, name):
        if name in self.photos:
            return checked(self.photos[name]), "image/jpeg"
        if font := FONT.fullmatch(name):
            return font_file(font[1]), "font/ttf"
        if STYLE_SHEET.fullmatch(name) and (path := finders.find(name)):
            return Path(path).read_bytes(), "text/css"
        raise ValueError(f"Not part of the page: {name}")


def font_file(name):
    path = Path(settings.FONTS) / name
    if not path.is_file():
        raise RuleBroken(f"The font {path.name} is not on this server; install it, then try again.")
    return path.read_bytes()


def checked(photo):
    """WeasyPrint tries whatever is no picture as SVG, which may name further addresses."""
    if Image.open(io.BytesIO(photo)).format != "JPEG":
        raise ValueError("A photo that is not a JPEG.")
    return photo
