"""retention.view_reviews: what falls due in 90 days, in 30, now; drafts that nobody documented in time."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dealers.models import Dealer, LegalHold
from dmi.audit.models import AuditEntry
from maintenance.retention import reviews, rules
from tests.conftest import NOON, logged

REVIEW = date(2031, 3, 3)  # five years after the approvals of the cast


@pytest.fixture
def on_day(monkeypatch):
    """Let it be noon of the day that lies so many days before the review."""

    def stand(days_before):
        at = NOON.replace(year=2031) - timedelta(days=days_before)
        monkeypatch.setattr(timezone, "now", lambda: at)
        return timezone.localdate(at)

    return stand


def states_of(officer, today):
    found = reviews.queue(Dealer.objects.visible_to(officer), today)
    return [(line.dealer, line.state) for line in reviews.lines(found, today)]


@pytest.mark.parametrize(
    ("days_before", "state"),
    [(91, None), (90, "quarter"), (31, "quarter"), (30, "month"), (1, "month"), (0, "due"), (-400, "due")],
)
def test_a_record_enters_the_queue_at_90_30_and_0_days(ray, farrow, on_day, days_before, state):
    today = on_day(days_before)
    assert states_of(ray, today) == ([(farrow, state)] if state else [])
    assert [number for name, _, number in reviews.figures(Dealer.objects.all(), today) if name == state] in ([1], [])
    if state:
        assert rules.urgency(REVIEW, today) == state
        assert Dealer.objects.filter(reviews.in_state(state, today)).get() == farrow


def test_the_page_tells_who_answers_and_what_to_do_and_nothing_of_another_market(
    client, ray, sal, sue, otis, pat, west_end, farrow, alley, on_day
):
    on_day(10)
    LegalHold.objects.create(dealer=farrow, because="Civil suit", by=sal, at=NOON)
    late = logged(ray, west_end, street_name="Rook", source_reference="")
    client.force_login(sue)
    said = client.get("/records/reviews/").content.decode()
    for words in ("Cody Farrow", "10 days left", "Legal hold", "Rook", "Ray Dunmore", "/validate/"):
        assert words in said, words
    assert 'Ask for removal<span class="usa-sr-only"> of Vern Alley' in said
    assert 'Ask for removal<span class="usa-sr-only"> of Cody Farrow' not in said  # a hold stands
    drafts = client.get("/records/reviews/?state=undocumented").content.decode()
    assert late.get_absolute_url() in drafts
    assert farrow.get_absolute_url() not in drafts
    assert "Nothing fits" in client.get("/records/reviews/?state=due").content.decode()
    client.force_login(ray)
    desk = client.get("/").content.decode()
    assert "Records to review" in desk
    assert "10 days left" in desk
    client.force_login(otis)
    said = client.get("/records/reviews/").content.decode()
    assert "Alley" in said
    assert "Farrow" not in said
    [row] = client.get("/api/records/reviews/?state=month").json()["results"]
    assert (row["known_as"], row["review_due"], row["is_held"]) == ("Vern Alley", "2031-03-03", False)
    client.force_login(pat)
    assert client.get("/records/reviews/").status_code == 403
    assert AuditEntry.objects.filter(verb="retention.view_reviews", outcome="read").count() == 5


def test_a_long_queue_asks_no_more_often(client, ray, sal, west_end, farrow, whitlow, on_day):
    on_day(10)
    client.force_login(ray)
    client.get("/records/reviews/")
    with CaptureQueriesContext(connection) as few:
        client.get("/records/reviews/?state=month&page=1")
    for number in range(4):
        Dealer.objects.filter(pk=logged(ray, west_end, street_name=f"S{number}").pk).update(
            status="on_file", approved_by=sal, approved_at=NOON, validated_on=date(2026, 3, 3)
        )
    with CaptureQueriesContext(connection) as many:
        client.get("/records/reviews/?state=month&page=1")
    assert len(many) == len(few)
