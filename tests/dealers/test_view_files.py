"""dealers.view_files: the photos that stand, and the documents on which the predicate rests."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dealers import services
from dealers.models import Photo
from dmi.audit.models import AuditEntry
from tests.conftest import NOON
from tests.dealers.test_add_photo import picture


def photo(by, dealer, day=1, source="Booking"):
    taken_on = date(2026, 2, day)
    return services.add_photo(by=by, dealer=dealer, photo=picture(), taken_on=taken_on, source=source, at=NOON)


def page_of(client, reader, dealer):
    client.force_login(reader)
    return client.get(f"/dealers/{dealer.pk}/files/")


def test_photos_stand_with_their_day_source_and_author(client, ray, farrow):
    kept = photo(ray, farrow)
    page = page_of(client, ray, farrow).content.decode()
    for said in ("Sun 1 Feb", "Booking", "Added by Det. Ray Dunmore", f"/photos/{kept.pk}/page.jpg", "26-0741"):
        assert said in page
    [line] = AuditEntry.objects.filter(verb="dealers.view_files")
    assert (line.badge, line.outcome, line.record) == ("114", "read", f"dealers.dealer:{farrow.pk}")


def test_a_withdrawn_photo_is_not_shown(client, ray, farrow):
    wrong = photo(ray, farrow, source="Of his brother")
    Photo.objects.filter(pk=wrong.pk).update(withdrawn_at=NOON, withdrawn_because="His brother")
    page = page_of(client, ray, farrow).content.decode()
    assert str(wrong.pk) not in page
    assert "Of his brother" not in page


def test_no_picture_is_loaded_to_list_them(client, ray, farrow):
    photo(ray, farrow)
    with CaptureQueriesContext(connection) as queries:
        page_of(client, ray, farrow)
    assert not any('"dealers_photo"."page"' in query["sql"] for query in queries)


def test_more_photos_ask_no_more_often(client, ray, farrow):
    client.force_login(ray)
    counts = []
    for days in ((1,), (2, 3, 4, 5)):
        for day in days:
            photo(ray, farrow, day)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/dealers/{farrow.pk}/files/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_otis_and_pat_find_no_page(client, otis, pat, farrow):
    for reader, status in ((otis, 404), (pat, 403)):
        assert page_of(client, reader, farrow).status_code == status
