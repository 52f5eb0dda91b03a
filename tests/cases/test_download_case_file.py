"""cases.download_case_file, the exhibit sheet: what they say, what they leave out, and that it is on record first."""

import hashlib
import io

import pypdf
import pytest
from django.http import Http404
from django.utils import timezone

from dealers.cases import services
from dealers.cases.models import Buy, CaseFile
from dmi.accounts.models import TaskForce
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.pdf import layout
from tests import accessible_pdf
from tests.cases.evidence import exhibit_of, logged_buy, thing_of
from tests.conftest import NOON


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.EXHIBITS_ROOT = tmp_path / "exhibits"


@pytest.fixture
def full(case, ray):
    """A case with a file and a thing; its buy was a confidential source's."""
    Buy.objects.update(buyer="source", source_number="CI-114")
    exhibit_of(case, ray, buy=Buy.objects.get())
    thing_of(case, ray)
    return case


def handed_out(case, by, purpose="prosecutor"):
    return services.download_case_file(
        by=by, case=case, purpose=purpose, recipient="State’s Attorney, P. Castellan", at=NOON
    )


def words_of(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_holds_counts_buys_custody_and_every_hash(full, pru):
    left = handed_out(full, pru)
    words = words_of(left.pdf)
    for expected in (
        "Case file C-26-", "Selling or dispensing heroin", "18 V.S.A. 4233", "Prosecution to commence by",
        "Controlled buys (1)", "Glassine bags, 12", "Evidence van 2", "Hash manifest (1 file)",
        "How this file is to be handled", "Made by Pru Castellan", "page 1 of",
    ):  # fmt: skip
        assert expected in words, expected
    sha256 = full.exhibits.get(kind="file").sha256
    assert sha256 in words.replace(" ", "")


def test_it_is_a_dissemination_on_record_with_the_hash_of_what_left(client, full, pru):
    client.force_login(pru)
    answer = client.post(f"/cases/{full.pk}/file/", {"purpose": "prosecutor", "recipient": "State’s Attorney"})
    left = CaseFile.objects.get()
    assert hashlib.sha256(answer.content).hexdigest() == left.sha256
    assert (left.recipient, left.by) == ("State’s Attorney", pru)
    assert left.pages == len(pypdf.PdfReader(io.BytesIO(answer.content)).pages)
    with timezone.override(TaskForce.objects.zone()):
        day = timezone.localdate(left.at)
    assert answer["Content-Disposition"] == f'attachment; filename="case-file-{full.number}-{day}.pdf"'
    [line] = AuditEntry.objects.filter(verb="cases.download_case_file", outcome="done")
    assert line.record == f"cases.casefile:{left.pk}"
    assert left.sha256 in client.get(f"/cases/{full.pk}/file/").content.decode()


def test_the_defence_sees_neither_the_clock_nor_the_state(full, pru):
    words = words_of(handed_out(full, pru, purpose="disclosure").pdf)
    assert "Disclosure to the defence" in words
    for absent in ("commence by", "Draft", "Last day"):
        assert absent not in words


@pytest.mark.parametrize("purpose", CaseFile.Purpose.values)
def test_a_confidential_source_is_neither_named_nor_numbered(full, pru, purpose):
    left = handed_out(full, pru, purpose)
    assert "Confidential source" in words_of(left.pdf)
    assert "CI-114" not in words_of(left.pdf)


def test_nobody_hands_out_a_file_without_a_buy_that_is_not_theirs_to_see(full, sal, ferry):
    Buy.objects.update(market=ferry)
    with pytest.raises(RuleBroken, match="rests on a buy in a market you do not work"):
        handed_out(full, sal)
    assert not CaseFile.objects.exists()


def test_it_is_tagged_for_a_screen_reader(full, pru):
    assert accessible_pdf.findings(handed_out(full, pru).pdf) == []


def test_an_empty_case_has_a_file_too(farrow, ray, west_end, sal):
    draft = services.open_case(by=ray, dealer=farrow, market=west_end, court="state", basis="wire", at=NOON)
    words = words_of(handed_out(draft, sal).pdf)
    for expected in ("No count is on record yet", "rests on no controlled buy", "No exhibit is entered"):
        assert expected in words


def test_a_sheet_goes_with_an_exhibit(client, full, ray):
    client.force_login(ray)
    exhibit = full.exhibits.get(kind="file")
    answer = client.get(f"{exhibit.get_absolute_url()}sheet/")
    words = words_of(answer.content)
    for expected in (f"Exhibit {exhibit.label}", "Evidence van 2", "Entered as an exhibit", "badge 114"):
        assert expected in words, expected
    assert exhibit.sha256 in words.replace(" ", "")
    assert len(pypdf.PdfReader(io.BytesIO(answer.content)).pages) == 1
    assert AuditEntry.objects.filter(verb="cases.download_exhibit_sheet", outcome="read").count() == 1


def test_words_without_room_on_a_sheet_are_told_on_the_page(client, full, ray, monkeypatch):
    monkeypatch.setattr(layout, "lost_words", lambda *given: ["one", "two"])
    client.force_login(ray)
    exhibit = full.exhibits.first()
    answer = client.get(f"{exhibit.get_absolute_url()}sheet/", follow=True)
    assert "2 words found no room on the page" in answer.content.decode()


def test_otis_takes_none_and_neither_does_who_only_investigates(client, otis, ray, full):
    with pytest.raises(Http404):
        handed_out(full, promoted(otis))
    client.force_login(ray)
    assert client.get(f"/cases/{full.pk}/file/").status_code == 403


def promoted(officer):
    officer.roles = ["supervisor"]
    officer.save()
    return officer


def test_of_a_buy_in_another_market_the_prosecutor_of_the_case_sees_no_source(client, farrow, ray, west_end, pru, case):
    """Named in the case, she reads the buy; the source's number is for who works the market."""
    buy = Buy.objects.get()
    Buy.objects.update(buyer="source", source_number="CI-114")
    case.prosecutor = pru
    case.save()
    west_end.assignments.filter(officer=pru).delete()
    client.force_login(pru)
    page = client.get(buy.get_absolute_url())
    assert page.status_code == 200
    assert b"CI-114" not in page.content
    assert client.get(logged_buy(farrow, ray, west_end).get_absolute_url()).status_code == 404
