"""dealers.add_photo and the upload gate."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dealers import services
from dealers.models import Photo
from dmi.errors import RuleBroken
from tests.conftest import NOON


def picture(size=(600, 800), kind="JPEG", **options):
    output = io.BytesIO()
    Image.new("RGB", size, "#8d5f40").save(output, kind, **options)
    return SimpleUploadedFile("photo.jpg", output.getvalue())


def add(by, dealer, file, taken_on=date(2026, 3, 1)):
    return services.add_photo(by=by, dealer=dealer, photo=file, taken_on=taken_on, at=NOON)


def test_a_photo_is_kept_in_two_sizes(ray, farrow):
    kept = add(ray, farrow, picture())
    assert Image.open(io.BytesIO(kept.sheet)).size == (240, 320)
    assert Image.open(io.BytesIO(kept.page)).size == (720, 960)
    assert kept.sha256 == Photo.fingerprint(kept.sheet)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_leaves_the_gate_as_jpeg_without_metadata(ray, farrow, kind):
    exif = Image.Exif()
    exif[0x010E] = "taken at 44.4759 N"
    kept = add(ray, farrow, picture(kind=kind, exif=exif))
    again = Image.open(io.BytesIO(kept.page))
    assert again.format == "JPEG"
    assert not again.getexif()
    assert b"44.4759" not in bytes(kept.page)


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (SimpleUploadedFile("photo.jpg", b"%PDF-1.7 not a photo"), "no photo that can be read"),
        (SimpleUploadedFile("photo.jpg", b""), "no photo that can be read"),
        (SimpleUploadedFile("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "no photo that can be read"),
        (SimpleUploadedFile("photo.jpg", b"\xff\xd8" + b"0" * (13 * 1024 * 1024)), "larger than 12 MB"),
        (SimpleUploadedFile("photo.jpg", picture().read()[:400]), "no photo that can be read"),
    ],
)
def test_what_is_no_photo_is_refused_and_nothing_is_written(ray, farrow, file, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        add(ray, farrow, file)
    assert not Photo.objects.exists()


def test_a_bomb_is_refused_before_it_is_unpacked(ray, farrow):
    with pytest.raises(RuleBroken, match="more pixels"):
        add(ray, farrow, picture(size=(8000, 7000), kind="PNG"))


def test_a_day_to_come_is_refused(ray, farrow):
    with pytest.raises(ValidationError, match="still to come"):
        add(ray, farrow, picture(), taken_on=date(2026, 3, 4))
