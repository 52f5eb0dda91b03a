"""The API twins of supervision: log_supervision, end_supervision, log_condition, verify_condition, end_condition,
log_violation, record_violation_outcome, and what is read."""

from dealers.models import Condition, Supervision, Violation
from markets import services as places
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.conftest import TODAY, officer
from tests.dealers.supervised import condition_of, supervision_of, violation_of

PROBATION = {
    "kind": "probation", "supervising_officer": "Off. Lyle Hart", "from_on": "2026-01-05", "source": "26-CR-0119",
    "reliability": "A", "validity": "1",
}  # fmt: skip
CURFEW = {"words": "Curfew 21:00 to 06:00", "permits": "police", "source": "Item 4", "verified_on": "2026-03-01"}


def test_supervision_with_a_condition_is_logged_and_read(ray, farrow):
    client = with_token(ray)
    made = client.post(f"/api/dealers/{farrow.pk}/log-supervision/", PROBATION)
    assert made.status_code == 201
    condition = client.post(f"/api/dealers/supervisions/{made.json()['id']}/log-condition/", CURFEW)
    assert condition.status_code == 201
    answer = client.get(f"/api/dealers/{farrow.pk}/supervision/").json()
    assert answer["condition_days"] == 30
    [supervision] = answer["supervisions"]
    assert [each["words"] for each in supervision["conditions"]] == ["Curfew 21:00 to 06:00"]
    assert lines("dealers.view_supervision") == [("114", "read")]


def test_a_condition_is_verified_and_ended(ray, farrow):
    condition = condition_of(supervision_of(farrow, ray), ray, verified_on=TODAY)
    verified = signed_in(ray).post(f"/api/dealers/conditions/{condition.pk}/verify/", {})
    assert verified.status_code == 200
    assert verified.json()["verified_on"] > "2026-03-03"
    ended = signed_in(ray).post(f"/api/dealers/conditions/{condition.pk}/end/", {"until_on": "2026-03-02"})
    assert ended.json()["until_on"] == "2026-03-02"
    again = signed_in(ray).post(f"/api/dealers/conditions/{condition.pk}/verify/", {})
    assert is_problem(again, 409, "This condition ended on 2 Mar 2026")


def test_a_violation_is_logged_and_answered(ray, farrow):
    condition = condition_of(supervision_of(farrow, ray), ray)
    said = {"what": "Seen at 23:40.", "seen_on": "2026-03-01", "reported_on": "2026-03-02"}
    made = signed_in(ray).post(f"/api/dealers/conditions/{condition.pk}/log-violation/", said)
    assert (made.status_code, made.json()["outcome"]) == (201, "pending")
    answer = signed_in(ray).post(
        f"/api/dealers/violations/{made.json()['id']}/record-outcome/",
        {"outcome": "warning", "outcome_on": "2026-03-03"},
    )
    assert (answer.status_code, answer.json()["outcome"]) == (200, "warning")


def test_supervision_is_ended(ray, farrow):
    supervision = supervision_of(farrow, ray)
    answer = signed_in(ray).post(f"/api/dealers/supervisions/{supervision.pk}/end/", {"until_on": "2026-03-02"})
    assert answer.json()["until_on"] == "2026-03-02"


def test_otis_finds_nothing_of_it(otis, ray, farrow):
    condition = condition_of(supervision_of(farrow, ray), ray)
    violation = violation_of(condition, ray)
    client = signed_in(otis)
    assert is_problem(client.get(f"/api/dealers/{farrow.pk}/supervision/"), 404)
    for address in (
        f"supervisions/{condition.supervision_id}/log-condition/", f"conditions/{condition.pk}/verify/",
        f"violations/{violation.pk}/record-outcome/",
    ):  # fmt: skip
        assert is_problem(client.post(f"/api/dealers/{address}", {}), 404)
    assert (Supervision.objects.count(), Condition.objects.count(), Violation.objects.count()) == (1, 1, 1)


def test_the_officers_card_has_what_was_verified_lately(client, pat, ray, sal, west_end, farrow):
    places.assign_officer(by=sal, market=west_end, officer=pat, on=TODAY)
    supervision = supervision_of(farrow, ray)
    fresh, stale = condition_of(supervision, ray), condition_of(supervision, ray, words="No contact with Whitlow")
    fresh.verified_on = stale.verified_on.replace(year=2099)
    fresh.save()
    [card] = signed_in(pat).get("/api/dealers/cards/").json()["results"]
    assert [each["words"] for each in card["supervisions"][0]["conditions"]] == ["Curfew 21:00 to 06:00"]
    client.force_login(pat)
    page = client.get("/dealers/cards/").content.decode()
    assert "Curfew 21:00 to 06:00" in page
    assert "No contact with Whitlow" not in page


def test_a_partner_logs_none(farrow):
    assert is_problem(signed_in(officer("p1", "partner")).post(f"/api/dealers/{farrow.pk}/log-supervision/", {}), 403)
