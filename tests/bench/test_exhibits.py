"""What a large exhibit costs: memory must not grow with the file, told as a ratio of one run."""

import io
import tracemalloc

import pytest
from django.http.multipartparser import MultiPartParser

from dealers.cases import keeping

pytestmark = pytest.mark.bench
MEGABYTE = 1024 * 1024
BOUNDARY = "exhibit"


class Body(io.RawIOBase):
    """A request's body of so many megabytes, made as it is read."""

    def __init__(self, megabytes):
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'.encode()
        self.parts = iter([head, *([b"x" * MEGABYTE] * megabytes), f"\r\n--{BOUNDARY}--\r\n".encode()])
        self.length = len(head) + megabytes * MEGABYTE + len(BOUNDARY) + 8
        self.left = b""

    def read(self, size=-1):
        while len(self.left) < size:
            part = next(self.parts, b"")
            if not part:
                break
            self.left += part
        piece, self.left = self.left[:size], self.left[size:]
        return piece


def received(megabytes):
    """The most memory that Python held while a file of this size came in and was kept."""
    body, streaming = Body(megabytes), keeping.Streaming()
    meta = {"CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}", "CONTENT_LENGTH": str(body.length)}
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    _, files = MultiPartParser(meta, body, [streaming]).parse()
    sha256 = files["file"].arrival.keep()
    assert keeping.size_of(sha256) == megabytes * MEGABYTE
    return tracemalloc.get_traced_memory()[1] - before


def test_memory_does_not_grow_with_the_file(settings, tmp_path, capsys):
    settings.EXHIBITS_ROOT = tmp_path
    tracemalloc.start()
    try:
        received(3)
        small, large = received(10), received(300)
    finally:
        tracemalloc.stop()
    with capsys.disabled():
        told = f"300 MB: {large / small:.2f} x the memory of 10 MB ({large / MEGABYTE:.1f} MB); aim 1.1"
        print(f"\n  upload, {told}", end="")  # noqa: T201
    assert large < 1.5 * small
