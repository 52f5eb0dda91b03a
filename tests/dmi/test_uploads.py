"""The upload gate: what is too large, too many pixels, or not what its name says."""

import contextlib
import io
import resource
import struct
import tempfile
import zlib
from itertools import repeat
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dmi import uploads
from dmi.errors import RuleBroken

SIZE = 200 * 1024 * 1024
LINE = b"--edge\r\n"
HEAD = b'Content-Disposition: form-data; name="file"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n'


def bomb(side):
    """A PNG of so many black pixels each way, in a few kilobytes: only its rows are packed, never held."""
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + side // 8)
    packed = b"".join(packer.compress(each) for each in repeat(row, side)) + packer.flush()

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 is no picture", "no photo that can be read"),
        (b"", "no photo that can be read"),
        (b"GIF89a" + b"\x00" * 40, "no photo that can be read"),
        (b"\xff\xd8\xff" + b"\x00" * (uploads.MOST_BYTES + 1), "larger than 12 MB"),
    ],
)
def test_what_is_no_photo_is_refused_whatever_it_is_called(content, words):
    with pytest.raises(RuleBroken, match=words):
        uploads.photo(SimpleUploadedFile("photo.jpg", content, "image/jpeg"))


def test_a_mere_line_is_refused_in_words():
    """Fitted to a page it would have no width left."""
    output = io.BytesIO()
    Image.new("RGB", (50_000, 1)).save(output, "PNG")
    for gate in (uploads.photo, uploads.drawing, uploads.page):
        with pytest.raises(RuleBroken, match="a mere line"):
            gate(SimpleUploadedFile("line.png", output.getvalue()))


def test_a_picture_of_thirty_thousand_pixels_each_way_is_refused_unopened():
    content = bomb(30_000)
    assert len(content) < 1_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RuleBroken, match="more pixels than any camera"):
        uploads.photo(SimpleUploadedFile("photo.png", content))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes; its pixels are 900 MB


def test_a_photo_leaves_without_what_it_carried():
    carrying = Image.Exif()
    carrying[0x010E] = "Taken at 12 Elm Street"
    file = io.BytesIO()
    Image.new("RGB", (64, 64)).save(file, "JPEG", exif=carrying)
    photo = uploads.photo(SimpleUploadedFile("photo.jpg", file.getvalue() + b"appended"))
    for picture in (photo.page, photo.sheet):
        assert b"Elm Street" not in picture
        assert b"appended" not in picture


GATES = [uploads.photo, uploads.drawing, uploads.page]
ACTS = b"<script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + ACTS + b"</svg>"


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize(
    "content", [SVG, b"<!doctype html>" + ACTS, b"GIF89a/*" + ACTS, b"BM" + ACTS, b"PK\x03\x04" + ACTS]
)
def test_no_gate_takes_what_a_browser_would_run(gate, content):
    for name in ("face.png", "face.jpg", "page.pdf"):
        with pytest.raises(RuleBroken, match=r"send a|draw it again"):
            gate(SimpleUploadedFile(name, content, "image/png"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_is_a_page_as_well_leaves_as_a_picture_alone(kind):
    """Words between its points and after its end, as polyglots carry them."""
    told = PngInfo()
    told.add_text("Comment", ACTS.decode(), zip=False)
    file = io.BytesIO()
    carrying = {"pnginfo": told} if kind == "PNG" else {"comment": ACTS}
    Image.effect_noise((64, 64), 90).convert("RGB").save(file, kind, **carrying)
    assert ACTS in file.getvalue()
    kept = uploads.photo(SimpleUploadedFile("a.html", file.getvalue() + ACTS + SVG, "text/html"))
    scanned, media_type = uploads.page(SimpleUploadedFile("a.svg", file.getvalue() + SVG, "image/svg+xml"))
    assert media_type == "image/jpeg"
    for picture in (kept.page, kept.sheet, scanned):
        assert picture.startswith(b"\xff\xd8\xff")
        assert b"script" not in picture
        assert b"svg" not in picture


@pytest.mark.parametrize("gate", GATES)
def test_a_bomb_is_refused_at_every_gate(gate):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RuleBroken, match="more pixels than any camera"):
        gate(SimpleUploadedFile("bomb.png", bomb(20_000)))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize("gate", GATES)
def test_words_that_unpack_to_a_hundred_megabytes_are_never_unpacked(gate):
    """In a PNG's comment: its picture is a dozen points."""
    packed = b"Comment\x00\x00" + zlib.compress(b"a" * 100_000_000, 9)
    chunk = struct.pack(">I", len(packed)) + b"zTXt" + packed + struct.pack(">I", zlib.crc32(b"zTXt" + packed))
    file = io.BytesIO()
    Image.new("L", (40, 30)).save(file, "PNG")
    whole = file.getvalue()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.suppress(RuleBroken):
        gate(SimpleUploadedFile("bomb.png", whole[:33] + chunk + whole[33:]))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


class Endless(io.RawIOBase):
    """A request's body of 200 MB that exists nowhere as a whole."""

    def __init__(self):
        self.begin, self.left, self.end = LINE + HEAD, SIZE, b"\r\n--edge--\r\n"

    def read(self, size=-1):
        if self.begin:
            piece, self.begin = self.begin, b""
        elif self.left:
            piece = b"a" * min(size, self.left)
            self.left -= len(piece)
        else:
            piece, self.end = self.end, b""
        return piece


def test_two_hundred_megabytes_fill_neither_memory_nor_disk(tmp_path, settings, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    body = Endless()
    request = RequestFactory().generic("POST", "/", "as below", content_type="multipart/form-data; boundary=edge")
    request.META["CONTENT_LENGTH"] = str(len(body.begin) + SIZE + len(body.end))
    request._stream = body
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with request.FILES["file"] as file:
        assert body.left == 0  # all of it was read: the browser gets its answer
        assert 20 * 1024 * 1024 < file.size < 22 * 1024 * 1024
        assert sum(path.stat().st_size for path in Path(tmp_path).rglob("*")) < 22 * 1024 * 1024
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000  # kilobytes
