"""cases.add_exhibit: a file streams to its place under its SHA-256; what is cut off or refused leaves nothing."""

import errno
import hashlib
import io
from datetime import datetime
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from dealers.cases import content, keeping
from dealers.cases.models import Exhibit
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.evidence import PDF, exhibit_of, logged_buy, thing_of
from tests.cases.made import brought_to

SHA256 = hashlib.sha256(PDF).hexdigest()
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.EXHIBITS_ROOT = tmp_path / "exhibits"
    return settings.EXHIBITS_ROOT


def files_in(root):
    return [path for path in Path(root).rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash_and_custody_begins(ray, case, root):
    exhibit = exhibit_of(case, ray)
    assert (exhibit.sha256, exhibit.size_bytes, exhibit.media_type) == (SHA256, len(PDF), "application/pdf")
    [kept] = files_in(root)
    assert kept == root / SHA256[:2] / SHA256
    assert kept.read_bytes() == PDF
    assert kept.stat().st_mode & 0o777 == 0o400
    assert (exhibit.last_event.given_by, exhibit.last_event.given_to) == ("Evidence van 2", "Det. Ray Dunmore")
    assert AuditEntry.objects.filter(verb="cases.add_exhibit", outcome="done").count() == 1


def test_exhibits_are_numbered_within_their_case_and_the_same_file_is_kept_once(ray, case, root):
    labels = [exhibit_of(case, ray).label, thing_of(case, ray).label, exhibit_of(case, ray).label]
    assert labels == [f"{case}/1", f"{case}/2", f"{case}/3"]
    assert len(files_in(root)) == 1


@pytest.mark.parametrize(
    ("name", "said", "refusal"),
    [
        ("photo.jpg", PDF, "By its content “photo.jpg” is a PDF"),
        ("report.pdf", JPEG, "is a JPEG picture"),
        ("phone.zip", b"PK\x03\x04rest", "An archive hides what it holds"),
        ("tool.exe", b"MZ\x90\x00\x03\x00", "none of the kinds kept here"),
        ("page.html", b"<script>alert(1)</script>", "is plain text"),
        ("empty.pdf", b"", "The file is empty"),
    ],
)
def test_a_file_is_what_its_content_says(ray, case, root, name, said, refusal):
    with pytest.raises(ValidationError, match=refusal):
        exhibit_of(case, ray, file=ContentFile(said, name=name))
    assert files_in(root) == []
    assert not Exhibit.objects.exists()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x00\x00\x00\x20ftypisom", content.MP4),
        (b"\x00\x00\x00\x14ftypqt  ", content.MOV),
        (b"\x00\x00\x00\x18ftypheic", content.HEIC),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", content.WAV),
        (b"ID3\x04\x00", content.MP3),
        (b"\xff\xfb\x90\x44", content.MP3),
        ("Gehört, gesehen".encode(), content.TEXT),
    ],
)
def test_kinds_are_known_by_their_first_bytes(head, kind):
    assert content.kind_of(head) == kind


def test_what_can_not_be_is_refused(ray, case, whitlow, west_end, cast):
    with pytest.raises(ValidationError, match="No whole file arrived"):
        exhibit_of(case, ray, file=None)
    with pytest.raises(ValidationError, match="A thing has no file"):
        exhibit_of(case, ray, kind="thing")
    with pytest.raises(RuleBroken, match="somebody else"):
        thing_of(case, ray, buy=logged_buy(whitlow, ray, west_end))
    with pytest.raises(ValidationError, match="before 1900"):
        thing_of(case, ray, received_at=datetime.fromisoformat("0001-01-01T00:00+14:00"))
    brought_to("disposed", case, cast)
    with pytest.raises(RuleBroken, match="has ended"):
        thing_of(case, ray)


def test_a_file_beyond_the_cap_and_a_full_disk_leave_nothing(ray, case, root, settings, monkeypatch):
    settings.EXHIBIT_MOST_BYTES = len(PDF) - 1
    with pytest.raises(ValidationError, match="larger than"):
        exhibit_of(case, ray)
    settings.EXHIBIT_MOST_BYTES = 2 * 1024**3
    monkeypatch.setattr(keeping.Arrival, "write", full(keeping.Arrival.write))
    with pytest.raises(ValidationError, match="no room left"):
        exhibit_of(case, ray)
    assert files_in(root) == []


def full(write):
    def written(self, piece):
        def nothing(_):
            raise OSError(errno.ENOSPC, "full")

        self.file.write = nothing
        write(self, piece)

    return written


def typed(**more):
    return {"kind": "file", "description": "Report", "received_from": "Van 2", "place": "", **more}


def test_the_page_streams_to_its_place_with_a_checked_token(ray, case, root):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ray)
    address = f"/cases/{case.pk}/add-exhibit/"
    refused = client.post(address, typed(file=SimpleUploadedFile("report.pdf", PDF)))
    assert refused.status_code == 403
    assert files_in(root) == []
    token = client.get(address).cookies["csrftoken"].value
    answer = client.post(address, typed(file=SimpleUploadedFile("report.pdf", PDF), csrfmiddlewaretoken=token))
    assert answer.status_code == 302, answer.content
    assert Exhibit.objects.get().sha256 == SHA256
    assert [path.name for path in files_in(root)] == [SHA256]


def test_a_refused_form_keeps_what_was_typed_and_no_file(client, ray, case, root):
    client.force_login(ray)
    answer = client.post(f"/cases/{case.pk}/add-exhibit/", typed(file=SimpleUploadedFile("photo.jpg", PDF)))
    assert "is a PDF" in answer.content.decode()
    assert "Van 2" in answer.content.decode()
    answer = client.post(f"/cases/{case.pk}/add-exhibit/", typed(description="", file=SimpleUploadedFile("a.pdf", PDF)))
    assert answer.status_code == 200
    assert files_in(root) == []


class Cut(io.BytesIO):
    """A line that goes dead: an error, or an end that is none."""

    def __init__(self, body, *, dies):
        super().__init__(body)
        self.dies = dies

    def read(self, size=-1):
        piece = super().read(size)
        if not piece and self.dies:
            raise ConnectionResetError
        return piece


@pytest.mark.parametrize("dies", [True, False])
@pytest.mark.parametrize("door", ["", "/api"])
def test_an_upload_cut_off_in_the_middle_leaves_nothing(client, ray, case, root, dies, door):
    client.force_login(ray)
    whole = encode_multipart(BOUNDARY, typed(file=SimpleUploadedFile("report.pdf", PDF + b"x" * 600_000)))
    sent = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": str(len(whole))}
    line = Cut(whole[:400_000], dies=dies)
    answer = client.generic("POST", f"{door}/cases/{case.pk}/add-exhibit/", **sent, **{"wsgi.input": line})
    assert line.tell() == 400_000
    assert answer.status_code in {200, 400, 409}
    assert not Exhibit.objects.exists()
    assert files_in(root) == []


def test_the_api_takes_a_file_as_it_comes(client, ray, case, root):
    client.force_login(ray)
    answer = client.post(f"/api/cases/{case.pk}/add-exhibit/", typed(file=SimpleUploadedFile("report.pdf", PDF)))
    assert answer.status_code == 201, answer.content
    assert answer.json()["sha256"] == SHA256
    thing = {"kind": "thing", "description": "Bags", "received_from": "Van 2"}
    answer = client.post(f"/api/cases/{case.pk}/add-exhibit/", thing, content_type="application/json")
    assert answer.status_code == 201, answer.content
    assert len(files_in(root)) == 1


def test_otis_adds_none_and_nothing_of_his_file_is_read(client, otis, case, root):
    with pytest.raises(Http404):
        exhibit_of(case, otis)
    client.force_login(otis)
    answer = client.post(f"/cases/{case.pk}/add-exhibit/", typed(file=SimpleUploadedFile("report.pdf", PDF)))
    assert answer.status_code == 404
    assert files_in(root) == []
