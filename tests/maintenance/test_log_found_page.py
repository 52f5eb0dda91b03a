"""maintenance.trace_page, log_found_page, view_found_pages: from a code, whole or torn, to the copy it was."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.hot_sheet.stamped import code_of
from maintenance.hot_sheet.trace import Found, read_mark
from maintenance.hot_sheet.traced import fitting
from maintenance.models import Copy, FoundPage
from tests.api.conftest import published, signed_in  # noqa: F401  printed by a printer that costs nothing
from tests.conftest import NOON, officer

MONDAY = NOON + timedelta(days=6)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2026-W48 REV 1 BE4M-VZVJ 2/4", Found("2026-W48 REV 1", "BE4MVZVJ")),
        ("2026-w48 flash 2 be4m vzvj", Found("2026-W48 FLASH 2", "BE4MVZVJ")),
        ("Trace BE4M-VZVJ", Found("", "BE4MVZVJ")),
        ("BE4M-VZVJ  copy 17", Found("", "BE4MVZVJ", 17)),
        ("-vzvj", Found("", "VZVJ")),
        ("copy 17 of 41, 2026-W48", Found("2026-W48", "", 17)),
        ("17", Found()),
        ("A page of the hot sheet", Found()),
    ],
)
def test_a_mark_is_read_however_it_was_noted(said, read):
    assert read_mark(said) == read


@pytest.fixture
def trust(task_force):
    return officer("s9", "security_officer", full_name="Ivy Stone")


@pytest.fixture
def found(published, ray, monkeypatch):  # noqa: F811
    """Ray's copy, downloaded on Monday."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: MONDAY)
    published.published_at = MONDAY - timedelta(days=1)
    published.save()
    return services.download_copy(by=ray, copy=Copy.objects.visible_to(ray).get(), at=MONDAY)


def log(by, mark, **said):
    facts = {"found_on": MONDAY.date(), "where": "Bus station, a driver", "at": MONDAY}
    return services.log_found_page(by=by, mark=mark, **{**facts, **said})


def test_a_whole_code_leads_to_one_copy_and_a_torn_one_to_few(found, trust, ray):
    code = code_of(found)
    assert fitting(read_mark(code), trust) == [found]
    assert found in fitting(read_mark(f"-{code[-4:]}"), trust)
    assert fitting(read_mark(f"2026-W11 copy {found.number}"), trust) == [found]
    assert fitting(read_mark(f"2026-W12 {code}"), trust) == []
    assert fitting(read_mark(code), ray) == []  # whoever does not trace sees nobody's copy


def test_a_page_is_logged_under_the_copy_it_was(found, trust, ray):
    page = log(trust, code_of(found).lower())
    assert (page.copy, page.code) == (found, code_of(found))
    [line] = AuditEntry.objects.filter(verb="maintenance.log_found_page")
    assert (line.badge, line.outcome, "driver" in str(line.others)) == ("s9", "done", False)
    with pytest.raises(PermissionDenied):
        log(ray, code_of(found))


@pytest.mark.parametrize(
    ("mark", "day", "words"),
    [
        ("17", 0, "Type the trace code, or the edition and the number"),
        ("2222-2222", 0, "No copy carries this mark"),
        ("2026-W11", 0, "Type the trace code"),
        (None, 1, "This day has not come yet"),
        (None, -2, "was not out on that day"),
    ],
)
def test_a_mark_that_leads_nowhere_and_a_day_that_cannot_be_are_refused(found, trust, mark, day, words):
    with pytest.raises(RuleBroken, match=words):
        log(trust, mark or code_of(found), found_on=MONDAY.date() + timedelta(days=day))


def test_a_torn_code_that_fits_several_is_not_guessed(found, trust, sal, monkeypatch):
    monkeypatch.setattr("maintenance.hot_sheet.traced.code_in", lambda sheet, number, badge: f"BE4M-VZ{number + 20}")
    with pytest.raises(RuleBroken, match="Several copies fit"):
        log(trust, "BE4M-")


def test_whose_page_it_was_is_seen_at_both_doors(client, found, trust, sal, ray, pat):
    code = code_of(found)
    client.force_login(trust)
    page = client.get("/found-pages/trace/", {"mark": code}).content.decode()
    assert "Ray Dunmore" in page
    assert "1 time, first" in page
    assert "Farrow" not in page  # who it was, never what it said
    assert "No copy carries this mark" in client.get("/found-pages/trace/?mark=2222-2222").content.decode()
    assert "not enough to go by" in client.get("/found-pages/trace/?mark=17").content.decode()
    typed = {"mark": code, "found_on": "2026-03-09", "where": "Bus station"}
    assert client.post("/found-pages/log/", typed).status_code == 302
    assert "Bus station" in client.get("/found-pages/?q=bus").content.decode()
    told = signed_in(sal).get("/api/found-pages/trace/", {"mark": code[:4]}).json()
    assert [(each["copy"]["officer"]["badge"], len(each["left"])) for each in told["copies"]] == [("114", 1)]
    api = signed_in(sal).post("/api/found-pages/log/", typed, format="json")
    assert (api.status_code, api.json()["code"], FoundPage.objects.count()) == (201, code, 2)
    assert len(signed_in(sal).get("/api/found-pages/").json()["results"]) == 2
    assert AuditEntry.objects.filter(verb="maintenance.trace_page", outcome="read").count() == 2
    [tried] = AuditEntry.objects.filter(verb="maintenance.trace_page", outcome="absent")  # trying codes out is seen
    assert (tried.badge, tried.record) == ("s9", "")
    for nobody in (ray, pat):
        client.force_login(nobody)
        assert {client.get(f"/found-pages/{door}").status_code for door in ("", "trace/", "log/")} == {403}
