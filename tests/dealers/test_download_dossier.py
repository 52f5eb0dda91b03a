"""dealers.download_dossier and print_dossier: what may leave the desk, who took it, and what never leaves."""

import io
from datetime import date

import pypdf
import pytest
from django.http import Http404
from django.utils import timezone

from dealers import paper, services
from dealers.models import Address, Alias, Condition, Influential, Involvement, Phone, Supervision
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests import accessible_pdf
from tests.conftest import NOON, TODAY, logged
from tests.dealers.test_add_photo import picture

GRADED = {"reliability": "B", "validity": "2", "at": NOON}


def fact(model, dealer, by, **facts):
    return model.objects.create(dealer=dealer, by=by, **{**GRADED, **facts})


@pytest.fixture
def full(ray, sue, west_end, ferry, farrow, whitlow, alley):
    """A dossier with something in every chapter, and something that must not travel."""
    services.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, source="Booking", at=NOON)
    services.log_caution(by=ray, dealer=farrow, kind="armed", source="26-0917", noted_on=TODAY, at=NOON)
    services.log_tie(by=ray, dealer=farrow, other=whitlow, kind="phone", seen_on=TODAY, basis="Tolls", **GRADED)
    services.log_tie(by=sue, dealer=farrow, other=alley, kind="phone", seen_on=TODAY, basis="Pier calls", **GRADED)
    services.log_observation(
        by=ray, market=west_end, dealers=[farrow], narrative="Counted money.", source_number="CS-77", **GRADED
    )
    services.log_observation(by=sue, market=ferry, dealers=[farrow], narrative="Walked the pier.", **GRADED)
    fact(Involvement, farrow, sue, market=ferry, role="supplier", area="Pier 9", from_on=TODAY)
    fact(Phone, farrow, ray, number="+18025550114", source="Tolls")
    fact(Address, farrow, ray, line="12 Elm Street", city="Otter Falls")
    fact(Alias, farrow, ray, name="Wrongname", withdrawn_at=NOON, withdrawn_because="His brother")
    fact(Influential, farrow, ray, name="Grandmother Farrow", relation="Grandmother", contact="802-555-0190")
    under = fact(Supervision, farrow, ray, kind="probation", supervising_officer="Off. Lyle Hart", from_on=TODAY)
    for words, verified_on in (("No contact with Whitlow", timezone.localdate()), ("Home by nine", date(2025, 1, 1))):
        Condition.objects.create(
            supervision=under, words=words, source="Order 14", verified_on=verified_on, verified_by=ray, by=ray, at=NOON
        )
    return farrow


def pages_of(content):
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def text_of(content):
    return " ".join(pages_of(content))


def posted(client, reader, dealer):
    client.force_login(reader)
    return client.post(f"/dealers/{dealer.pk}/download/")


def printed(client, reader, dealer):
    client.force_login(reader)
    return client.get(f"/dealers/{dealer.pk}/print/")


SAID = (
    "Cody Farrow", "Scooter", "Armed", "26-0917", "West End", "hand-to-hand", "26-0741", "802-555-0114",
    "12 Elm Street", "Probation", "No contact with Whitlow", "Dana Whitlow", "Tolls", "Counted money.",
    "28 CFR Part 23", "Not probable cause", "Destroy when no longer needed", "without the word of Det. Ray Dunmore",
)  # fmt: skip
NEVER = (
    "Grandmother", "0190", "CS-77", "Wrongname", "brother", "Ferry", "Pier", "pier", "Alley", "reatment",
)  # fmt: skip


def test_both_papers_say_what_the_reader_may_see_and_nothing_else(client, ray, full):
    pdf = text_of(posted(client, ray, full).content)
    page = printed(client, ray, full).content.decode()
    for words in SAID:
        assert words in pdf, words
        assert words in page, words
    for words in NEVER:
        assert words not in pdf, words
        assert words not in page, words


def test_who_works_the_other_market_reads_of_it(client, sue, full):
    text = text_of(posted(client, sue, full).content)
    assert "Ferry Landing" in text
    assert "Alley" in text
    assert "Grandmother" not in text


def test_a_condition_not_verified_for_long_says_so(client, ray, full):
    page = printed(client, ray, full).content.decode()
    assert page.count("too long ago, verify first") == 1


def test_every_page_names_its_taker_and_its_number(client, ray, west_end, full):
    for number in range(30):
        services.log_observation(
            by=ray,
            market=west_end,
            dealers=[full],
            narrative=f"Seen {number}. " + "Stood at the corner. " * 20,
            **GRADED,
        )
    pages = pages_of(posted(client, ray, full).content)
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in text
        assert "Det. Ray Dunmore, badge 114" in text
        assert "LAW ENFORCEMENT SENSITIVE" in text
        assert "Not probable cause." in text
    assert "Older entries stand in the record." in " ".join(pages)


def test_the_pdf_is_tagged_and_open_to_screen_readers(client, ray, full):
    assert accessible_pdf.findings(posted(client, ray, full).content) == []


def test_the_file_is_called_by_its_number_not_by_a_name(client, ray, full):
    answer = posted(client, ray, full)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith(f'attachment; filename="dossier-{full.reference}-20')
    assert "Farrow" not in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


def test_that_it_left_is_on_the_trail_before_the_bytes_are_made(client, ray, farrow, monkeypatch):
    def stopped(*_):
        assert AuditEntry.objects.filter(verb="dealers.download_dossier", outcome="done", badge="114").count() == 1
        raise RuleBroken("The printer stopped.")

    monkeypatch.setattr(paper, "as_pdf", stopped)
    answer = posted(client, ray, farrow)
    assert answer.status_code == 302
    assert "The printer stopped." in client.get(answer["Location"]).content.decode()


def test_one_line_for_each_paper(client, ray, farrow):
    posted(client, ray, farrow)
    printed(client, ray, farrow)
    lines = AuditEntry.objects.filter(verb__in=("dealers.download_dossier", "dealers.print_dossier"))
    assert list(lines.order_by("id").values_list("verb", "outcome", "record")) == [
        ("dealers.download_dossier", "done", f"dealers.dealer:{farrow.pk}"),
        ("dealers.print_dossier", "read", f"dealers.dealer:{farrow.pk}"),
    ]


def test_a_draft_does_not_leave(client, ray, rook):
    for take in (posted, printed):
        answer = take(client, ray, rook)
        assert answer.status_code == 302
        assert "A draft does not leave the desk" in client.get(answer["Location"]).content.decode()
    with pytest.raises(RuleBroken, match="does not leave the desk"):
        services.download_dossier(by=ray, dealer=rook)
    assert AuditEntry.objects.filter(verb="dealers.print_dossier", outcome="refused").count() == 1


def test_otis_finds_none_and_pat_may_not(client, otis, pat, farrow):
    for reader, status in ((otis, 404), (pat, 403)):
        assert posted(client, reader, farrow).status_code == status
        assert printed(client, reader, farrow).status_code == status
    with pytest.raises(Http404):
        services.download_dossier(by=otis, dealer=farrow)


def test_a_long_name_and_a_long_entry_find_room(client, sal, ray, west_end):
    dealer = logged(
        ray, west_end, last_name="Van-Wyckhuyse-Oyelaran" * 2, first_name="Maximilian Bartholomew", facts="Sold. " * 600
    )
    services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
    assert "Maximilian" in text_of(posted(client, ray, dealer).content)


def test_who_left_the_market_takes_nothing(client, ray, sal, west_end, farrow):
    places.release_officer(by=sal, assignment=west_end.assignments.get(officer=ray), on=TODAY)
    assert posted(client, ray, farrow).status_code == 404
