"""Single facts by JSON: logged, corrected with the version that was read, withdrawn; the record validated."""

import pytest

from dealers.models import Phone
from tests.api.conftest import is_problem, signed_in
from tests.conftest import officer
from tests.dealers.facts import FACTS, GRADED, known_by, log

NUMBER = {"number": "802-555-0143"}


def of(dealer, verb=""):
    return f"/api/dealers/{dealer.pk}/{verb}"


def one_correction(dealer, phone):
    return of(dealer, f"phone/{phone.pk}/correct/")


@pytest.mark.parametrize("kind", FACTS)
def test_a_fact_is_logged_and_told_by_the_dossier(ray, farrow, kind):
    client = signed_in(ray)
    answer = client.post(of(farrow, f"log-{kind.replace('_', '-')}/"), {**FACTS[kind], **GRADED})
    assert answer.status_code == 201, answer.json()
    told = client.get(of(farrow)).json()
    plural = {"alias": "aliases", "address": "addresses"}.get(kind, f"{kind}s")
    assert answer.json() in told[plural]
    assert answer.json()["by"]["badge"] == "114"


def test_a_part_in_a_market_is_logged(ray, farrow, west_end):
    said = {"market": str(west_end.pk), "role": "connector", "from_on": "2026-03-01", **GRADED}
    assert is_problem(
        signed_in(ray).post(of(farrow, "log-involvement/"), said), 409, "has a part in this market already"
    )


def test_what_is_left_out_of_a_correction_stays(ray, farrow):
    phone = log("phone", ray, farrow)
    answer = signed_in(ray).post(one_correction(farrow, phone), NUMBER)
    assert answer.status_code == 200
    assert (answer.json()["number"], answer.json()["kind"]) == ("+18025550143", "prepaid")


def test_who_read_an_older_version_is_told_what_changed(ray, sal, farrow):
    phone = log("phone", ray, farrow)
    [read] = signed_in(ray).get(of(farrow)).json()["phones"]
    assert signed_in(sal).post(one_correction(farrow, phone), NUMBER).status_code == 200
    answer = signed_in(ray).post(one_correction(farrow, phone), {"kind": "mobile", "seen": read["version"]})
    assert is_problem(answer, 409, "Sgt. Sal Brandt changed this meanwhile")
    assert "Was +18025550142, now +18025550143: Sgt. Sal Brandt" in answer.json()["errors"]["number"][0]
    assert Phone.objects.get().kind == "prepaid"
    [now] = signed_in(ray).get(of(farrow)).json()["phones"]
    again = signed_in(ray).post(one_correction(farrow, phone), {"kind": "mobile", "seen": now["version"]})
    assert (again.status_code, again.json()["number"], again.json()["kind"]) == (200, "+18025550143", "mobile")


def test_a_person_is_corrected_with_what_shows_it(ray, farrow):
    client = signed_in(ray)
    version = client.get(of(farrow)).json()["version"]
    assert is_problem(client.post(of(farrow, "correct/"), {"last_name": "Farrell"}), 400)
    answer = client.post(of(farrow, "correct/"), {"last_name": "Farrell", "source": "26-0812", "seen": version})
    assert (answer.status_code, answer.json()["known_as"]) == (200, "Cody Farrell")


def test_a_fact_is_withdrawn(ray, farrow):
    phone = log("phone", ray, farrow)
    address = of(farrow, f"phone/{phone.pk}/withdraw/")
    answer = signed_in(ray).post(address, {"because": "His brother's."})
    assert (answer.status_code, answer.json()["withdrawn_because"]) == (200, "His brother's.")
    assert is_problem(signed_in(ray).post(address, {"because": "Again."}), 409, "withdrawn on")


def test_a_record_is_validated_later_than_the_day_of_its_approval(sue, farrow):
    answer = signed_in(sue).post(of(farrow, "validate/"), {"because": "Still sells."})
    assert answer.status_code == 201
    assert signed_in(sue).get(of(farrow)).json()["validations"][0]["because"] == "Still sells."


def test_who_can_help_is_told_to_nobody_who_opens_no_dossiers(sal, ray, farrow, west_end, sue):
    from_the_car = officer("215", "patrol", is_sworn=True)
    log("influential", ray, farrow)
    assert signed_in(from_the_car).get(of(farrow)).status_code == 403
    for reader in (ray, from_the_car):
        for address in ("/api/dealers/cards/", "/api/dealers/", "/api/dealers/observations/"):
            assert "Rose" not in signed_in(reader).get(address).content.decode()


def test_otis_reaches_no_fact(otis, ray, farrow, ferry):
    known = known_by(ray, farrow)
    for path in (f"phone/{known['phone_id']}/correct/", f"alias/{known['alias_id']}/withdraw/", "log-alias/"):
        assert is_problem(signed_in(otis).post(of(farrow, path), {"nonsense": 1}), 404)
