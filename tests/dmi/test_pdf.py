"""dmi.pdf: what a page may load, what is refused, the finished body, the stamp."""

import io
import re

import pikepdf
import pypdf
import pytest
from pikepdf import Name

from dealers.portraits import portrait, portrait_jpeg
from dmi import pdf
from dmi.errors import RuleBroken
from dmi.pdf import room, stamping
from dmi.pdf.room import rooms_of
from tests.accessible_pdf import findings

MARK = pdf.Mark(
    heading="COPY 17 of 41 · Badge 114", name="Ofc. Patrice Hale", line="Trace WJ32-EPBR · 2026-W48",
    side="WJ32-EPBR  copy 17", scan="2026-W48 WJ32-EPBR",
)  # fmt: skip
UNREADABLE = (ValueError, OSError)  # never what WeasyPrint raises: whoever waits for an Exception would not see it


def page(inside, style=""):
    return (
        f'<!doctype html><html lang="en-US"><head><title>Notice</title><link rel="stylesheet" href="hot_sheet.css">'
        f"<style>{style}</style></head><body>{inside}</body></html>"
    )


TWO_PAGES = page('<h1>First</h1><p>One.</p><h2 style="break-before: page">Second</h2><p>Two.</p>')


@pytest.fixture(scope="module")
def body():
    return pdf.finish(pdf.lay_out(TWO_PAGES).written())


def pages_of(content, **options):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content), **options).pages]


# What a page may load


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/tracker.gif",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "data:image/svg+xml,<svg/>",
        "ftp://example.org/face.jpg",
        "//example.org/face.jpg",
        "photos/not-handed-in",
        "icons.svg",
        "vendor/fonts/../../../dmi/settings.py",
        "vendor/fonts/public-sans/../../../build.mjs",
        "../dmi/settings.py",
    ],
)
def test_an_address_that_is_not_part_of_the_page_ends_the_build(address):
    with pytest.raises(UNREADABLE):
        pdf.lay_out(page(f'<img src="{address}" alt="A face">'))


@pytest.mark.parametrize(
    "rule", ["@import 'https://example.org/a.css';", "body { background: url(file:///etc/hosts) }"]
)
def test_neither_may_its_style_sheet_load_more(rule):
    with pytest.raises(UNREADABLE):
        pdf.lay_out(page("<p>Words</p>", rule))


@pytest.mark.parametrize("photo", [portrait(1).encode(), b"GIF89a", b"", b"\xff\xd8\xff but no picture"])
def test_a_photo_that_is_no_jpeg_ends_the_build(photo):
    with pytest.raises(UNREADABLE):
        pdf.lay_out(page('<img src="photos/1" alt="A face">'), {"1": photo})


def test_a_photo_handed_in_is_drawn_no_larger_than_it_prints():
    html = page('<img class="photo" src="photos/1" alt="A face">')
    small = pdf.lay_out(html, {"1": portrait_jpeg(1, size=(240, 320))}).written()
    large = pdf.lay_out(html, {"1": portrait_jpeg(1, size=(1800, 2400))}).written()
    assert len(large) < 2 * len(small)


# What WeasyPrint leaves out


def test_words_left_out_of_the_layout_end_the_build():
    """A float that reaches the foot of the page loses its end."""
    lines = "".join(f"<div>Word{number}</div>" for number in range(200))
    with pytest.raises(RuleBroken, match=r"\d+ words found no room on the page"):
        pdf.lay_out(page(f'<div style="float: left">{lines}</div>'))


def test_words_that_only_moved_to_the_next_page_are_there():
    assert pdf.lay_out(page("".join(f"<div>Word{number}</div>" for number in range(200)))).pages == 3


def test_words_beyond_the_edge_of_the_page_end_the_build():
    with pytest.raises(RuleBroken, match="1 words found no room"):
        pdf.lay_out(page(f"<p style='white-space: nowrap'>{'Long' * 90}</p>"))


def test_a_refusal_names_no_names():
    with pytest.raises(RuleBroken) as refusal:
        pdf.lay_out(page(f"<p style='white-space: nowrap'>{'Mercer' * 60}</p>"))
    assert "mercer" not in str(refusal.value).casefold()


def test_a_word_broken_over_lines_is_not_lost():
    assert pdf.lay_out(page(f"<p>{'Long' * 200}</p>")).pages == 1


@pytest.mark.parametrize(
    "name", ["I\u015f\u0131k", "Straße", "Łukasz", "ﬁeld", "e\u0301", "\u200fمحمد\u200f", "x\u202egnp.exe", "👨‍👩‍👧"]
)
def test_capitals_and_marks_of_direction_are_not_taken_for_lost_words(name):
    assert pdf.lay_out(page(f'<p class="surname">{name}</p>')).pages == 1


# The finished body


def test_a_body_knows_its_pages_and_its_hash(body):
    assert body.pages == 2
    assert body.pdf.startswith(b"%PDF-")
    assert re.fullmatch(r"[0-9a-f]{64}", body.sha256)


def test_the_same_page_gives_the_same_bytes(body):
    assert pdf.finish(pdf.lay_out(TWO_PAGES).written()) == body


def test_a_body_is_tagged_throughout(body):
    assert findings(body.pdf) == []


def test_fold_marks_are_drawn_where_they_are_asked_for(body):
    folded = pdf.finish(pdf.lay_out(TWO_PAGES).written(), fold_marks=True)
    with pikepdf.open(io.BytesIO(folded.pdf)) as marked, pikepdf.open(io.BytesIO(body.pdf)) as plain:
        assert all(b"396 m" in page.Contents[0].read_bytes() for page in marked.pages)
        assert not any(b"396 m" in page.Contents[0].read_bytes() for page in plain.pages)


# The stamp


def test_every_page_says_whose_copy_it_is(body):
    for number, text in enumerate(pages_of(pdf.stamp(body.pdf, MARK)), start=1):
        assert "COPY 17 of 41 · Badge 114" in text
        assert "Ofc. Patrice Hale" in text
        assert f"Trace WJ32-EPBR · 2026-W48 · page {number} of 2" in text
        assert text.count("WJ32-EPBR  copy 17") == 4


def test_a_copy_differs_from_its_body_in_the_room_for_the_stamp_alone(body):
    copy = pdf.stamp(body.pdf, MARK)
    rooms = rooms_of(body.pdf)
    assert (len(copy), len(rooms)) == (len(body.pdf), 2)
    edges = [0, *(edge for room in rooms for edge in (room.start, room.end)), len(copy)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        assert copy[start:end] == body.pdf[start:end]


def test_a_body_without_room_and_a_stamp_too_long_for_it_are_stamped_all_the_same(body, monkeypatch):
    shown = pages_of(pdf.stamp(body.pdf, MARK))
    monkeypatch.setattr(room, "SIZE", 100)
    assert pages_of(pdf.stamp(body.pdf, MARK)) == shown
    monkeypatch.setattr(stamping, "rooms_of", lambda body: [])
    assert pages_of(pdf.stamp(body.pdf, MARK)) == shown


def test_a_copy_is_still_tagged_throughout(body):
    assert findings(pdf.stamp(body.pdf, MARK)) == []


def test_the_same_copy_twice_is_the_same_bytes(body):
    assert pdf.stamp(body.pdf, MARK) == pdf.stamp(body.pdf, MARK)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ofc. Renée Nguyễn", "Ofc. Renée Nguyễn"),
        ("Łukasz O’Hara", "Łukasz O’Hara"),
        ("李 Wei", "? Wei"),
    ],
)
def test_a_name_is_written_in_the_letters_there_are(body, name, shown):
    mark = pdf.Mark(**{**vars(MARK), "name": name})
    assert shown in pages_of(pdf.stamp(body.pdf, mark))[0]


@pytest.mark.parametrize(
    "name", ["(Smith) Tj ET Q \\", "{page} %s <script>", "Wolfeschlegelsteinhausenbergerdorff " * 4]
)
def test_an_officers_name_is_neither_cut_nor_obeyed(body, name):
    copy = pdf.stamp(body.pdf, pdf.Mark(**{**vars(MARK), "name": name}))
    assert " ".join(name.split()) in " ".join(pages_of(copy)[0].split())
    assert findings(copy) == []


def test_a_body_made_before_the_font_was_renewed_is_stamped_with_its_own(body, settings, tmp_path):
    before = pdf.stamp(body.pdf, MARK)
    settings.FONTS = tmp_path
    assert pdf.stamp(body.pdf, MARK) == before


def test_a_locked_copy_opens_with_its_password_alone(body):
    locked = pdf.stamp(body.pdf, MARK, password="correct horse")
    for wrong in ("", "owner", "correct"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=wrong)
    with pikepdf.open(io.BytesIO(locked), password="correct horse") as opened:
        assert opened.encryption.bits == 256
        assert not opened.owner_password_matched
        assert (opened.allow.extract, opened.allow.accessibility) == (False, True)
        assert opened.pages[0].Resources.Font["/Stamp"].Subtype == Name.Type0
