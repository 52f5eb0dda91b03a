"""The API twins of correct_tie, withdraw_tie, correct_supervision, correct_condition: by the version read."""

from tests.api.conftest import is_problem, signed_in
from tests.dealers.supervised import condition_of, supervision_of
from tests.dealers.test_log_tie import tie


def test_a_tie_is_corrected_with_the_version_that_was_read(ray, sal, farrow, whitlow):
    made = tie(ray, farrow, whitlow, kind="supplies")
    address = f"/api/dealers/{farrow.pk}/ties/{made.pk}/correct/"
    [read] = signed_in(ray).get(f"/api/dealers/{farrow.pk}/network/").json()["ties"]
    turned = signed_in(sal).post(address, {"goes_from_a": not made.goes_from_a, "seen": read["version"]})
    assert (turned.status_code, turned.json()["goes_from"]) == (200, str(whitlow.pk))
    answer = signed_in(ray).post(address, {"strength": 4, "seen": read["version"]})
    assert is_problem(answer, 409, "Sgt. Sal Brandt changed this meanwhile")
    again = signed_in(ray).post(address, {"strength": 4, "seen": turned.json()["version"]})
    assert (again.status_code, again.json()["strength"], again.json()["goes_from"]) == (200, 4, str(whitlow.pk))


def test_a_tie_is_withdrawn_once(ray, farrow, whitlow):
    made = tie(ray, farrow, whitlow)
    address = f"/api/dealers/{farrow.pk}/ties/{made.pk}/withdraw/"
    answer = signed_in(ray).post(address, {"because": "His brother's phone."})
    assert (answer.status_code, answer.json()["withdrawn_because"]) == (200, "His brother's phone.")
    assert is_problem(signed_in(ray).post(address, {"because": "Again."}), 404)


def test_supervision_and_a_condition_are_corrected_and_the_rest_stays(ray, farrow):
    probation = supervision_of(farrow, ray)
    condition_of(probation, ray)
    client = signed_in(ray)
    [read] = client.get(f"/api/dealers/{farrow.pk}/supervision/").json()["supervisions"]
    said = {"until_on": "2030-01-04", "seen": read["version"]}
    answer = client.post(f"/api/dealers/{farrow.pk}/supervision/{read['id']}/correct/", said)
    assert (answer.status_code, answer.json()["until_on"], answer.json()["phone"]) == (
        200,
        "2030-01-04",
        "802-555-0172",
    )
    [curfew] = read["conditions"]
    address = f"/api/dealers/conditions/{curfew['id']}/correct/"
    answer = client.post(address, {"permits": "report", "seen": curfew["version"]})
    assert (answer.status_code, answer.json()["permits"], answer.json()["words"]) == (200, "report", curfew["words"])
    stale = client.post(address, {"permits": "police", "seen": curfew["version"]})
    assert is_problem(stale, 409, "changed this meanwhile")


def test_otis_reaches_none(otis, ray, farrow, whitlow, ferry):
    made, probation = tie(ray, farrow, whitlow), supervision_of(farrow, ray)
    for path in (
        f"{farrow.pk}/ties/{made.pk}/correct/", f"{farrow.pk}/ties/{made.pk}/withdraw/",
        f"{farrow.pk}/supervision/{probation.pk}/correct/", f"conditions/{condition_of(probation, ray).pk}/correct/",
    ):  # fmt: skip
        assert is_problem(signed_in(otis).post(f"/api/dealers/{path}", {"nonsense": 1}), 404)
