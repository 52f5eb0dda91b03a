"""dealers.log_dealer: a draft on its predicate."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dealers import services
from dealers.models import Dealer, Observation
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON, logged


def test_a_street_name_is_enough(ray, west_end):
    dealer = logged(ray, west_end, street_name="Rook")
    assert dealer.known_as == "“Rook”"
    assert dealer.status == Dealer.Status.DRAFT
    assert dealer.predicate.facts == "Two hand-to-hand sales from a blue Civic."
    assert [document.reference for document in dealer.predicate.source_documents.all()] == ["26-0741"]
    assert [part.market for part in dealer.involvements.all()] == [west_end]


def test_what_was_seen_is_the_first_observation(ray, west_end):
    dealer = logged(ray, west_end, street_name="Rook")
    seen = Observation.objects.visible_to(ray).about(dealer).get()
    assert (seen.grade, seen.place, seen.narrative) == ("B2", "Alder Plaza", dealer.predicate.facts)


def test_the_legal_name_is_what_pages_call_somebody(ray, west_end):
    assert str(logged(ray, west_end, last_name="Farrow", first_name="Cody", street_name="Scooter")) == "Cody Farrow"


def test_nameless_is_refused_and_nothing_is_written(ray, west_end):
    with pytest.raises(RuleBroken, match="Give a name or a street name"):
        logged(ray, west_end)
    assert not Dealer.objects.exists()
    assert not Observation.objects.exists()


def typed(market, **facts):
    """What the form sends."""
    said = {"facts": "Sold twice.", "market": market.pk, "role": "other", "reliability": "B", "validity": "2"}
    return {**said, "street_name": "Moth", **facts}


def test_by_what_somebody_is_known_is_logged_along_with_its_source_and_grade(client, ray, west_end):
    client.force_login(ray)
    said = typed(
        west_end, street_name="Moth, Nightjar, moth", phone="(802) 555 0142", address="41 Cutler Street",
        city="Otter Falls", plate="ktr 4471", middle_name="Lee", date_of_birth="April 1990", source_reference="26-0741",
    )  # fmt: skip
    assert client.post("/dealers/log/", said).status_code == 302
    dealer = Dealer.objects.with_dossier(ray).get()
    assert (dealer.known_as, dealer.middle_name, dealer.date_of_birth) == ("“Moth”", "Lee", None)
    known_by = [*dealer.street_names, *dealer.other_births, *dealer.numbers, *dealer.places, *dealer.drives]
    assert list(map(str, known_by)) == [
        "Moth", "Nightjar", "Apr 1990", "802-555-0142", "41 Cutler Street, Otter Falls", "KTR 4471",
    ]  # fmt: skip
    assert {(fact.source, fact.grade, fact.by) for fact in known_by} == {("26-0741", "B2", ray)}


def test_a_birth_known_to_the_day_is_the_one_on_record(client, ray, west_end):
    client.force_login(ray)
    client.post("/dealers/log/", typed(west_end, date_of_birth="03/04/1990"))
    dealer = Dealer.objects.get()
    assert dealer.date_of_birth == date(1990, 3, 4)
    assert not dealer.birth_dates.exists()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"phone": "555-0142"}, "with its area code"),
        ({"date_of_birth": "31/02/1990"}, "is no date of birth; write it like 03/04/1990"),
        ({"date_of_birth": "1850"}, "Nobody on file was born in 1850"),
        ({"date_of_birth": "2031"}, "lies ahead"),
        ({"street_name": f"Moth, {'x' * 61}"}, "at most 60 letters"),
    ],
)
def test_what_can_not_be_is_refused_in_words_and_nothing_typed_is_lost(client, ray, west_end, facts, why):
    client.force_login(ray)
    page = client.post("/dealers/log/", typed(west_end, **facts)).content.decode()
    assert why in page
    assert all(said in page for said in facts.values())
    assert not Dealer.objects.exists()


def test_a_birth_to_come_is_refused(ray, west_end):
    with pytest.raises(RuleBroken, match="lies ahead"):
        logged(ray, west_end, street_name="Rook", date_of_birth=date(2062, 1, 1))


def test_the_trail_has_one_line_without_a_word_of_the_dealer(ray, west_end):
    dealer = logged(ray, west_end, street_name="Rook")
    [line] = AuditEntry.objects.filter(verb="dealers.log_dealer")
    assert (line.badge, line.outcome, line.record) == ("114", "done", f"dealers.dealer:{dealer.pk}")
    assert "Rook" not in str(line.others)


def test_a_refusal_is_on_the_trail_too(ray, west_end):
    with pytest.raises(RuleBroken):
        logged(ray, west_end)
    assert AuditEntry.objects.get(verb="dealers.log_dealer").outcome == "refused"


def test_an_officer_of_another_market_can_not_log_here(otis, west_end):
    with pytest.raises(Http404):
        logged(otis, west_end, street_name="Rook")
    assert AuditEntry.objects.get(verb="dealers.log_dealer").outcome == "absent"


def test_treatment_staff_log_nobody(tess, west_end):
    with pytest.raises(PermissionDenied):
        logged(tess, west_end, street_name="Rook")
    assert AuditEntry.objects.get(verb="dealers.log_dealer").outcome == "forbidden"


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "محمد", "O’Neill-Ñandú", "🦊", "‮drawkcab", "x" * 60, "Robert'); DROP TABLE--"],
)
def test_a_strange_name_is_kept_as_it_was_typed(ray, west_end, name):
    assert logged(ray, west_end, street_name=name).aliases.get().name == name


def test_a_draft_is_seen_by_its_author_and_supervisors_only(ray, sal, sue, pat, otis, tess, rook):
    for officer in (ray, sal, sue):
        assert Dealer.objects.visible_to(officer).contains(rook)
    for officer in (pat, otis, tess):
        assert not Dealer.objects.visible_to(officer).contains(rook)


def test_a_colleague_in_the_same_market_does_not_see_the_draft(ray, sal, otis, west_end, rook):
    places.assign_officer(by=sal, market=west_end, officer=otis, on=date(2026, 3, 1))
    assert not Dealer.objects.visible_to(otis).contains(rook)
    services.approve_predicate(by=sal, dealer=rook, is_lawfully_acquired=True, at=NOON)
    assert Dealer.objects.visible_to(otis).contains(rook)
