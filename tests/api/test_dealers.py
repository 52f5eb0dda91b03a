"""The API twins of dealers: log_dealer, add_source_document, approve_predicate, return_draft, log_observation, log_tie,
log_caution, add_photo, and what is read."""

import pytest

from dealers.models import CautionFlag, Dealer, Observation, Photo, Tie
from dmi.audit.models import AuditEntry
from markets import services as places
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.conftest import NOON, logged, officer
from tests.dealers.test_add_photo import picture

GRADE = {"reliability": "B", "validity": "2"}
TIE = {"kind": "supplies", "strength": 3, "seen_on": "2026-03-01", "basis": "Eleven calls", **GRADE}
SEEN = {"narrative": "Two sales.", "seen_at": "2026-03-03T10:00:00-05:00", "place": "Alder Plaza", **GRADE}
GRADE = {"reliability": "B", "validity": "2"}
CAUTION = {"kind": "armed", "source": "26-0741", "noted_on": "2026-03-01", **GRADE}
TAKEN = {"taken_on": "2026-03-01", **GRADE}


def draft(market, **facts):
    return {
        "market": str(market.pk),
        "street_name": "Moth",
        "role": "connector",
        "facts": "Two sales.",
        **GRADE,
        **facts,
    }


def of(dealer, verb=""):
    return f"/api/dealers/{dealer.pk}/{verb}"


def test_a_dealer_is_logged_as_a_draft(ray, west_end):
    answer = with_token(ray).post("/api/dealers/log/", draft(west_end, last_name="Fenn", plate="abc 1"))
    assert answer.status_code == 201
    dealer = Dealer.objects.get()
    assert answer.json()["id"] == str(dealer.pk)
    assert (answer.json()["status"], answer.json()["known_as"]) == ("draft", "Fenn")
    assert answer.json()["logged_by"] == {"id": str(ray.pk), "badge": "114", "name": "Det. Ray Dunmore"}
    assert dealer.vehicles.get().plate == "ABC 1"
    assert lines("dealers.log_dealer") == [("114", "done")]


def test_a_dealer_is_logged_with_a_photo_as_form_data(ray, west_end):
    answer = signed_in(ray).post("/api/dealers/log/", draft(west_end, photo=picture()), format="multipart")
    assert answer.status_code == 201
    assert Photo.objects.count() == 1


def test_a_refused_dealer_leaves_nothing(ray, west_end):
    answer = signed_in(ray).post("/api/dealers/log/", draft(west_end, street_name=""))
    assert is_problem(answer, 409, "Give a name or a street name; either is enough.")
    assert not Dealer.objects.exists()
    assert lines("dealers.log_dealer") == [("114", "refused")]


def test_a_file_that_is_no_photo_is_refused(ray, west_end):
    said = draft(west_end, photo=picture())
    said["photo"].file.truncate(20)
    answer = signed_in(ray).post("/api/dealers/log/", said, format="multipart")
    assert is_problem(answer, 409, "no photo that can be read")


@pytest.mark.parametrize("said", [{"photo": "text"}, {"facts": picture()}])
def test_text_is_no_file_and_a_file_no_text(ray, west_end, said):
    answer = signed_in(ray).post("/api/dealers/log/", draft(west_end, **said), format="multipart")
    assert is_problem(answer, 400)
    assert list(answer.json()["errors"]) == list(said)


def test_a_dealer_is_logged_only_in_ones_own_market(ray, west_end, ferry):
    answer = signed_in(ray).post("/api/dealers/log/", draft(ferry))
    assert is_problem(answer, 400, "not one of the available choices")


def test_pat_logs_a_dealer_where_pat_works(pat, sal, west_end):
    places.assign_officer(by=sal, market=west_end, officer=pat, on=NOON.date())
    assert signed_in(pat).post("/api/dealers/log/", draft(west_end)).status_code == 201


def test_a_source_document_is_added(ray, rook):
    answer = signed_in(ray).post(of(rook, "add-source-document/"), {"reference": "26-0800"})
    assert answer.status_code == 200
    assert [str(document) for document in rook.predicate.source_documents.all()] == ["26-0741", "26-0800"]


def test_a_document_named_twice_is_refused_in_the_constraints_words(ray, rook):
    answer = signed_in(ray).post(of(rook, "add-source-document/"), {"reference": "26-0741"})
    assert is_problem(answer, 409, "This document is named already.")


def test_another_supervisor_approves(sal, rook):
    answer = signed_in(sal).post(of(rook, "approve-predicate/"), {"is_lawfully_acquired": True})
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["approved_by"]["badge"]) == ("on_file", "7")
    assert answer.json()["review_due"]


def test_a_predicate_is_approved_only_when_it_is_said_to_be_lawful(sal, rook):
    assert is_problem(signed_in(sal).post(of(rook, "approve-predicate/"), {}), 409, "lawfully acquired")


def test_nobody_approves_their_own(sal, west_end):
    own = logged(sal, west_end, street_name="Own")
    answer = signed_in(sal).post(of(own, "approve-predicate/"), {"is_lawfully_acquired": True})
    assert is_problem(answer, 409, "another supervisor approves")


def test_a_draft_is_returned_with_a_note(sal, rook):
    answer = signed_in(sal).post(of(rook, "return-draft/"), {"because": "Which sale, which day?"})
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["returned_because"]) == ("returned", "Which sale, which day?")
    assert is_problem(signed_in(sal).post(of(rook, "return-draft/"), {"because": "Again"}), 409, "returned already")


def test_an_observation_is_logged(ray, west_end, farrow, whitlow):
    people = [str(farrow.pk), str(whitlow.pk)]
    said = {"market": str(west_end.pk), "dealers": people, "source_number": "CS-7", **SEEN}
    answer = signed_in(ray).post("/api/dealers/log-observation/", said)
    assert answer.status_code == 201
    assert "source_number" not in answer.json()
    assert set(Observation.objects.get(pk=answer.json()["id"]).dealers.all()) == {farrow, whitlow}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"seen_at": "2999-01-01T00:00:00Z"}, 409, "has not happened yet"),
        ({"dealers": []}, 400, "required"),
        ({"validity": "9"}, 400, "9 is not one of the available choices"),
    ],
)
def test_an_observation_that_can_not_be_is_refused(ray, west_end, farrow, said, status, words):
    whole = {"market": str(west_end.pk), "dealers": [str(farrow.pk)], **SEEN, **said}
    assert is_problem(signed_in(ray).post("/api/dealers/log-observation/", whole), status, words)
    assert Observation.objects.count() == 1


def test_an_observation_names_nobody_whom_one_may_not_see(ray, west_end, farrow, alley):
    said = {"market": str(west_end.pk), "dealers": [str(farrow.pk), str(alley.pk)], **SEEN}
    answer = signed_in(ray).post("/api/dealers/log-observation/", said)
    assert is_problem(answer, 400)
    assert "Alley" not in answer.content.decode()


def test_a_tie_is_logged_and_told_with_its_direction(ray, farrow, whitlow):
    answer = signed_in(ray).post(of(farrow, "log-tie/"), {"other": str(whitlow.pk), **TIE})
    assert answer.status_code == 201
    assert answer.json()["goes_from"] == str(farrow.pk)
    assert {answer.json()[end]["known_as"] for end in "ab"} == {"Cody Farrow", "Dana Whitlow"}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"seen_on": "2999-01-01"}, 409, "still to come"),
        ({"strength": 0}, 400, "greater than or equal to 1"),
        ({"kind": "friends"}, 400, "friends is not one of the available choices"),
    ],
)
def test_a_tie_that_can_not_be_is_refused(ray, farrow, whitlow, said, status, words):
    answer = signed_in(ray).post(of(farrow, "log-tie/"), {"other": str(whitlow.pk), **TIE, **said})
    assert is_problem(answer, status, words)
    assert not Tie.objects.exists()


def test_a_dealer_is_not_tied_to_itself_nor_twice(ray, farrow, whitlow):
    client = signed_in(ray)
    assert is_problem(
        client.post(of(farrow, "log-tie/"), {"other": str(farrow.pk), **TIE}), 409, "two different dealers"
    )
    client.post(of(farrow, "log-tie/"), {"other": str(whitlow.pk), **TIE})
    assert is_problem(client.post(of(whitlow, "log-tie/"), {"other": str(farrow.pk), **TIE}), 409, "already tied")


def test_a_caution_is_logged(ray, farrow):
    answer = signed_in(ray).post(of(farrow, "log-caution/"), CAUTION)
    assert answer.status_code == 201
    assert CautionFlag.objects.get().kind == "armed"
    assert is_problem(signed_in(ray).post(of(farrow, "log-caution/"), CAUTION), 409, "on record from this source")


def test_a_photo_is_added_and_read_back(ray, farrow):
    client = signed_in(ray)
    added = client.post(of(farrow, "add-photo/"), {"photo": picture(), **TAKEN}, format="multipart")
    assert added.status_code == 201
    address = f"/api/dealers/photos/{added.json()['id']}/page.jpg"
    for accepted in ("image/jpeg", "*/*"):
        answer = client.get(address, headers={"Accept": accepted})
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
        assert answer.content == bytes(farrow.photos.get().page)
    assert is_problem(client.get(address, headers={"Accept": "text/csv"}), 406)


def test_a_photo_is_another_markets_officers_404(otis, ray, farrow, ferry):
    photo = signed_in(ray).post(of(farrow, "add-photo/"), {"photo": picture(), **TAKEN}, format="multipart")
    assert is_problem(signed_in(otis).get(f"/api/dealers/photos/{photo.json()['id']}/page.jpg"), 404)


def test_a_photo_is_sent_as_form_data(ray, farrow):
    answer = signed_in(ray).post(of(farrow, "add-photo/"), {"photo": "aGk=", **TAKEN})
    assert is_problem(answer, 400, "multipart/form-data")


VERBS = {
    "add-source-document/": {"reference": "26-0900"},
    "approve-predicate/": {"is_lawfully_acquired": True},
    "return-draft/": {"because": "Why"},
    "log-caution/": CAUTION,
    "log-tie/": {"other": "00000000-0000-4000-8000-000000000000", **TIE},
}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_acts_on_another_markets_dealer(sue, sal, otis, ferry, alley, verb):
    """sal supervises, but not in Ferry Landing: 404 before anything is said about what was typed."""
    for said in (VERBS[verb], {"nonsense": 1}):
        assert is_problem(signed_in(sal).post(of(alley, verb), said), 404)
    assert AuditEntry.objects.filter(badge="7", outcome="absent").count() == 2


@pytest.mark.parametrize("verb", VERBS)
def test_a_draft_is_its_authors_and_supervisors_alone(pat, otis, rook, verb):
    for stranger in (pat, otis):
        assert signed_in(stranger).post(of(rook, verb), VERBS[verb]).status_code in {403, 404}


def test_the_list_shows_who_is_on_file_and_ones_own_drafts(ray, sue, otis, farrow, rook, alley):
    def seen(officer):
        return {row["known_as"] for row in signed_in(officer).get("/api/dealers/").json()["results"]}

    assert seen(ray) == {"Cody Farrow", "“Rook”"}
    assert seen(otis) == {"Vern Alley"}


def test_the_list_is_narrowed_as_on_the_page(ray, farrow, whitlow, rook):
    client = signed_in(ray)
    for question, expected in {"q=scoot": ["Cody Farrow"], "status=draft": ["“Rook”"], "q=nobody": []}.items():
        assert [row["known_as"] for row in client.get(f"/api/dealers/?{question}").json()["results"]] == expected


def test_a_search_is_entered_without_its_words(ray, farrow):
    signed_in(ray).get("/api/dealers/?q=Farrow")
    line = AuditEntry.objects.get(verb="dealers.view_dealers")
    assert (line.outcome, line.others["hits"]) == ("read", 1)
    assert "farrow" not in str(line.others).lower()


def test_every_look_at_people_is_on_the_trail(ray, farrow):
    client = signed_in(ray)
    for address in ("", "observations/", "ties/", of(farrow).removeprefix("/api/dealers/")):
        assert client.get(f"/api/dealers/{address}").status_code == 200
    assert lines("dealers.view_timeline") == [("114", "read")] * 2
    assert lines("dealers.view_dealers") == lines("dealers.view_dealer") == [("114", "read")]


def test_a_dossier_has_what_the_page_has(ray, farrow):
    told = signed_in(ray).get(of(farrow)).json()
    assert told["street_names"] == ["Scooter"]
    assert [part["market"]["name"] for part in told["parts"]] == ["West End"]
    assert told["predicate"]["source_documents"][0]["reference"] == "26-0741"


def test_a_part_in_a_market_one_does_not_work_is_not_told(ray, otis, sue, farrow, ferry):
    farrow.involvements.create(market=ferry, role="supplier", from_on=NOON.date(), by=ray, at=NOON)
    assert "Ferry" not in signed_in(ray).get(of(farrow)).content.decode()
    assert "West End" not in signed_in(otis).get("/api/dealers/").content.decode()


def test_an_observation_is_listed_with_whom_one_may_see(ray, farrow, rook, west_end, sue):
    told = signed_in(sue).get(f"/api/dealers/observations/?dealer={farrow.pk}").json()["results"]
    assert [[person["known_as"] for person in row["people"]] for row in told] == [["Cody Farrow"]]
    assert signed_in(sue).get("/api/dealers/observations/?seen_until=2020-01-01").json()["results"] == []


def test_a_tie_to_a_draft_is_not_listed_for_who_may_not_see_the_draft(ray, sal, west_end, farrow, rook):
    signed_in(ray).post(of(farrow, "log-tie/"), {"other": str(rook.pk), **TIE})
    colleague = officer("115", "investigator")
    places.assign_officer(by=sal, market=west_end, officer=colleague, on=NOON.date())
    assert len(signed_in(ray).get(f"/api/dealers/ties/?dealer={farrow.pk}").json()["results"]) == 1
    assert signed_in(colleague).get("/api/dealers/ties/").json()["results"] == []
    assert "Rook" not in signed_in(colleague).get("/api/dealers/observations/").content.decode()


def test_pat_reads_the_cards_of_pats_markets(pat, sal, west_end, farrow, rook):
    assert signed_in(pat).get("/api/dealers/cards/").json()["results"] == []
    places.assign_officer(by=sal, market=west_end, officer=pat, on=NOON.date())
    assert [card["known_as"] for card in signed_in(pat).get("/api/dealers/cards/").json()["results"]] == ["Cody Farrow"]
