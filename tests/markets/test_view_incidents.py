"""markets.view_incidents, export_incidents, view_incident_batches, view_incident_batch: what one sees of them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dmi.audit.models import AuditEntry
from markets.models import IncidentBatch
from tests.conftest import NOON
from tests.markets.lists import GOOD, HEADER, draw, imported, uploaded

FILTERS = {
    "": 4, "?category=burglary": 1, "?zone=area": 2, "?zone=unknown": 1, "?holds=calls": 0, "?holds=incidents": 4,
    "?since=2025-03-15": 3, "?until=2025-03-15": 2, "?since=2025-03-15&until=2025-03-15": 1, "?marked=drugs": 1,
    "?marked=dealer": 0, "?q=elm": 2, "?q=0004": 1, "?q=elm&category=larceny": 1, "?category=nonsense": 0,
    "?since=tomorrow": 0, "?q=%00": 0,
}  # fmt: skip


@pytest.fixture
def market(sal, clock, west_end):
    draw(sal, west_end)
    imported(sal, clock, west_end)
    return west_end


def test_the_list_is_narrowed(client, ray, market):
    client.force_login(ray)
    for question, count in FILTERS.items():
        answer = client.get(f"/markets/{market.pk}/incidents/{question}")
        assert answer.context["page"].paginator.count == count, question
    assert "Synthetic" not in answer.content.decode()


def test_the_counts_stand_above_and_nothing_synthetic_goes_unsaid(client, ray, market):
    client.force_login(ray)
    IncidentBatch.objects.update(is_synthetic=True)
    answer = client.get(f"/markets/{market.pk}/incidents/?since=2025-03-15")
    assert answer.context["counts"]["total"] == 3
    assert "Synthetic incidents" in answer.content.decode()


def test_an_order_is_kept_and_pages_ask_a_fixed_number_of_questions(client, ray, clock, sal, market):
    client.force_login(ray)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(f"/markets/{market.pk}/incidents/?order=number")
        return [each.number for each in answer.context["page"]], len(queries)

    numbers, few = asked()
    assert numbers == sorted(numbers)
    imported(sal, clock, market, "\n".join([HEADER, *(f"26-{n:04},03/14/2025,,220,,,,," for n in range(120))]))
    assert asked()[1] == few


def test_the_file_has_what_is_narrowed_and_runs_no_formula(client, sal, clock, ray, market):
    imported(sal, clock, market, f"{HEADER}\n25-9,03/14/2025,,220,,=HYPERLINK(),,,\n")
    client.force_login(ray)
    text = client.get(f"/markets/{market.pk}/incidents/export/?category=burglary").getvalue().decode()
    assert len(text.splitlines()) == 3
    assert "'=HYPERLINK()" in text
    assert "2025-03-14 13:05" in text  # by the task force's clocks
    entry = AuditEntry.objects.get(verb="markets.export_incidents")
    assert (entry.badge, entry.others) == ("114", {"rows": 2})


def test_the_job_is_done_on_the_pages(client, sal, west_end):
    client.force_login(sal)
    file = SimpleUploadedFile("list.csv", GOOD.replace("DISTURBANCE", "RIOT").replace("90C", "").encode())
    answer = client.post(
        f"/markets/{west_end.pk}/incident-lists/upload/", {"source": "RMS", "holds": "incidents", "file": file}
    )
    batch = IncidentBatch.objects.get()
    assert answer["Location"] == f"/markets/incident-lists/{batch.pk}/columns/"
    page = client.get(answer["Location"]).content.decode()
    assert "not known yet" in page
    assert "BURGLARY - RESIDENCE" in page
    columns = {column: name for name, column in batch.columns.items() if column}
    said = columns | {"said": ["RIOT"], "counts_as": ["disorderly"]}
    answer = client.post(f"/markets/incident-lists/{batch.pk}/columns/", said)
    assert answer["Location"] == batch.get_absolute_url()
    assert "Import the list" in client.get(batch.get_absolute_url()).content.decode()
    client.post(f"/markets/incident-lists/{batch.pk}/import/")
    batch.refresh_from_db()
    assert batch.state == "importing"
    assert "is being read in" in client.get(f"/markets/incident-lists/{batch.pk}/progress/").content.decode()
    assert batch.file_name in client.get(f"/markets/{west_end.pk}/incident-lists/").content.decode()


def test_a_refusal_comes_back_in_the_form(client, sal, west_end):
    client.force_login(sal)
    file = SimpleUploadedFile("list.csv", b"\x89PNG\r\n")
    answer = client.post(
        f"/markets/{west_end.pk}/incident-lists/upload/", {"source": "RMS", "holds": "incidents", "file": file}
    )
    assert "is a picture, no list" in answer.content.decode()


def test_who_works_elsewhere_finds_nothing(client, otis, sal, market):
    batch = IncidentBatch.objects.get()
    client.force_login(otis)
    for address in ("incidents/", "incidents/export/"):
        assert client.get(f"/markets/{market.pk}/{address}").status_code == 404
    assert client.get(batch.get_absolute_url()).status_code == 403
    assert uploaded(sal, market, at=NOON).market == market
