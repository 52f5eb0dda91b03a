"""callins.log_follow_up, ask_for_service, deliver_service, record_rearrest; the board, and one's own contacts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from callins import services
from callins.board import board_of, row_of_one
from callins.models import FollowUp, FollowUpAttempt, Invitation, Rearrest, ServiceRequest
from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.api.conftest import with_token
from tests.callins.followed import AFTER, EVENING, asked, contact, followed_by, logged_at
from tests.callins.made import invited
from tests.conftest import NOON, logged, officer

DAY = timedelta(days=1)


@pytest.fixture
def person(liv, call_in, farrow):
    """Farrow was called in; liv stays in touch."""
    return followed_by(liv, call_in, farrow)


def rearrested(person, by, on=EVENING, at=AFTER, **said):
    said = {"offence": "Retail theft", "is_dealing": False, "source": "26-0801", **said}
    return services.record_rearrest(by=by, invitation=person, arrested_on=on, at=at, **said)


def test_reached_is_done(liv, person):
    first = logged_at(contact(person, "first"), liv, AFTER + DAY, note="Wants work.")
    assert (first.done_at, first.is_reached, first.note) == (AFTER + DAY, True, "Wants work.")
    assert not FollowUp.objects.open().filter(kind="first").exists()
    assert AuditEntry.objects.filter(verb="callins.log_follow_up", outcome="done", badge="liv").count() == 1


def test_three_days_in_vain_end_a_contact_and_two_calls_in_an_hour_are_one_day(liv, person):
    first = contact(person, "first")
    for hours in (0, 1, 24):
        assert logged_at(first, liv, AFTER + timedelta(hours=hours), is_reached=False).is_open
    ended = logged_at(first, liv, AFTER + 2 * DAY, is_reached=False)
    assert (ended.is_open, ended.is_reached) == (False, False)
    with pytest.raises(RuleBroken, match="was given up after three days on 12 March 2026"):
        logged_at(first, liv, AFTER + 3 * DAY)
    assert contact(person, "month").is_open


def test_who_is_reached_late_owes_no_earlier_contact_and_it_stays_a_miss(liv, person):
    logged_at(contact(person, "month"), liv, AFTER + 29 * DAY)
    first = contact(person, "first")
    assert (first.is_open, first.is_reached) == (False, False)
    assert contact(person, "quarter").is_open


def test_the_second_of_two_officers_is_told_what_the_first_did(liv, cora, person):
    mine, hers = contact(person, "first"), contact(person, "first")
    logged_at(mine, liv, AFTER)
    with pytest.raises(RuleBroken, match="This contact was made on 10 March 2026"):
        logged_at(hers, cora, AFTER)
    with pytest.raises(IntegrityError):
        FollowUpAttempt.objects.create(follow_up=hers, is_reached=True, tried_at=AFTER, by=cora, at=AFTER)


def test_a_contact_has_its_time(liv, person):
    month = contact(person, "month")
    for kind, moment, at, why in (
        (month, AFTER + DAY, AFTER + DAY, "due on 9 April 2026 and counts from 2 April 2026"),
        (month, AFTER + 60 * DAY, AFTER, "still to come"),
        (contact(person, "first"), NOON, AFTER, "The call-in was on 10 March 2026; this lies before it"),
        (contact(person, "first"), NOON, NOON, "The call-in is on 10 March 2026"),
    ):
        with pytest.raises(ValidationError, match=why):
            services.log_follow_up(by=liv, follow_up=kind, is_reached=True, tried_at=moment, at=at)
    assert not logged_at(month, liv, AFTER + 25 * DAY).is_open


def test_the_day_of_the_contact_is_that_of_the_clock_on_the_wall(liv, person):
    """Half past eleven at night is the next day in UTC already."""
    assert logged_at(contact(person, "first"), liv, datetime(2026, 3, 14, 3, 30, tzinfo=UTC)).is_reached
    row = row_of_one(person, date(2026, 3, 20))
    assert next(cell.on for cell in row.cells if cell.standing == "done") == date(2026, 3, 13)


def test_help_is_asked_for_and_comes_and_the_days_are_counted(liv, call_in, person):
    housing = asked(person, liv)
    with pytest.raises(RuleBroken, match="Housing was asked for on 10 March 2026 and has not come yet"):
        asked(person, liv)
    with pytest.raises(ValidationError, match="still to come"):
        services.deliver_service(by=liv, service_request=housing, delivered_on=EVENING + DAY, at=AFTER)
    asked(person, liv, service="work", asked_on=EVENING + 2 * DAY, at=AFTER + 2 * DAY)
    for request, on in ((housing, EVENING + 4 * DAY), (ServiceRequest.objects.get(service="work"), EVENING + 3 * DAY)):
        services.deliver_service(by=liv, service_request=request, delivered_on=on, at=AFTER + 5 * DAY)
    assert ServiceRequest.objects.days_to_first([call_in]) == [(person.pk, EVENING, EVENING + 3 * DAY)]
    assert row_of_one(person, EVENING).days_to_first == 3
    with pytest.raises(RuleBroken, match="It came on 14 March 2026 already"):
        services.deliver_service(by=liv, service_request=housing, delivered_on=EVENING, at=AFTER)
    with pytest.raises(IntegrityError):
        ServiceRequest.objects.filter(service="work").update(delivered_on=EVENING)


def test_places_that_stood_ready_are_counted(liv, cora, whitlow, call_in, person):
    place = call_in.services.create(service="treatment", provider="Serenity House", places=1)
    assert asked(person, cora, service="", reserved=place).provider == "Serenity House"
    with pytest.raises(RuleBroken, match=r"All places at Serenity House are asked for \(1\)"):
        asked(invited(call_in, whitlow), cora, service="treatment", provider="Serenity House")
    with pytest.raises(ValidationError, match="Say what help was asked for"):
        asked(person, cora, service="")


def test_an_arrest_is_recorded_once_and_after_the_evening(liv, sal, person):
    rearrested(person, liv, on=EVENING + 30 * DAY, at=AFTER + 31 * DAY)
    with pytest.raises(ValidationError, match="lies before it"):
        rearrested(person, liv, on=NOON.date())
    with pytest.raises(ValidationError, match="still to come"):
        rearrested(person, liv, on=EVENING + DAY)
    with pytest.raises(IntegrityError):
        rearrested(person, sal, on=EVENING + 30 * DAY, at=AFTER + 31 * DAY)


def test_nothing_is_entered_before_the_evening_was(cora, invitation):
    with pytest.raises(RuleBroken, match="planned for 10 March 2026, has not been held"):
        asked(invitation, cora)
    with pytest.raises(RuleBroken, match="has not been held"):
        rearrested(invitation, cora)


def test_a_liaison_sees_those_he_follows_and_otis_nothing(cora, liv, otis, ferry, whitlow, call_in, person):
    """One who works no market: what he owes is all he knows of the call-in."""
    lew = officer("lew", "liaison")
    theirs = services.assign_follow_up(by=cora, invitation=invited(call_in, whitlow), owner=lew, at=AFTER)
    assert Invitation.objects.visible_to(lew).get() == theirs
    assert set(FollowUp.objects.visible_to(lew)) == set(theirs.follow_ups.all())
    acts = (
        lambda who: logged_at(contact(person, "first"), who, AFTER),
        lambda who: asked(person, who),
        lambda who: rearrested(person, who),
        lambda who: services.deliver_service(
            by=who, service_request=ServiceRequest.objects.get(), delivered_on=EVENING, at=AFTER
        ),
    )
    asked(person, liv)
    for act in acts:
        with pytest.raises(Http404):
            act(otis)
    pat = officer("p2", "patrol")
    for act in acts:
        with pytest.raises(PermissionDenied):
            act(pat)


def test_the_board_tells_at_a_glance(client, cora, liv, otis, ferry, whitlow, call_in, person):
    logged_at(contact(person, "first"), liv, AFTER)
    followed_by(liv, call_in, whitlow)
    rows = board_of(call_in, cora, EVENING + 5 * DAY)
    assert [[cell.standing for cell in row.cells] for row in rows] == [
        ["", "done", "ahead", "ahead", "ahead", "ahead"],
        ["", "overdue", "ahead", "ahead", "ahead", "ahead"],
    ]
    assert rows[1].cells[1].days_late == 2
    client.force_login(cora)
    page = client.get(reverse("callins:view_follow_ups", args=[call_in.pk])).text
    assert "Cody Farrow" in page
    assert "Reached" in page
    assert "Dana Whitlow" in page
    client.force_login(otis)
    assert client.get(reverse("callins:view_follow_ups", args=[call_in.pk])).status_code == 404


def test_ones_own_contacts_the_late_ones_first(client, liv, cora, ray, person):
    client.force_login(liv)
    page = client.get(reverse("callins:view_own_follow_ups")).text
    assert page.index("Overdue") < page.index("first contact")
    assert "one year" not in page  # of each person the next one
    client.force_login(ray)
    assert "You owe nobody a contact" in client.get(reverse("callins:view_own_follow_ups")).text


def test_the_forms_enter_it_and_lead_back(client, liv, person):
    client.force_login(liv)
    first = reverse("callins:log_follow_up", args=[contact(person, "first").pk])
    assert "Choose one of the two" in client.post(first, {"tried_at": "2026-03-11T10:00"}).text
    answer = client.post(first, {"is_reached": "false", "tried_at": "2026-03-11T10:00"})
    assert answer["Location"] == reverse("callins:view_own_follow_ups")
    assert FollowUpAttempt.objects.get().is_reached is False
    help_asked = reverse("callins:ask_for_service", args=[person.pk])
    client.post(help_asked, {"service": "work", "provider": "Mill Works", "asked_on": "2026-03-11"})
    delivered = reverse("callins:deliver_service", args=[ServiceRequest.objects.get().pk])
    client.post(delivered, {"delivered_on": "2026-03-12"})
    assert ServiceRequest.objects.get().days_to_delivery == 1
    arrest = {"is_dealing": "true", "offence": "Sale", "arrested_on": "2026-03-12", "source": "26-0802"}
    client.post(reverse("callins:record_rearrest", args=[person.pk]), arrest)
    assert Rearrest.objects.get().is_dealing


def test_the_api_says_and_does_the_same(liv, cora, call_in, person):
    api = with_token(liv, "act")
    owed = api.get("/api/call-ins/my-follow-ups/").json()["results"]
    assert [each["kind"] for each in owed] == ["first", "month", "quarter", "half_year", "year"]
    said = {"is_reached": True, "tried_at": "2026-03-11T10:00:00-04:00", "note": "Works."}
    answer = api.post(f"/api/call-ins/follow-ups/{owed[0]['id']}/log/", said)
    assert answer.json()["attempts"][0]["note"] == "Works."
    board = with_token(cora).get(f"/api/call-ins/{call_in.pk}/follow-ups/").json()["results"]
    assert board[0]["follow_ups"][0]["is_reached"] is True
    assert api.get(f"/api/call-ins/{call_in.pk}/follow-ups/").status_code == 403


def asks(client, address):
    """How many questions a page asks the database, and what it shows."""
    client.get(address)  # warms what is cached for a process
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200
    return len(queries)


def test_pages_ask_no_more_often_for_many_people_than_for_few(client, cora, ray, sal, west_end, call_in, farrow):
    pages = (
        reverse("callins:view_follow_ups", args=[call_in.pk]), reverse("callins:view_own_follow_ups"), reverse("desk"),
    )  # fmt: skip
    busy(followed_by(cora, call_in, farrow), cora)
    client.force_login(cora)
    few = [asks(client, page) for page in pages]
    for number in range(4):
        dealer = logged(ray, west_end, last_name=f"Person{number}")
        dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
        busy(followed_by(cora, call_in, dealer), cora)
    assert [asks(client, page) for page in pages] == few


def busy(person, by):
    """Tried once in vain, help that came, a word, an arrest."""
    logged_at(contact(person, "first"), by, AFTER, is_reached=False)
    services.deliver_service(by=by, service_request=asked(person, by), delivered_on=EVENING, at=AFTER)
    services.record_word(by=by, invitation=person, is_kept=True, found_on=EVENING, basis="At work", at=AFTER)
    rearrested(person, by)
