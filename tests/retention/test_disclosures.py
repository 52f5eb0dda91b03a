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
from dealers.cases.models import Buy, Case, CaseFile
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance.retention import services
from maintenance.retention.bundle.sources import HANDLERS, numbers
from maintenance.retention.models import Disclosure
from markets import services as places
from tests.cases.evidence import proved
from tests.cases.test_download_case_file import words_of
from tests.conftest import NOON, TODAY, logged, officer

HANDLER = "[handler]"
HIDDEN = (
    "Whitlow",
    "WHITLOW",
    "“Dane”",
    "Nguy",
    "NGUY",
    "Heron",
    "CS-114",
    "CS 114",
    "CS-777",
    "CI 0042",
    "no. 26",
    "118",
)
TABLES = ["record.csv", "entries.csv", "buys.csv", "exhibits.csv", "custody.csv", "acts.csv"]


@pytest.fixture
def pru(sal, west_end):
    prosecutor = officer("p1", Role.PROSECUTOR, full_name="Pru Dale")
    places.assign_officer(by=sal, market=west_end, officer=prosecutor, on=TODAY)
    return prosecutor


@pytest.fixture
def proven(ray, sal, sue, west_end, farrow, whitlow):
    """A case with a buy and exhibits; entries that name others, a source and something that would run; a merge."""
    facts = {"reliability": "B", "validity": "2", "at": NOON, "source_number": "CS-114"}
    said = "=HYPERLINK(1) Sold beside Dana Whitlow; “Dane” and WHITLOW counted, says CS 114."
    dealing.log_observation(
        by=ray, market=west_end, dealers=[farrow, whitlow], narrative=said, seen_at=NOON, **facts
    )  # fmt: skip
    absorbed = logged(ray, west_end, first_name="Lan", last_name="Nguyễn", street_name="Heron")
    dealing.approve_predicate(by=sal, dealer=absorbed, is_lawfully_acquired=True, at=NOON)
    said = "Lan Nguyen waited, NGUYEN drove, “heron” paid. Farrow left. Handled by badge 118; source no. 26 knew."
    facts["source_number"] = ""
    dealing.log_observation(
        by=sal, market=west_end, dealers=[farrow, absorbed], narrative=said, seen_at=NOON, **facts
    )  # fmt: skip
    dealing.merge_dealers(by=sue, dealer=whitlow, other=absorbed, because="The same person", at=NOON)
    graded = {"reliability": "B", "validity": "2", "at": NOON}
    dealing.log_alias(by=ray, dealer=farrow, name="Scoots", source="CS-777, met by Ray Dunmore", **graded)
    dealing.log_alias(by=ray, dealer=farrow, name="Skate", source="26-0741", **graded)
    held = proved(farrow, ray, west_end)
    Buy.objects.filter(pk=held["buy_id"]).update(identified_how="CI 0042 pointed at him beside Dana Whitlow")
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
        for hidden in HIDDEN:
            assert hidden not in said, (name, hidden)
    assert "Dunmore" not in text["record.csv"] + text["entries.csv"]
    assert "Dunmore" in text["custody.csv"]
    printed = words_of(files[f"cases/{proven.number}.pdf"])
    assert "[source] pointed at him beside [another person]" in printed
    assert not [hidden for hidden in HIDDEN if hidden in printed]
    assert "[another person]" in text["entries.csv"]
    assert "[source]" in text["entries.csv"]
    assert "Farrow left. Handled by [handler]; [source] knew." in text["entries.csv"]
    assert "Farrow" in text["record.csv"]
    assert_handlers_are_withheld(text)
    assert "Grand jury: rule 6(e)." in text["withheld.txt"]
    assert "Confidential sources" in text["withheld.txt"]
    assert len(list(csv.reader(io.StringIO(text["custody.csv"])))) > 1
    cells = [cell for row in csv.reader(io.StringIO(text["entries.csv"])) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]
    assert CaseFile.objects.get().recipient == "Ana Pell"
    [line] = AuditEntry.objects.filter(verb="retention.disclose_record", outcome="done")
    assert "0417" not in str(line.others)


def assert_handlers_are_withheld(text):
    """Badge 114 stays with what rests on no source."""
    rows = {
        name: list(csv.DictReader(io.StringIO(said.lstrip("\ufeff"))))
        for name, said in text.items()
        if name.endswith(".csv")
    }
    told = {row["By badge"]: row["What was seen or told"] for row in rows["entries.csv"]}
    assert "[source]" in told[HANDLER]
    assert "[source]" not in told["114"]
    assert {row["Said"]: row["By badge"] for row in rows["record.csv"] if row["What"] == "Street name"} == {
        "Scoots": HANDLER, "Scooter": "114", "Skate": "114",
    }  # fmt: skip
    aliases = [row["Badge"] for row in rows["acts.csv"] if row["What"] == "Log alias"]
    assert sorted(aliases) == ["114", HANDLER]
    assert {row["Badge"] for row in rows["acts.csv"] if row["What"] == "Log observation"} == {HANDLER}
    assert rows["buys.csv"][0]["By badge"] == HANDLER


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


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("CS-777 and C.I. 42, cs 7", "[source] and [source], [source]"),
        ("Q-12 said; q/13", "[source] said; [source]"),
        ("source number 26-3; Informant #9; sources: 4", "[source]; [source]; [source]"),
        ("114 Main St, 1142", "[source] Main St, 1142"),
        (
            "report 26-0741, DC-88120, I-89, the source was 26, basics 12",
            "report 26-0741, DC-88120, I-89, the source was 26, basics 12",
        ),
    ],
)
def test_what_is_written_like_a_source_s_number(said, left):
    assert numbers({"114"}, {"Q-12", "114/26"}).sub("[source]", said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Handled by 118.", "Handled by [handler]."),
        ("handler: Det. Ray Dunmore met", "handler: [handler] met"),
        ("Registered to Ofc Núñez, run by badge no. 7-4", "Registered to [handler], run by [handler]"),
        ("The dog handler was late; run by the river", "The dog handler was late; run by the river"),
    ],
)
def test_who_stands_behind_the_word_handler(said, left):
    assert HANDLERS.sub(r"\g<before>[handler]", said) == left
