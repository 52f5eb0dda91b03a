"""The API twins of cases: open_case, add_count, every transition, the queue and what is read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dealers.cases.models import Case
from dealers.cases.states import BY_VERB
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.cases.conftest import case, cast, pru  # noqa: F401  a case of Farrow's, for every test here
from tests.cases.made import brought_to, buy_of

BASE = "/api/cases/"
SAID = {
    "return_case": {"because": "Name the second officer."}, "decline_case": {"because": "Entrapment."},
    "refuse_activation": {"because": "Another man."}, "release_case": {"because": "Two years without an entry."},
    "dispose_case": {"outcome": "Acquitted"}, "convert_to_plea": {"outcome": "Pleads to one count"},
    "charge_case": {"commenced_by": "Information filed", "commenced_on": "2026-04-02"},
}  # fmt: skip
ADDRESS = {
    "submit_to_prosecutor": "submit", "return_case": "return", "decline_case": "decline", "approve_case": "approve",
    "bank_case": "bank", "activate_case": "activate", "charge_case": "charge", "dispose_case": "dispose",
    "release_case": "release",
}  # fmt: skip


def address_of(one, verb):
    return f"{BASE}{one.pk}/{ADDRESS.get(verb, verb.replace('_', '-'))}/"


def test_a_case_is_opened_counted_and_read(ray, farrow, west_end):
    client = with_token(ray)
    said = {"market": str(west_end.pk), "court": "state", "basis": "buys", "next_step": "Send the sample"}
    made = client.post(f"{BASE}of/{farrow.pk}/open/", said)
    assert (made.status_code, made.json()["state"]) == (201, "draft")
    address = f"{BASE}{made.json()['id']}/"
    buy = buy_of(farrow, ray, west_end)
    count = client.post(f"{address}add-count/", {"offence": "sale_heroin", "buy": str(buy.pk)})
    assert (count.status_code, count.json()["last_day"]) == (201, "2029-02-02")
    told = client.get(address).json()
    assert (told["commence_by"], told["missing"], told["counts"][0]["buy"]) == ("2029-01-19", [], str(buy.pk))
    assert client.get(f"{BASE}?dealer={farrow.pk}").json()["results"][0]["number"] == told["number"]
    assert client.get(f"{BASE}of/{farrow.pk}/").json()["cases"][0]["number"] == told["number"]


@pytest.mark.parametrize("verb", [verb for verb in BY_VERB if verb != "expire_case"])
def test_each_transition_by_json(verb, case, cast):  # noqa: F811
    state = BY_VERB[verb].sources[0]
    brought_to(state, case, cast)
    by = next(
        person for person in (cast["prosecutor"], cast["supervisor"], cast["investigator"])
        if person.has_perm(f"cases.{verb}")
    )  # fmt: skip
    said = SAID.get(verb, {})
    if verb == "request_activation":
        happened = timezone.localtime() - timedelta(hours=2)
        said = {"kind": "buy", "happened_at": happened.isoformat(), "words": "Sold again."}
    answer = signed_in(by).post(address_of(case, verb), said)
    assert (answer.status_code, answer.json()["state"]) == (200, BY_VERB[verb].target), answer.json()
    again = signed_in(by).post(address_of(case, verb), said)
    assert is_problem(again, 409, "this is done only from")


def test_a_waiver_without_consent_is_refused(case, pru):  # noqa: F811
    said = {"signed_on": "2026-03-02", "until_on": "2031-01-01", "is_signed_by_defendant": True, "is_consented": False}
    client = signed_in(pru)
    assert is_problem(client.post(f"{BASE}{case.pk}/record-waiver/", said), 409, "prosecution’s consent")
    assert client.post(f"{BASE}{case.pk}/record-waiver/", said | {"is_consented": True}).status_code == 201


def test_an_arrest_is_recorded_and_its_hours_are_told(case, cast, ray):  # noqa: F811
    brought_to("activated", case, cast)
    said = {"arrested_at": "2026-04-03T12:00:00-04:00"}
    assert signed_in(ray).post(f"{BASE}{case.pk}/record-activation-arrest/", said).status_code == 200
    [trigger] = signed_in(ray).get(f"{BASE}{case.pk}/").json()["triggers"]
    assert trigger["hours_to_arrest"] == 23.0


def test_the_next_step_and_the_queue(case, cast, ray, pru):  # noqa: F811
    said = {"next_step": "Ask the lab", "owner": str(ray.pk)}
    assert signed_in(ray).post(f"{BASE}{case.pk}/plan-next-step/", said).json()["next_step"] == "Ask the lab"
    brought_to("prosecutor_review", case, cast)
    [waiting] = signed_in(pru).get(f"{BASE}queue/").json()["results"]
    assert waiting["number"] == case.number
    assert lines("cases.view_queue") == [("pru", "read")]
    assert is_problem(signed_in(ray).get(f"{BASE}queue/"), 403)


def test_the_table_of_states(ray):
    told = signed_in(ray).get(f"{BASE}states/").json()["transitions"]
    assert [line["verb"] for line in told] == list(BY_VERB)


def test_otis_finds_nothing(case, otis, farrow):  # noqa: F811
    client = signed_in(otis)
    assert is_problem(client.get(f"{BASE}{case.pk}/"), 404)
    assert is_problem(client.get(f"{BASE}of/{farrow.pk}/"), 404)
    for verb in ("add_count", "plan_next_step", "mark_evidence_ready", "request_activation"):
        assert is_problem(client.post(address_of(case, verb), {}), 404)
    assert client.get(BASE).json()["results"] == []
    assert Case.objects.get(pk=case.pk).state == "draft"
