"""The API twins of the CRT's week: open_meeting, put_on_agenda, decide, write_headline, close_meeting,
freeze_hot_sheet, approve_hot_sheet, retry_build, download_copy, acknowledge_copy."""

from datetime import timedelta

import pytest

from dmi import pdf
from maintenance import services
from maintenance.hot_sheet import stamped as paper
from maintenance.models import HotSheet, Meeting
from markets import services as places
from tests.api.conftest import PDF, is_problem, lines, signed_in, with_token
from tests.conftest import NOON, TODAY
from tests.maintenance.conftest import closed_meeting, decided, point

ADD = {
    "kind": "add", "reason": "Seen twice.", "attention": "enforcement", "patrol_line": "Sells from the car.",
    "officer_action": "Observe and report.",
}  # fmt: skip


def of(record, verb="", noun="meetings"):
    return f"/api/{noun}/{record.pk}/{verb}"


def decide(item):
    return f"/api/meetings/items/{item.pk}/decide/"


def own(sheet, officer, verb=""):
    return f"/api/hot-sheets/{sheet.pk}/copies/{sheet.copies.get(officer=officer).number}/{verb}"


@pytest.fixture
def stamp(monkeypatch):
    """A stamp that costs nothing; how it looks is tested where it is made."""
    monkeypatch.setattr(paper.pdf, "stamp", lambda body, mark: body + mark.heading.encode())
    return pdf


def test_a_meeting_is_opened_with_its_agenda(sal, task_force, farrow, in_its_week):
    client = with_token(sal)
    answer = client.post("/api/meetings/open/", {"on": "2026-03-05"})
    assert (answer.status_code, answer.json()["week_of"], answer.json()["is_open"]) == (201, "2026-03-02", True)
    agenda = client.get(of(Meeting.objects.get())).json()["agenda"]
    told = [(item["dealer"]["known_as"], item["choices"]) for item in agenda]
    assert told == [("Cody Farrow", ["add", "pass", "carry"])]
    assert agenda[0]["decision"] is None


def test_a_second_meeting_in_a_week_is_refused(sal, closed, in_its_week):
    answer = signed_in(sal).post("/api/meetings/open/", {"on": "2026-03-06"})
    assert is_problem(answer, 409, "This week's meeting is open already")


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_meeting_on_no_day_of_ours_is_refused(sal, task_force, day):
    assert is_problem(signed_in(sal).post("/api/meetings/open/", {"on": day}), 409, "within a month of its day")
    assert not Meeting.objects.exists()


def test_who_was_not_proposed_is_put_on_the_agenda(sal, ray, closed, task_force, west_end):
    meeting = services.open_meeting(
        by=sal, task_force=task_force, on=TODAY + timedelta(days=9), at=NOON + timedelta(days=9)
    )
    place = places.log_hot_place(by=ray, market=west_end, address="1 Alder Plaza", kind="lot", on=TODAY)
    answer = signed_in(sal).post(of(meeting, "put-on-agenda/"), {"hot_place": str(place.pk)})
    assert (answer.status_code, answer.json()["hot_place"]["address"]) == (201, "1 Alder Plaza")
    again = signed_in(sal).post(of(meeting, "put-on-agenda/"), {"hot_place": str(place.pk)})
    assert is_problem(again, 409, "on the agenda already")


@pytest.mark.parametrize("said", [{}, {"dealer": None, "hot_place": None}])
def test_a_point_of_the_agenda_is_one_person_or_one_place(sal, meeting, said):
    assert is_problem(signed_in(sal).post(of(meeting, "put-on-agenda/"), said), 400, "one person or one place")


def test_a_draft_is_not_to_be_put_on_the_agenda(sal, meeting, rook):
    assert is_problem(signed_in(sal).post(of(meeting, "put-on-agenda/"), {"dealer": str(rook.pk)}), 400)


def test_a_point_is_decided_and_decided_again(sal, meeting, farrow, ray):
    client, item = signed_in(sal), point(meeting, farrow)
    answer = client.post(decide(item), ADD | {"owner": str(ray.pk)})
    assert answer.status_code == 200
    assert (answer.json()["kind"], answer.json()["owner"]["badge"]) == ("add", "114")
    assert answer.json()["expires_on"] == "2026-03-19"
    assert is_problem(client.post(decide(item), ADD | {"kind": "pass"}), 409, "confirm again to replace it")
    again = ADD | {"kind": "pass", "seen": answer.json()["version"]}
    assert client.post(decide(item), again).json()["kind"] == "pass"
    said = client.get(of(meeting)).json()["agenda"][0]["decision"]
    taken = client.post(f"/api/meetings/items/{item.pk}/take-back/", {"seen": said["version"]})
    assert taken.json()["choices"] == ["add", "pass", "carry"]
    assert client.post(of(meeting, "carry-rest/")).json() == {"carried": 2}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"kind": "keep"}, 400, "keep is not one of the available choices"),
        ({"officer_action": ""}, 409, "what an officer should do"),
        ({"attention": "support"}, 409, "Name the liaison"),
        ({"expires_on": "2026-03-08"}, 409, "would expire before"),
        ({"expires_on": "2027-03-08"}, 409, "at most 14 days"),
        ({"patrol_line": "x" * 56}, 400, "at most 55 characters"),
        ({"by": "x"}, 400, "no such field"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(sal, meeting, farrow, said, status, words):
    assert is_problem(signed_in(sal).post(decide(point(meeting, farrow)), ADD | said), status, words)


def test_a_closed_meeting_decides_nothing(sal, closed, farrow):
    assert is_problem(signed_in(sal).post(decide(point(closed, farrow)), ADD), 409, "This meeting is closed")


def test_a_meeting_is_closed_when_all_is_decided_and_its_line_written(sal, meeting):
    client = signed_in(sal)
    assert is_problem(client.post(of(meeting, "close/")), 409, "Still to decide: ")
    for item in meeting.items.all():
        decided(sal, item, item.choices[0])
    assert is_problem(client.post(of(meeting, "close/")), 409, "Write the CRT's line")
    assert client.post(of(meeting, "write-headline/"), {"headline": "Quiet."}).json()["headline"] == "Quiet."
    assert client.post(of(meeting, "close/")).json()["is_open"] is False
    assert is_problem(client.post(of(meeting, "close/")), 409, "closed already")
    assert is_problem(client.post(of(meeting, "write-headline/"), {"headline": "Loud."}), 409, "closed")


def test_a_verb_without_fields_takes_none(sal, meeting):
    assert is_problem(signed_in(sal).post(of(meeting, "close/"), {"force": True}), 400, "no such field")


def test_meetings_are_listed_open_or_closed(sal, ray, otis, closed, ferry):
    def seen(officer, question=""):
        return len(signed_in(officer).get(f"/api/meetings/{question}").json()["results"])

    assert (seen(sal), seen(sal, "?state=open"), seen(sal, "?state=closed")) == (1, 0, 1)
    assert (seen(ray, "?held_from=2026-03-05"), seen(ray, "?held_from=2026-03-06")) == (1, 0)
    assert seen(otis) == 0


def test_another_markets_officer_finds_no_meeting(otis, ferry, meeting, farrow):
    client = signed_in(otis)
    assert is_problem(client.get(of(meeting)), 404)
    assert is_problem(client.post(decide(point(meeting, farrow)), ADD), 403)


def test_a_supervisor_of_another_market_decides_nothing_about_ours(sal, sue, ray, meeting, farrow):
    places.release_officer(by=sue, assignment=farrow.involvements.get().market.assignments.get(officer=sal), on=TODAY)
    assert is_problem(signed_in(sal).post(decide(point(meeting, farrow)), ADD), 404)
    assert signed_in(sal).get(of(meeting)).json()["agenda"] == []


def test_a_sheet_is_frozen_and_approved_by_another(sal, sue, closed):
    frozen = signed_in(sal).post(of(closed, "freeze-hot-sheet/"))
    assert (frozen.status_code, frozen.json()["edition"], frozen.json()["state"]) == (201, "2026-W11", "frozen")
    sheet = HotSheet.objects.get()
    address = of(sheet, "approve/", "hot-sheets")
    assert is_problem(signed_in(sal).post(address), 409, "another supervisor approves")
    assert signed_in(sue).post(address).json()["state"] == "approved"
    assert is_problem(signed_in(sue).post(address), 409, "was approved by")
    assert is_problem(signed_in(sal).post(of(closed, "freeze-hot-sheet/")), 409, "a sheet for this week already")


def test_an_open_meeting_has_no_sheet(sal, meeting):
    assert is_problem(signed_in(sal).post(of(meeting, "freeze-hot-sheet/")), 409, "still open")


def test_a_failed_build_is_tried_again(sal, clock, approved):
    address = of(approved, "retry/", "hot-sheets")
    assert is_problem(signed_in(sal).post(address), 409, "has not failed")
    services.give_up_build(by=clock, sheet=approved, because="No paper")
    assert signed_in(sal).post(address).json()["state"] == "approved"


def test_an_edition_is_told_without_what_it_says(ray, published):
    answer = signed_in(ray).get(of(published, "", "hot-sheets"))
    assert (answer.json()["state"], answer.json()["issued"], answer.json()["pages"]) == ("published", 3, 2)
    assert "Farrow" not in answer.content.decode()
    assert lines("maintenance.view_hot_sheet") == [("114", "read")]


def test_editions_are_listed_with_ones_own_copy(ray, pat, sal, frozen):
    client = signed_in(sal)
    assert [row["state"] for row in client.get("/api/hot-sheets/?state=frozen").json()["results"]] == ["frozen"]
    assert client.get("/api/hot-sheets/?in_force_on=2026-03-10").json()["results"] == []
    assert signed_in(pat).get("/api/hot-sheets/").json()["results"] == []


def test_ones_own_copy_is_downloaded_and_acknowledged(pat, published_for_pat, in_its_week, stamp):
    sheet, client = published_for_pat, with_token(pat)
    assert is_problem(client.post(own(sheet, pat, "acknowledge/")), 409, "download your copy first")
    answer = client.post(own(sheet, pat, "download/"), headers={"Accept": "application/pdf"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(PDF)
    assert b"Badge 214" in answer.content
    assert answer["Content-Disposition"] == 'attachment; filename="hot-sheet-2026-W11-copy-2.pdf"'
    assert client.post(own(sheet, pat, "acknowledge/")).json()["acknowledged_at"]
    assert client.get(own(sheet, pat)).json()["downloads"] == 1
    assert client.get("/api/hot-sheets/copies/?reading=unread").json()["results"] == []
    assert client.get("/api/hot-sheets/copies/?reading=read").json()["results"][0]["sheet"]["edition"] == "2026-W11"


@pytest.fixture
def published_for_pat(pat, published):
    return published


def test_the_line_of_a_download_stands_before_the_bytes(pat, published_for_pat, in_its_week, monkeypatch):
    def broken(body, mark):
        raise OSError("no bytes")

    monkeypatch.setattr(paper.pdf, "stamp", broken)
    with pytest.raises(OSError, match="no bytes"):
        signed_in(pat).post(own(published_for_pat, pat, "download/"))
    assert lines("maintenance.download_copy") == [("214", "done")]


def test_an_expired_sheet_is_not_downloaded(pat, published_for_pat):
    assert is_problem(signed_in(pat).post(own(published_for_pat, pat, "download/")), 409, "This sheet expired on")


def test_a_token_to_read_downloads_nothing(pat, published_for_pat, in_its_week):
    answer = with_token(pat, scope="read").post(own(published_for_pat, pat, "download/"))
    assert is_problem(answer, 403, "only reads")


def test_someone_elses_copy_is_nobodys(sal, pat, published_for_pat, in_its_week):
    for verb in ("download/", "acknowledge/"):
        assert is_problem(signed_in(sal).post(own(published_for_pat, pat, verb)), 404)
    assert is_problem(signed_in(sal).get(own(published_for_pat, pat)), 404)
    assert is_problem(signed_in(sal).get(f"/api/hot-sheets/{published_for_pat.pk}/copies/99999999999/"), 404)


def test_closing_through_services_and_api_are_one(sal, meeting):
    closed_meeting(meeting, sal)
    assert signed_in(sal).get(of(meeting)).json()["is_open"] is False
