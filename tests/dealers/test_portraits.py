"""dealers.portraits: invented faces for the demo and the samples."""

import io
import subprocess
import sys
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from django.conf import settings
from PIL import Image

from dealers.portraits import face_of, portrait, portrait_jpeg


def test_fifty_people_have_fifty_faces():
    assert len({portrait(seed).partition("</title>")[2] for seed in range(50)}) == 50


def test_neighbours_are_told_apart_by_more_than_a_shade():
    for seed in range(50):
        one, other = vars(face_of(seed, None)), vars(face_of(seed + 1, None))
        assert sum(one[feature] != other[feature] for feature in one) >= 4


def test_a_face_is_the_same_in_every_process():
    printed = subprocess.run(
        [sys.executable, "-c", "from dealers.portraits import portrait; print(portrait(7), end='')"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout == portrait(7)
    assert sha256(portrait_jpeg(7)).digest() == sha256(portrait_jpeg(7)).digest()


@pytest.mark.parametrize("seed", range(20))
def test_a_face_is_a_drawing_that_can_be_read(seed):
    drawing = ElementTree.fromstring(portrait(seed))  # noqa: S314
    assert (drawing.get("width"), drawing.get("height")) == ("240", "320")


@pytest.mark.parametrize("seed", range(20))
def test_who_has_a_sex_on_record_looks_it(seed):
    assert face_of(seed, woman=True).beard == ""
    assert face_of(seed, woman=False).hair not in ("long", "bob", "bun")


@pytest.mark.parametrize("size", [(480, 640), (240, 320)])
def test_a_photo_has_the_size_asked_for(size):
    photo = Image.open(io.BytesIO(portrait_jpeg(3, size=size)))
    assert (photo.format, photo.size) == ("JPEG", size)
