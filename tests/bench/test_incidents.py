"""How fast a list of incidents comes in, beside the least that anybody could do with it; and in how much memory.

The least is Python's own csv reader and one bare COPY of the same rows. Judged by the ratio within one run.
"""
# ruff: noqa: T201  what is measured is printed

import csv
import io
import resource
import time
import tracemalloc
from random import Random

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from markets import services
from markets.models import DailyCount, Incident
from tests.conftest import NOON
from tests.markets.lists import HEADER, draw

pytestmark = pytest.mark.bench
ROWS = 200_000
OFFENCES = (("220", "BURGLARY"), ("23F", "THEFT FROM MV"), ("", "UNLAWFUL MISCHIEF"), ("", "DISTURBANCE"), ("13B", ""))
MOST_TIMES = 12  # what placing, indexes, foreign keys and the counts may cost over the least


def rows(number):
    chance = Random(11)  # noqa: S311
    for place in range(number):
        code, words = OFFENCES[place % len(OFFENCES)]
        day = f"{place % 12 + 1:02}/{place % 28 + 1:02}/{2021 + place % 4}"
        yield (
            f"25-{place:07}", day, f"{place % 24:02}:{place % 60:02}",
            code, words, f"{place % 900} Elm Street", f"{chance.uniform(43.585, 43.615):.6f}",
            f"{chance.uniform(-72.99, -72.93):.6f}", "N",
        )  # fmt: skip


def content(number):
    lines = io.StringIO()
    csv.writer(lines).writerows([HEADER.split(","), *rows(number)])
    return lines.getvalue().encode()


def bare(sent):
    """Seconds for reading the rows and copying them as text into a table without an index."""
    began = time.perf_counter()
    lines = io.StringIO()
    csv.writer(lines).writerows(list(csv.reader(io.StringIO(sent.decode())))[1:])
    lines.seek(0)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE bare (a text, b text, c text, d text, e text, f text, g text, h text, i text)"
        )
        cursor.copy_expert("COPY bare FROM STDIN WITH (FORMAT csv)", lines)
        cursor.execute("DROP TABLE bare")
    return time.perf_counter() - began


def uploaded(by, market, sent, name):
    batch = services.upload_incidents(
        by=by, market=market, source="Bench", holds="incidents", file=ContentFile(sent, name=name), at=NOON
    )
    return services.import_incidents(by=by, batch=batch, at=NOON)


def keep_promises():
    """What a commit does, and a test's transaction never reaches: every foreign key is looked up."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.django_db
def test_two_hundred_thousand_come_in_with_coordinates_and_two_areas(sal, clock, west_end):
    draw(sal, west_end)
    sent = content(ROWS)
    least = bare(sent)
    began = time.perf_counter()
    batch = uploaded(sal, west_end, sent, "bench.csv")
    print(f"\n{len(sent) / 1e6:.1f} MB uploaded, looked through, words counted: {time.perf_counter() - began:.1f} s")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    services.finish_incidents(by=clock, batch=batch)
    keep_promises()
    seconds = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert batch.added_count == Incident.objects.count() == ROWS
    print(f"{ROWS:,} rows in {seconds:.1f} s: {ROWS / seconds:,.0f} rows/s, RSS grown by {grown:.0f} MB")
    print(f"csv reading and a bare COPY: {ROWS / least:,.0f} rows/s; ratio {seconds / least:.1f}")
    assert seconds < MOST_TIMES * least
    began = time.perf_counter()
    assert sum(row["count"] for row in DailyCount.objects.filter_market(west_end).by_category_and_zone()) == ROWS
    print(f"counted by category and zone: {(time.perf_counter() - began) * 1000:.0f} ms")
    began = time.perf_counter()
    services.undo_incidents(by=sal, batch=batch, at=NOON)
    print(f"undone in {time.perf_counter() - began:.1f} s")
    assert not Incident.objects.exists()


QUESTIONS = (
    "",
    "?page=6000",
    "?category=burglary&zone=area",
    "?q=77 elm",
    "?order=number&holds=incidents",
    "?page=last",
)


@pytest.mark.django_db
def test_the_page_of_two_hundred_thousand_asks_no_more_than_that_of_few(client, sal, clock, west_end):
    draw(sal, west_end)
    client.force_login(sal)
    questions = []
    for number in (100, ROWS):
        services.finish_incidents(by=clock, batch=uploaded(sal, west_end, content(number), f"{number}.csv"))
        for question in QUESTIONS:
            with CaptureQueriesContext(connection) as queries:
                began = time.perf_counter()
                answer = client.get(f"/markets/{west_end.pk}/incidents/{question}")
                seconds = time.perf_counter() - began
            assert answer.status_code == 200
            questions.append(len(queries))
            print(f"\n{Incident.objects.count():>7,} incidents, page{question:32} {seconds * 1000:>4.0f} ms", end="")
    assert questions[: len(QUESTIONS)] == questions[len(QUESTIONS) :]


@pytest.mark.django_db
def test_ten_times_the_rows_take_no_more_memory(sal, clock, west_end):
    draw(sal, west_end)
    peaks = []
    for number in (ROWS // 10, ROWS):
        batch = uploaded(sal, west_end, content(number), f"{number}.csv")
        tracemalloc.start()
        services.finish_incidents(by=clock, batch=batch)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
    print(f"\npeak of {ROWS // 10:,} rows {peaks[0]:.1f} MB, of {ROWS:,} rows {peaks[1]:.1f} MB")
    assert peaks[1] < 1.5 * peaks[0] + 4
