"""The words of searches: for the security officer alone, and not for ever. Their export knows no formula."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dealers.models import Dealer
from dmi.accounts import tasks
from dmi.accounts.models import TaskForce
from dmi.accounts.roles import Role
from dmi.audit import trail
from dmi.audit.models import AuditEntry, SearchWords
from maintenance.retention.spelling import spelled
from tests.conftest import officer


@pytest.fixture
def sid(task_force):
    return officer("2", Role.SECURITY_OFFICER, full_name="Sid Vance", email="sid@example.org")


def last(verb):
    return AuditEntry.objects.filter(verb=verb).first()


def test_view_searches_tells_the_security_officer_alone_who_looked_for_whom(client, ray, otis, sal, farrow, sid):
    client.force_login(otis)
    client.get("/dealers/?q=Farrow")
    client.force_login(sid)
    page = client.get(reverse("audit:view_searches"), {"words": "farr"}).content.decode()
    assert "Farrow" in page
    assert "119" in page
    assert last("audit.view_searches").others["hits"] == 1, "a look for words is a search as well"
    digest = SearchWords.objects.get(badge="119").hash
    assert last("dealers.view_dealers").record == f"search:{digest}"
    assert digest in client.get("/trail/").content.decode()
    assert "Farrow" not in client.get("/trail/").content.decode(), "no name stands on the trail"
    api = client.get("/api/trail/searches/?badge=119").json()["results"]
    assert [(row["words"], row["hits"]) for row in api] == [("Farrow", 0)]
    for other in (ray, sal):
        client.force_login(other)
        for address in ("/trail/searches/", "/api/trail/searches/", "/trail/export/", "/trail/seals/", "/trail/week/"):
            assert client.get(address).status_code == 403, (other, address)


def test_forget_searches_takes_words_past_their_days_and_no_line(ray, clock, task_force):
    trail.enter_search(ray, "dealers.search", "Old Name", 1)
    trail.enter_search(ray, "dealers.search", "Young\x00 Name", 1)
    TaskForce.objects.update(search_days=30)
    SearchWords.objects.filter(words="Old Name").update(at=timezone.now() - timedelta(days=31))
    tasks.close_day()
    tasks.close_day()  # of two beats
    assert [kept.words for kept in SearchWords.objects.all()] == ["Young Name"]
    assert AuditEntry.objects.filter(verb="dealers.search").count() == 2
    told = AuditEntry.objects.filter(verb="audit.forget_searches")
    assert [line.others for line in told] == [{"before": told[0].others["before"], "count": 1}]


def test_a_removal_takes_the_words_and_leaves_who_searched(ray, task_force):
    trail.enter_search(ray, "dealers.search", "cody FARROW", 1)
    trail.enter_search(ray, "dealers.search", "whitlow", 1)
    assert not SearchWords.objects.naming("").exists()
    assert SearchWords.objects.naming(spelled("Fárrow"), "").lose_words() == 1
    assert {kept.words for kept in SearchWords.objects.all()} == {"", "whitlow"}


def test_export_trail_is_the_list_as_narrowed_without_formulas_and_on_the_trail(client, ray, farrow, sid):
    trail.enter(officer("=1+1"), "dealers.view_dealer", trail.Outcome.READ, farrow)
    trail.read(Dealer.objects.all(), by=ray, verb="dealers.view_dealer", pk=farrow.pk)
    client.force_login(sid)
    day = timezone.localdate().isoformat()
    asked = {"verb": "view_dealer", "record": f"dealers.dealer:{farrow.pk}", "since": day, "until": day}
    lines = b"".join(client.get(reverse("audit:export_trail"), asked)).decode().splitlines()
    assert len(lines) == 3
    assert ",'=1+1,dealers.view_dealer,Read," in lines[2]
    assert "Farrow" not in "".join(lines)
    told = last("audit.export_trail")
    assert told.others == {"rows": 2, "narrowed_by": "record, since, until, verb", "since": day, "until": day}
    book = client.get(reverse("audit:export_trail"), {**asked, "file": "xlsx"})
    assert b"".join(book).startswith(b"PK")
    assert client.get("/api/trail/export/?badge=114").headers["Content-Type"] == "text/csv"
    narrowed = client.get("/trail/", {"until": "2001-01-01"}).content.decode()
    assert "No line fits this filter" in narrowed
