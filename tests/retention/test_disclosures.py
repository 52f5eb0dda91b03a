"""retention.disclose_record: the record for the defence, each file under its hash; sources and others withheld."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dealers import services as dealing
from dealers.cases.models import Case, CaseFile
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance.retention import services
from maintenance.retention.models import Disclosure
from markets import services as places
from tests.cases.evidence import proved
from tests.conftest import NOON, TODAY, officer

TABLES = ["record.csv", "entries.csv", "buys.csv", "exhibits.csv", "custody.csv", "acts.csv"]


@pytest.fixture
def pru(sal, west_end):
    prosecutor = officer("p1", Role.PROSECUTOR, full_name="Pru Dale")
    places.assign_officer(by=sal, market=west_end, officer=prosecutor, on=TODAY)
    return prosecutor


@pytest.fixture
def proven(ray, west_end, farrow, whitlow):
    """A case with a buy and exhibits; an entry that names another dealer, a source and something that would run."""
    facts = {"reliability": "B", "validity": "2", "at": NOON, "source_number": "CS-114"}
    said = "=HYPERLINK(1) Sold beside Dana Whitlow; “Dane” and WHITLOW counted, says CS 114."
    dealing.log_observation(
        by=ray, market=west_end, dealers=[farrow, whitlow], narrative=said, seen_at=NOON, **facts
    )  # fmt: skip
    proved(farrow, ray, west_end)
    return Case.objects.filter(dealer=farrow).first()


def disclosed(by, dealer, **facts):
    said = {
        "docket": "0417-3-26 Rdcr",
        "counsel": "Ana Pell",
        "cases": [],
        "withheld": "Grand jury: rule 6(e).",
        "at": NOON,
    }
    return services.disclose_record(by=by, dealer=dealer, **{**said, **facts})


def test_the_bundle_is_whole_by_its_manifest_and_tells_no_source_and_nobody_else(pru, farrow, proven):
    left = disclosed(pru, farrow, cases=[proven])
    assert left.sha256 == hashlib.sha256(left.content).hexdigest()
    with zipfile.ZipFile(io.BytesIO(left.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    assert list(files) == [*TABLES, f"cases/{proven.number}.pdf", "withheld.txt"]
    assert manifest["files"] == left.manifest
    assert {each["name"]: each["sha256"] for each in left.manifest} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    text = {name: content.decode() for name, content in files.items() if not name.endswith(".pdf")}
    for name, said in text.items():
        for hidden in ("Whitlow", "WHITLOW", "“Dane”", "CS-114", "CS 114"):
            assert hidden not in said, (name, hidden)
    assert "[another person]" in text["entries.csv"]
    assert "[source]" in text["entries.csv"]
    assert "Farrow" in text["record.csv"]
    assert "Grand jury: rule 6(e)." in text["withheld.txt"]
    assert "Confidential sources" in text["withheld.txt"]
    assert len(list(csv.reader(io.StringIO(text["custody.csv"])))) > 1
    cells = [cell for row in csv.reader(io.StringIO(text["entries.csv"])) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]
    assert CaseFile.objects.get().recipient == "Ana Pell"
    [line] = AuditEntry.objects.filter(verb="retention.disclose_record", outcome="done")
    assert "0417" not in str(line.others)


def test_who_may_not_and_what_is_refused(pru, sal, ray, otis, west_end, farrow, whitlow, rook, proven):
    with pytest.raises(PermissionDenied):
        disclosed(sal, farrow)
    with pytest.raises(Http404):
        disclosed(officer("p2", Role.PROSECUTOR), farrow)
    with pytest.raises(RuleBroken, match="cases of this record alone"):
        disclosed(pru, whitlow, cases=[proven])
    assert not Disclosure.objects.exists()


def test_it_is_handed_over_at_once_by_page_and_api_and_the_manifest_stays(client, pru, ray, otis, farrow, proven):
    client.force_login(pru)
    page = f"/records/of/{farrow.pk}/disclose/"
    assert proven.number in client.get(page).content.decode()
    assert "This field is required" in client.post(page, {"docket": "0417"}).content.decode()
    said = {"docket": "0417-3-26 Rdcr", "counsel": "Ana Pell"}
    answer = client.post(page, said)
    assert answer["Content-Type"] == "application/zip"
    assert f"disclosure-{farrow.reference}" in answer["Content-Disposition"]
    sent = client.post(f"/api{page}", said, content_type="application/json", headers={"Accept": "application/zip"})
    assert sent.content.startswith(b"PK")
    kept = Disclosure.objects.first()
    told = client.get(kept.get_absolute_url()).content.decode()
    for words in ("0417-3-26 Rdcr", "Ana Pell", "entries.csv", kept.sha256, "Farrow"):
        assert words in told, words
    assert "Ana Pell" in client.get("/records/disclosures/?q=0417").content.decode()
    assert "Ana Pell" in client.get(f"/records/of/{farrow.pk}/given-out/").content.decode()
    assert client.get(f"/api{kept.get_absolute_url()}").json()["manifest"][0]["name"] == "record.csv"
    client.force_login(officer("s1", Role.SECURITY_OFFICER))
    assert "Farrow" not in client.get(kept.get_absolute_url()).content.decode()
    client.force_login(officer("p2", Role.PROSECUTOR))
    assert client.get(kept.get_absolute_url()).status_code == 404
    assert client.get(page).status_code == 404
    client.force_login(ray)
    assert client.get(page).status_code == 403
    assert client.get(kept.get_absolute_url()).status_code == 403
