"""Pages and API of treatment court: open to the team, absent to everybody else."""

from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import AuditEntry, Draw, DrugTest, Enrolment, Participant
from dmi.accounts import services as accounts
from dmi.accounts.compartment import treatment
from dmi.accounts.tokens import new_secret
from dmi.audit.models import AuditEntry as CommonEntry
from tests.conventions.site import doors
from tests.dtc.enrolled import consented, course_of, enrolled, given

WALLED = [door for door in doors() if ":dtc:" in f":{door.name}"]


def address(name, **key):
    return reverse(f"callins:dtc:{name}", kwargs=key)


@pytest.fixture
def world(tess):
    return course_of(tess)


def test_every_page_opens_to_the_team(client, tess, world):
    client.force_login(tess)
    for door in WALLED:
        if not tess.has_perm(door.verb):  # of those who are told, and of the clerk
            continue
        answer = client.get(door.address(world))
        assert answer.status_code in {200, 405}, (door.name, answer.status_code)
        is_page = answer.headers["Content-Type"].startswith("text/html") and answer.status_code == HTTPStatus.OK
        assert b"42 CFR part 2" in answer.getvalue() or not is_page


@pytest.mark.parametrize("who", ["ray", "sal", "pat", "otis", "clem"])
def test_to_everybody_else_no_page_and_no_operation_is_there(client, request, world, who):
    stranger = request.getfixturevalue(who)
    client.force_login(stranger)
    for door in WALLED:
        if stranger.has_perm(door.verb):
            continue
        for send in (client.get, client.post):
            answer = send(door.address(world))
            assert answer.status_code == HTTPStatus.NOT_FOUND, (door.name, answer.status_code)
            assert b"Bexley" not in answer.content
    assert not CommonEntry.objects.filter(verb__startswith="dtc").exists()
    with treatment():
        assert AuditEntry.objects.filter(outcome="forbidden", badge=stranger.badge).exists()


def test_a_participants_first_days_in_the_browser(client, tess):
    client.force_login(tess)
    said = {"last_name": "Bexley", "first_name": "Shawna", "date_of_birth": "1994-05-02", "speaks": "en"}
    page = client.post(address("open_file"), said, follow=True).content.decode()
    assert "No consent to the court is in force" in page
    with treatment():
        participant = Participant.objects.get()
        consented(participant, tess, is_to_court=True)
    key = {"participant_id": participant.pk}
    said = {"docket": "26-CR-0118", "enrolled_on": "2026-01-02", "offence": "felony_sale"}
    refused = client.post(address("enrol_participant", **key), said)
    assert "say who approved it and why" in refused.content.decode()
    said |= {"approved_by": "Judge Marlowe", "exception_reason": "First sale"}
    page = client.post(address("enrol_participant", **key), said, follow=True).content.decode()
    assert "an exception approved by Judge Marlowe: First sale" in page
    with treatment():
        at = datetime(2026, 1, 5, 22, 30, tzinfo=UTC)
        meeting = services.plan_meeting(by=tess, starts_at=at, place="Grange Hall", led_by="", at=at)
    tap = address("record_attendance", weekly_meeting_id=meeting.pk, **key)
    assert client.post(tap, {"how": "attended"}).status_code == HTTPStatus.FOUND
    said = {"decided_on": "2026-01-06", "why": "Too soon"}
    assert "Not yet. The days of phase one" in client.post(address("advance_participant", **key), said).content.decode()
    page = client.get(address("view_participant", **key)).content.decode()
    assert "attended" in page
    assert "Earliest graduation: 1 Jul 2026." in page
    assert "Bexley" in client.get(address("view_participants")).content.decode()


def test_a_token_of_the_team_opens_the_api_and_one_of_the_police_finds_nothing(client, tess, ray, world):
    for who, status in ((tess, 200), (ray, 404)):
        secret = new_secret()
        accounts.make_token(by=who, name="x", scope="act", days=1, secret=secret, at=timezone.now())
        headers = {"Authorization": f"Bearer {secret}"}
        answer = client.get(
            reverse("api:callins:dtc:view_participant", args=[world["participant_id"]]), headers=headers
        )
        assert answer.status_code == status
        assert (b"Bexley" in answer.content) is (status == HTTPStatus.OK)
    secret = new_secret()
    accounts.make_token(by=tess, name="x", scope="read", days=1, secret=secret, at=timezone.now())
    headers = {"Authorization": f"Bearer {secret}"}
    answer = client.post(reverse("api:callins:dtc:order_test", args=[world["participant_id"]]), headers=headers)
    assert (answer.status_code, "only reads" in answer.text) == (HTTPStatus.FORBIDDEN, True)
    assert client.get(reverse("api:callins:dtc:view_participants")).status_code == HTTPStatus.UNAUTHORIZED


def test_the_api_does_what_the_page_does(client, tess, world):
    client.force_login(tess)
    key = [world["drug_test_id"]]
    said = {"finding": "confirmed", "substance": "heroin", "found_on": "2026-01-04", "source": "L-26-9"}
    answer = client.post(reverse("api:callins:dtc:record_result", args=key), said, content_type="application/json")
    assert (answer.status_code, answer.json()["results"][0]["finding"]) == (200, "confirmed")
    whole = client.get(reverse("api:callins:dtc:view_participant", args=[world["participant_id"]])).json()
    assert [attempt["ended_as"] for attempt in whole["enrolment"]["attempts"]] == ["relapse", ""]
    answer = client.post(reverse("api:callins:dtc:record_result", args=key), said, content_type="application/json")
    assert answer.status_code == HTTPStatus.CONFLICT


@pytest.mark.parametrize("name", ["view_participant", "download_progress"])
def test_to_the_police_its_api_is_an_address_where_nothing_is(client, ray, world, name):
    """By its words, by the methods it allows, by what it may be asked for."""
    client.force_login(ray)
    here = reverse(f"api:callins:dtc:{name}", args=[world["participant_id"]])
    for send in (client.get, client.post, client.options):
        for kind in ("*/*", "application/json", "application/pdf"):
            answer, nowhere = (send(address, headers={"Accept": kind}) for address in (here, "/api/nothing/"))
            assert answer.status_code == nowhere.status_code
            assert (answer.content, answer.headers["Allow"]) == (nowhere.content, nowhere.headers["Allow"])
    assert client.get(here).status_code == HTTPStatus.NOT_FOUND


def test_what_is_said_after_an_act_names_nobody(client, tess, world):
    """It waits in a cookie for the next page: that may be the sign-in page of a shared terminal."""
    client.force_login(tess)
    with treatment():
        enrolment = Enrolment.objects.get()
        draw = Draw.objects.create(
            day=timezone.localdate(), odds_of=2, odds_in=7, chances=1, drawn=1, at=timezone.now()
        )  # fmt: skip
        test = DrugTest.objects.create(
            enrolment=enrolment, draw=draw, why="draw", ordered_on=draw.day, by=tess, at=timezone.now()
        )  # fmt: skip
    client.post(address("notify_test", drug_test_id=test.pk))
    said = {"last_name": "Bexley", "first_name": "Shawna", "date_of_birth": "1994-05-02", "speaks": "en"}
    client.post(address("open_file"), said)
    del client.cookies[settings.SESSION_COOKIE_NAME]
    page = client.get(reverse("account_login")).content
    assert b"Notice is given" in page
    assert b"Bexley" not in page


def test_the_schema_for_everybody_does_not_name_it(client, ray):
    client.force_login(ray)
    assert b"treatment-court" not in client.get("/api/schema/").content


def test_pages_ask_no_more_often_for_many_than_for_few(client, tess, world, django_assert_max_num_queries):
    client.force_login(tess)
    with django_assert_max_num_queries(40) as few:
        client.get(address("view_participants"))
    with treatment():
        for number in range(6):
            other = enrolled(tess, last_name=f"Calder{number}")
            given(other, tess, 4, ("negative", ""))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(address("view_participants"))
    with treatment():
        one = Enrolment.objects.get(pk=Enrolment.objects.of(world["participant_id"]).first().pk)
    with django_assert_max_num_queries(40) as few:
        client.get(one.get_absolute_url())
    with treatment():
        for number in range(5, 9):
            given(one, tess, number, ("negative", ""))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(one.get_absolute_url())
