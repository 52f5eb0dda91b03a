"""What the trail costs: whole requests with and without it, lines a second, a million lines verified."""

import statistics
import threading
import time
from contextlib import contextmanager, nullcontext

import pghistory
import pytest
from django.db import connection
from django.urls import reverse

from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.models import AuditEntry, Outcome
from dmi.audit.sealing import TRAIL
from tests.conftest import officer

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]
TURNS, EACH = 6, 15
MOST_DEARER = 1.25
LINES, WRITERS = 4_000, 4


@contextmanager
def without(monkeypatch):
    """No line is written, no statement carries who did it, and the triggers that write history are off."""
    with monkeypatch.context() as bare:
        bare.setattr(trail, "enter", lambda *_, **__: None)
        bare.setattr(pghistory, "context", lambda **_: nullcontext())
        switch("DISABLE")
        try:
            yield
        finally:
            switch("ENABLE")


def switch(state):
    as_owner(f"""
        DO $$ DECLARE each record; BEGIN
            FOR each IN SELECT tgrelid::regclass AS place, tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%' LOOP
                EXECUTE format('ALTER TABLE %s {state} TRIGGER %I', each.place, each.tgname);
            END LOOP;
        END $$
    """)  # noqa: S608 - one of two words


def as_owner(sql):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(sql)
        cursor.execute("SET ROLE dmi_police")


def written():
    return AuditEntry.objects.count(), Dealer.pgh_event_model.objects.count()


def milliseconds(ask):
    start = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - start)


def dearer(monkeypatch, ask):
    """How many times as long it takes with trail and history: by turns, so that both meet the same machine."""
    within, bare = [], []
    for _ in range(TURNS):
        ask()
        within += [milliseconds(ask) for _ in range(EACH)]
        with without(monkeypatch):
            ask()  # plans that a changed trigger made void are made again
            bare += [milliseconds(ask) for _ in range(EACH)]
    return statistics.median(within) / statistics.median(bare), statistics.median(within)


def test_an_act_and_a_page_with_its_read(client, ray, farrow, west_end, monkeypatch, capsys):
    client.force_login(ray)
    number = iter(range(1_000_000))

    def act():
        said = {
            "street_name": f"Rook {next(number)}", "facts": "Two sales from a blue Civic.", "market": west_end.pk,
            "role": "addict_dealer", "reliability": "B", "validity": "2",
        }  # fmt: skip
        assert client.post(reverse("dealers:log_dealer"), said).status_code == 302

    before = written()
    with without(monkeypatch):
        act()
    assert written() == before
    act()
    assert all(now > then for now, then in zip(written(), before, strict=True))
    by_act = dearer(monkeypatch, act)
    by_page = dearer(monkeypatch, lambda: client.get(farrow.get_absolute_url()))
    with capsys.disabled():
        print(  # noqa: T201
            f"\n  an act {by_act[0]:.2f} x ({by_act[1]:.0f} ms), a page with its read {by_page[0]:.2f} x; "
            f"aim {MOST_DEARER} x",
            end="",
        )


def test_lines_a_second(task_force, capsys):
    ray = officer("114", "investigator")

    def write():
        for _ in range(LINES // WRITERS):
            trail.enter(ray, "dealers.view_dealer", Outcome.READ)
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    took = milliseconds(lambda: [each.start() for each in writers] and [each.join() for each in writers])
    with capsys.disabled():
        print(f"\n  {LINES / took * 1000:.0f} lines a second by {WRITERS} writers; aim 1,000", end="")  # noqa: T201
    assert AuditEntry.objects.count() == LINES


def test_a_million_lines_are_verified(task_force, capsys):
    as_owner(
        "INSERT INTO audit_auditentry (by, badge, verb, record, others, outcome, session) SELECT gen_random_uuid(), "
        "'114', 'dealers.view_dealer', 'dealers.dealer:' || gen_random_uuid(), '{}', 'read', 'abcdef0123456789' "
        "FROM generate_series(1, 1000000)"
    )
    sealing = milliseconds(TRAIL.seal_now)
    start = time.perf_counter()
    broken, seals = TRAIL.first_broken()
    took = time.perf_counter() - start
    with capsys.disabled():
        print(f"\n  1,000,000 lines sealed in {sealing / 1000:.1f} s, verified in {took:.1f} s; aim 30 s", end="")  # noqa: T201
    assert (broken, seals) == (None, 1)
