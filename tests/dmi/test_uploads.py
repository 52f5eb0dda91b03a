"""The upload gate: what is too large, too many pixels, or not what its name says."""

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
