"""maintenance.hot_sheet.render: what stands on paper, on how many pages, and what is refused."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pypdf
import pytest
from django.conf import settings

from dmi import pdf
from dmi.errors import RuleBroken
from maintenance.hot_sheet import contents as kinds
from maintenance.hot_sheet.length import pages_of
from maintenance.hot_sheet.render import build, render
from maintenance.hot_sheet.shown import against_mean, old_before, validity
from maintenance.hot_sheet.trace import mark_of, trace_code
from tests.accessible_pdf import findings
from tests.maintenance import sheets


def built(contents, **rules):
    return build(contents, sheets.APPROVAL, sheets.photos(contents), **rules)


def read(content):
    """The words of each page, as a reader takes them in."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def printed(contents, **rules):
    return " ".join(read(built(contents, **rules).pdf))


def one(**changed):
    """A sheet with one card."""
    return sheets.bare(people=(sheets.card(1, **changed),))


def copy_of(body, number, officer, badge):
    code = trace_code(b"key", "1:2026-W48", number, badge)
    return pdf.stamp(
        body.pdf, mark_of(code=code, edition="2026-W48", number=number, of=41, officer=officer, badge=badge)
    )


@pytest.fixture(scope="module")
def fourteen():
    return built(sheets.edition(14))


# How long


def test_fourteen_people_and_every_list_take_two_pages(fourteen):
    assert fourteen.pages == 2


@pytest.mark.slow
def test_forty_people_take_four_pages():
    body = built(sheets.edition(40))
    assert body.pages == 4
    assert findings(body.pdf) == []


def test_a_sheet_without_people_is_a_page():
    assert built(sheets.edition(0)).pages == 1


@pytest.mark.parametrize("people", [80, 120])
def test_too_many_people_are_refused_before_anything_is_laid_out(people, monkeypatch):
    monkeypatch.setattr(pdf, "lay_out", pytest.fail)
    with pytest.raises(RuleBroken, match=rf"4 pages at most; {people} people .* Take \d+ off at the meeting"):
        built(sheets.edition(people))


def test_the_refusal_says_how_many_have_to_go():
    with pytest.raises(RuleBroken, match="Take 40 off"):
        built(sheets.edition(80))
    assert pages_of(sheets.edition(40), tight=True) == 4


def test_lists_too_long_by_themselves_are_refused_in_other_words():
    places = sheets.edition(0).places * 60
    with pytest.raises(RuleBroken, match="The lists under the people alone run past 4 pages"):
        built(sheets.edition(2, places=places))


@pytest.mark.parametrize("people", [1, 14, 20, 30, 40])
def test_one_layout_decides(people, monkeypatch):
    laid_out = []
    lay_out = pdf.lay_out
    monkeypatch.setattr(pdf, "lay_out", lambda html, photos: laid_out.append(html) or lay_out(html, photos))
    contents = sheets.edition(people)
    body = built(contents)
    assert len(laid_out) == 1
    assert body.pages == min(pages_of(contents), pages_of(contents, tight=True))


def test_a_count_too_hopeful_is_put_right_by_the_layout(monkeypatch):
    monkeypatch.setattr("maintenance.hot_sheet.render.pages_of", lambda contents, tight=False: 1)
    assert built(sheets.edition(16)).pages == 2  # three, were the cards roomy


# The same snapshot, the same bytes


def test_the_same_snapshot_gives_the_same_bytes(fourteen):
    assert built(kinds.Contents.from_json(sheets.edition(14).to_json())) == fourteen


ELSEWHERE = """
import django
django.setup()
from maintenance.hot_sheet.render import build
from tests.maintenance import sheets
contents = sheets.edition(3)
print(build(contents, sheets.APPROVAL, sheets.photos(contents)).sha256)
"""


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Auckland"), ("77", "America/Los_Angeles")])
def test_so_does_another_process_in_another_time_zone(seed, zone):
    elsewhere = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "TIME_ZONE": zone},
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert elsewhere.stdout.strip() == built(sheets.edition(3)).sha256


def test_another_approval_is_another_file(fourteen):
    later = replace(sheets.APPROVAL, at=sheets.APPROVAL.at + timedelta(minutes=1))
    contents = sheets.edition(14)
    assert build(contents, later, sheets.photos(contents)).sha256 != fourteen.sha256


def test_the_file_is_dated_by_its_approval(fourteen):
    with pikepdf.open(io.BytesIO(fourteen.pdf)) as opened:
        assert str(opened.docinfo["/CreationDate"]) == str(opened.docinfo["/ModDate"]) == "D:20261122180000-05'00"


# Copies


def test_every_page_names_its_copy(fourteen):
    copy = copy_of(fourteen, 17, "Ofc. Patrice Hale", "114")
    code = trace_code(b"key", "1:2026-W48", 17, "114")
    for number, words in enumerate(read(copy), start=1):
        assert "COPY 17 of 41 · Badge 114" in words
        assert "Ofc. Patrice Hale" in words
        assert f"Trace {code} · 2026-W48 · page {number} of 2" in words
        assert f"Page {number} of 2" in words
        assert words.count(f"{code} copy 17") == 4


def without_stamp(copy):
    with pikepdf.open(io.BytesIO(copy)) as opened:
        for page in opened.pages:
            page.Contents = page.Contents[0]
        rest = io.BytesIO()
        opened.save(rest, deterministic_id=True)
        return rest.getvalue()


def test_two_copies_differ_in_the_stamp_alone(fourteen):
    rays, pats = copy_of(fourteen, 1, "Det. Ray Dunmore", "114"), copy_of(fourteen, 2, "Ofc. Pat Moreno", "214")
    assert rays != pats
    assert without_stamp(rays) == without_stamp(pats)


def test_a_copy_reads_aloud_in_order(fourteen):
    assert findings(copy_of(fourteen, 17, "Ofc. Patrice Hale", "114")) == []


# What stands on it


def test_every_page_says_what_it_is(fourteen):
    for words in read(fourteen.pdf):
        assert "LAW ENFORCEMENT SENSITIVE Hot sheet 2026-W48 Valid Mon 23 – Sun 29 Nov 2026" in words
        assert "Not probable cause. Verify before acting. Destroy after Sun 29 Nov 2026." in words


def test_a_card_has_all_an_officer_needs():
    words = printed(
        one(
            warrant="26-0917",
            conditions=("Police may act: Curfew 21:00 to 06:00; Search of the car", "Report only, to Hart: No drink"),
            expires_on=date(2026, 12, 6),
        )
    )  # fmt: skip
    for told in (
        "MERCER, Dale", "“Pockets” · “D”", "NEW", "ARMED 26-4411, 2 Nov", "VIOLENT 26-4102, 11 Oct",
        "M, 34, 5'11\", 170 lb; rose tattoo, left neck", "Area Pine St, Forest St after dark",
        "Vehicle gray Honda Civic VT HKD 482", "Photo Feb 2026", "Warrant 26-0917, confirm before arrest",
        "Condition POLICE MAY ACT Curfew 21:00 to 06:00; Search of the car",
        "Condition Report only, to Hart No drink",
        "Why Sold from the car on Pine St, evenings of 16 and 20 Nov. B2", "OFFICER ACTION Arrest on warrant 26-0917",
        "Det. R. Frost 802-555-0114", "approved Sgt. S. Ames", "Expires Sun 6 Dec",
    ):  # fmt: skip
        assert told in words


def test_a_dealers_number_in_the_records_stays_there():
    assert sheets.card(1).dealer not in render(one(), sheets.APPROVAL)


def test_who_has_but_a_street_name_goes_by_it():
    words = printed(one(surname="", given="", street_names=("Tall Mike", "Mike")))
    assert "1 NEW" in words
    assert "“Tall Mike” “Mike”" in words


@pytest.mark.parametrize(("surname", "given", "shown"), [("Mercer", "", "MERCER “"), ("", "Dale", "Dale “")])
def test_half_a_name_has_no_comma(surname, given, shown):
    assert shown in printed(one(surname=surname, given=given))


@pytest.mark.parametrize(
    ("photo_on", "caption"),
    [
        (date(2024, 11, 22), "OLD: 2024"),
        (date(2024, 11, 23), "Photo Nov 2024"),
        (date(2026, 11, 1), "Photo Nov 2026"),
        (None, "NO DATE"),
    ],
)
def test_an_old_photo_is_marked(photo_on, caption):
    assert caption in printed(one(photo_on=photo_on))


def test_a_missing_photo_is_asked_for():
    words = printed(one(photo="", photo_on=None))
    assert "No photo on file" in words
    assert "Photo wanted" in words


def test_a_photo_that_was_not_frozen_is_not_printed():
    contents = sheets.edition(2)
    other = dict.fromkeys(sheets.photos(contents), sheets.face(9))
    for photos in ({}, other):
        with pytest.raises(RuleBroken, match="The photo of item 1 is not the one that was approved"):
            build(contents, sheets.APPROVAL, photos)


@pytest.mark.parametrize(("names", "stands"), [(0, False), (1, False), (2, False), (3, True), (6, True)])
def test_few_support_contacts_are_not_printed_at_all(names, stands):
    contents = sheets.bare(support=sheets.edition(0).support[:names])
    words = printed(contents)
    assert ("SUPPORT CONTACT: CALL THE LIAISON" in words) is stands
    assert ("Bishop, Carla" in words) is stands


def test_the_task_force_may_ask_for_more_support_contacts():
    assert "Bishop" not in printed(sheets.bare(support=sheets.edition(0).support), least_support=7)


def test_treatment_stands_above_no_name(fourteen):
    words = " ".join(read(fourteen.pdf))
    assert words.casefold().count("treatment") == 1
    assert "Holds no criminal-history or treatment records" in words


def test_the_removed_are_names_and_nothing_else():
    words = printed(sheets.bare(removed=("Neil Archer", "Rae Castonguay")))
    assert "Stop acting on earlier sheets for: Neil Archer; Rae Castonguay. LOG A SIGHTING" in words


def test_empty_parts_do_not_appear():
    words = printed(sheets.bare())
    for heading in ("WHAT CHANGED", "ENFORCEMENT ATTENTION", "PLACES", "SEEKING", "SUPPORT", "REMOVED", "mean"):
        assert heading not in words
    assert "Handovers moved" in words
    assert "LOG A SIGHTING" in words


def test_a_revision_says_that_it_replaces():
    words = printed(sheets.bare(revision=1, edition="2026-W48 rev 1"))
    assert "Revision 1 of Sun 22 Nov 2026 replaces every earlier print" in words
    assert "Hot sheet 2026-W48 rev 1" in words


def test_the_way_back_is_a_link_and_a_code(fourteen):
    with pikepdf.open(io.BytesIO(fourteen.pdf)) as opened:
        [link] = opened.pages[1].Annots
        assert str(link.A.URI) == "https://desk.example.gov/s/2026-W48"


def test_the_mean_of_nothing_gives_no_percent():
    counts = [kinds.Trend(name="Overdoses", before=before, this=3) for before in ((), (0, 0, 0, 0), (2, 3, 2, 1))]
    words = printed(sheets.bare(trends=tuple(counts)))
    assert "mean 0" in words
    assert "mean 2.0, +50%" in words


@pytest.mark.parametrize(
    ("count", "mean", "shown"),
    [
        (5, None, ""),
        (5, 0, "mean 0"),
        (22, 30.25, "mean 30.2, –27%"),
        (15, 14, "mean 14.0, +7%"),
        (4, 4, "mean 4.0, 0%"),
    ],
)
def test_a_count_against_its_mean(count, mean, shown):
    assert against_mean(count, mean) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "Mon 23 – Sun 29 Nov 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "Mon 30 Nov – Sun 6 Dec 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "Mon 28 Dec 2026 – Sun 3 Jan 2027"),
    ],
)
def test_validity_says_month_and_year_once(first, last, shown):
    assert validity(first, last) == shown


def test_two_years_before_a_leap_day_is_the_day_before_march():
    assert old_before(date(2028, 2, 29), 2) == date(2026, 2, 28)


# Unsafe names


@pytest.mark.parametrize(
    ("surname", "shown"),
    [
        ("<script>alert(1)</script>", "<SCRIPT>ALERT(1)</SCRIPT>"),
        ("<img src=x onerror=y>", "<IMG SRC=X ONERROR=Y>"),
        ("{{ sheet }} {% include 'x' %}", "{{ SHEET }} {% INCLUDE 'X' %}"),
        ("</h3></article><b>", "</H3></ARTICLE><B>"),
        ("Nguyễn", "NGUYỄN"),
        ('I\u015f\u0131k & O\'Brien "Bob"', 'IŞIK & O\'BRIEN "BOB"'),
    ],
)
def test_a_name_is_text_whatever_it_holds(surname, shown):
    contents = one(surname=surname, given="")
    body = built(contents)
    assert shown in read(body.pdf)[0]
    assert findings(body.pdf) == []


@pytest.mark.parametrize(
    "name",
    [
        "W" * 300,
        "محمد العربي",
        "שלום",
        "x\u202egnp.exe",
        "👨‍👩‍👧 Smith 🚗",
        "李小龙",
        "a\u0301\u0316" * 20,
        "\u0007bell",
    ],
)
def test_no_name_breaks_the_sheet(name):
    """lay_out refuses where a letter is missing: that it passes says that all of it is there."""
    fields = ("surname", "given", "looks", "area", "vehicle", "plate", "why", "action", "call_name")
    assert built(one(**dict.fromkeys(fields, name), street_names=(name, name))).pages <= 4


def test_three_hundred_letters_are_all_printed():
    assert read(built(one(surname="W" * 300)).pdf)[0].count("W") > 300
