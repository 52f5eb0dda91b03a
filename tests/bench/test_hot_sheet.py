"""The hot sheet's speed, told as ratios of one run: other machines are slower or faster, but at everything alike."""

import resource
import time
import tracemalloc

import pytest
from weasyprint import HTML

from dmi import pdf
from dmi.pdf.fetcher import BASE, Fetcher
from dmi.pdf.layout import OPTIONS
from maintenance.hot_sheet.render import build, render
from maintenance.hot_sheet.trace import mark_of, trace_code
from tests.maintenance import sheets

pytestmark = pytest.mark.bench
OFFICERS = 400


@pytest.fixture(scope="module", params=[14, 40])
def contents(request):
    return sheets.edition(request.param)


@pytest.fixture
def tell(capsys):
    def line(words):
        with capsys.disabled():
            print(f"\n  {words}", end="")  # noqa: T201

    return line


def quickest(*works, times=3):
    """The best time of each, taken in turns, so that a busy machine is busy for all of them."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for place, work in enumerate(works):
            start = time.process_time()
            work()
            best[place] = min(best[place], time.process_time() - start)
    return best


def printed(contents):
    return build(contents, sheets.APPROVAL, sheets.photos(contents))


def copy(body, number):
    code = trace_code(b"key", "1:2026-W48", number, str(number))
    mark = mark_of(
        code=code, edition="2026-W48", number=number, of=OFFICERS, officer="Ofc. Pat Moreno", badge=str(number)
    )
    return pdf.stamp(body.pdf, mark)


def test_a_body_against_weasyprint_alone(contents, tell):
    html = render(contents, sheets.APPROVAL, tight=len(contents.people) > 14)
    fetcher = Fetcher(sheets.photos(contents))

    def weasyprint_alone():
        HTML(string=html, base_url=BASE, url_fetcher=fetcher).write_pdf(**OPTIONS)

    body, alone = quickest(lambda: printed(contents), weasyprint_alone)
    tell(f"body, {len(contents.people)} people: {body / alone:.2f} x WeasyPrint alone ({1000 * alone:.0f} ms); aim 1.4")


def test_a_copy_against_rendering_anew(contents, tell):
    body = printed(contents)
    anew, stamped = quickest(lambda: printed(contents), lambda: [copy(body, number) for number in range(10)])
    each = stamped / 10
    tell(f"copy, {body.pages} pages: {anew / each:.0f} x faster than anew ({1000 * each:.1f} ms); aim 40")


def test_memory_does_not_grow_with_the_roster(contents, tell):
    body = printed(contents)

    def peak(officers):
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        for number in range(officers):
            copy(body, number)
        return tracemalloc.get_traced_memory()[1] - before

    copy(body, 1)
    tracemalloc.start()
    try:
        few, many = peak(10), peak(OFFICERS // 4)
    finally:
        tracemalloc.stop()
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(OFFICERS):
        copy(body, number)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - resident
    tell(f"{OFFICERS} copies: {grown / 1024:.1f} MB more resident; Python's peak {many / few:.2f} x that of 10")
    assert many < 2 * few
