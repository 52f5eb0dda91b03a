"""Nobody is logged twice unknowingly; of records one may not see one learns whom to call, and nothing else."""

import pytest

from dealers import search, services
from dealers.models import CautionFlag, Dealer, Judgement, Pointer
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON, logged

BORN = {"last_name": "Alley", "first_name": "Vern", "date_of_birth": NOON.date().replace(year=1990)}
HTMX = {"hx-request": "true"}
JSON = "application/json"


@pytest.fixture
def vern(otis, sue, ferry):
    """On file in Ferry Landing alone, with a phone."""
    dealer = logged(otis, ferry, phone="+18025550177", **BORN)
    return services.approve_predicate(by=sue, dealer=dealer, is_lawfully_acquired=True, at=NOON)


def alike_of(dealer, officer):
    return {str(match.dealer): match.likeness for match in search.visible_matches(dealer, officer)}


def test_the_example_of_the_issue_is_found_with_its_reasons(ray, west_end):
    day = NOON.date()
    phone = {"phone": "+18025550114"}
    logged(ray, west_end, last_name="Smith", first_name="John", date_of_birth=day.replace(1990, 4, 3), **phone)
    jon = logged(ray, west_end, last_name="Smyth", first_name="Jon", date_of_birth=day.replace(1990, 3, 4), **phone)
    likeness = alike_of(jon, ray)["John Smith"]
    assert likeness.words == "very likely"
    assert likeness.reasons == (
        "first name Jon/John: nickname or spelling", "day and month of birth swapped", "last name sounds alike",
        "same phone 802-555-0114",
    )  # fmt: skip


def test_the_page_shows_who_is_alike(client, ray, west_end, farrow):
    draft = logged(ray, west_end, last_name="Farow", first_name="Cody", street_name="Skooter")
    client.force_login(ray)
    page = client.get(f"/dealers/{draft.pk}/duplicates/").content.decode()
    assert "Cody Farrow" in page
    assert "street name one letter apart" in page.lower()
    assert AuditEntry.objects.filter(verb="dealers.find_duplicates", outcome="read").count() == 1


def test_a_draft_says_so_on_its_own_page(client, ray, west_end, farrow):
    draft = logged(ray, west_end, last_name="Farrow", first_name="Cody", street_name="Scooter")
    client.force_login(ray)
    assert "May be the same person" in client.get(draft.get_absolute_url()).content.decode()


def test_otis_finds_nobody_of_west_end(client, otis, ferry, farrow):
    own = logged(otis, ferry, last_name="Farrow", first_name="Cody", street_name="Scooter")
    assert alike_of(own, otis) == {}
    client.force_login(otis)
    assert farrow.reference not in client.get(f"/dealers/{own.pk}/duplicates/").content.decode()
    assert client.get(f"/dealers/{farrow.pk}/duplicates/").status_code == 404
    assert client.post(f"/dealers/{farrow.pk}/duplicates/").status_code == 404


@pytest.mark.parametrize(
    "told", [BORN, {"street_name": "X", "phone": "+18025550177"}, {**BORN, "first_name": "Vernon"}]
)
def test_a_hidden_record_gives_a_pointer_when_a_draft_is_saved(client, ray, otis, west_end, vern, told):
    client.force_login(ray)
    draft = logged(ray, west_end, **told)
    pointer = Pointer.objects.get()
    assert (pointer.dealer, pointer.given_to) == (vern, ray)
    page = client.get(f"/dealers/{draft.pk}/duplicates/").content.decode()
    assert f"A record may exist. Call {otis}" in page
    assert vern.reference not in page
    assert str(vern.pk) not in page


@pytest.mark.parametrize(
    "told",
    [{"last_name": "Alley", "first_name": "Vern"}, {"last_name": "Quist", "date_of_birth": BORN["date_of_birth"]}],
)
def test_a_name_or_a_birth_alone_points_to_nobody(ray, west_end, vern, told):
    logged(ray, west_end, **told)
    assert not Pointer.objects.exists()


def test_what_one_sees_is_no_pointer(ray, west_end, farrow):
    farrow.phones.create(number="+18025550199", by=ray, at=NOON)
    logged(ray, west_end, street_name="Moth", phone="+18025550199")
    assert not Pointer.objects.exists()


def test_asking_again_points_once(client, ray, west_end, vern):
    draft = logged(ray, west_end, **BORN)
    client.force_login(ray)
    client.post(f"/dealers/{draft.pk}/duplicates/")
    services.find_duplicates(by=ray, dealer=draft, at=NOON)
    assert Pointer.objects.count() == 1
    assert AuditEntry.objects.filter(verb="dealers.find_duplicates", outcome="done").count() == 2


def test_a_phone_entered_later_points_too(ray, west_end, vern):
    draft = logged(ray, west_end, street_name="Moth")
    assert not Pointer.objects.exists()
    services.log_phone(by=ray, dealer=draft, number="802-555-0177", at=NOON)
    assert Pointer.objects.get().dealer == vern


def test_a_page_answers_no_guess_and_the_owner_hears_of_every_record_that_asks(client, ray, otis, west_end, vern):
    """Who knows of a record by its phone does not learn its day of birth by trying days on a draft of his own."""
    logged(ray, west_end, street_name="Moth", phone="+18025550177")
    services.acknowledge_pointer(by=otis, pointer=Pointer.objects.get(), at=NOON)
    guess = logged(ray, west_end, last_name="Alley", first_name="Vern")
    Dealer.objects.filter(pk=guess.pk).update(date_of_birth=BORN["date_of_birth"])
    client.force_login(ray)
    assert b"A record may exist" not in client.get(f"/dealers/{guess.pk}/duplicates/").content
    services.find_duplicates(by=ray, dealer=guess, at=NOON)
    assert b"A record may exist" in client.get(f"/dealers/{guess.pk}/duplicates/").content
    assert Pointer.objects.get().seen_at is None


@pytest.mark.parametrize("door", ["/dealers", "/api/dealers"])
def test_patrol_compares_its_own_drafts_and_nobody_on_file(client, pat, sal, west_end, farrow, door):
    places.assign_officer(by=sal, market=west_end, officer=pat, on=NOON.date())
    own = logged(pat, west_end, last_name="Farow", first_name="Cody", street_name="Skooter")
    client.force_login(pat)
    assert Dealer.objects.visible_to(pat).contains(farrow)  # the officer's card
    for dealer, answers in ((farrow, {404}), (own, {200, 302})):
        assert client.post(f"{door}/{dealer.pk}/duplicates/", {}, JSON).status_code in answers


def test_the_api_tells_matches_and_whom_to_call(client, ray, otis, west_end, vern, farrow):
    draft = logged(ray, west_end, **BORN | {"street_name": "Scooter"})
    client.force_login(ray)
    answer = client.post(f"/api/dealers/{draft.pk}/duplicates/", {}, content_type="application/json").json()
    assert [each["call"] for each in answer["pointers"]] == [str(otis)]
    assert str(vern.pk) not in str(answer)


def typed(client, **said):
    return client.post("/dealers/log/alike/", said, headers=HTMX).content.decode()


def test_while_typing_the_visible_are_shown_and_nothing_alike_is_quiet(client, ray, west_end, farrow):
    client.force_login(ray)
    assert "Cody Farrow" in typed(client, last_name="Farow", first_name="Cody")
    assert typed(client, last_name="Quist", first_name="Ada").strip() == ""
    assert typed(client).strip() == ""


def test_while_typing_the_hidden_are_no_oracle(client, ray, west_end, vern):
    client.force_login(ray)
    said = {"last_name": "Alley", "first_name": "Vern", "date_of_birth": "03/03/1990", "phone": "802-555-0177"}
    assert typed(client, **said).strip() == ""
    assert not Pointer.objects.exists()


def test_typing_is_on_the_trail_once_for_whom_it_shows(client, ray, west_end, farrow):
    client.force_login(ray)
    for name in ("Farro", "Farrow", "Farrow", "Quist"):
        typed(client, last_name=name, first_name="Cody")
    assert AuditEntry.objects.filter(verb="dealers.find_duplicates").count() == 1


def test_two_are_judged_and_a_supervisor_is_told(client, ray, sal, west_end, farrow, whitlow):
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/judge-match/{whitlow.pk}/"
    assert "Side by side" in client.get(address).content.decode()
    client.post(address, {"verdict": "same", "because": "Same tattoo."})
    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.by) == ("same", ray)
    assert AuditEntry.objects.filter(verb="dealers.judge_match", outcome="done").count() == 1
    client.force_login(sal)
    desk = client.get("/").content.decode()
    assert "To merge" in desk
    assert "Same tattoo." in desk


def test_a_decision_may_be_changed(ray, west_end, farrow, whitlow):
    for verdict in ("same", "different", "unsure"):
        services.judge_match(by=ray, dealer=whitlow, other=farrow, verdict=verdict, at=NOON)
    assert Judgement.objects.get().verdict == "unsure"


def test_different_people_are_not_shown_again(ray, west_end, farrow):
    draft = logged(ray, west_end, last_name="Farrow", first_name="Cody", street_name="Scooter")
    assert "Cody Farrow" in alike_of(draft, ray)
    services.judge_match(by=ray, dealer=draft, other=farrow, verdict="different", at=NOON)
    assert alike_of(draft, ray) == alike_of(farrow, ray) == {}


def test_a_record_is_not_compared_with_itself(ray, farrow):
    with pytest.raises(RuleBroken, match="two different records"):
        services.judge_match(by=ray, dealer=farrow, other=farrow, verdict="same", at=NOON)


def test_otis_can_not_judge(client, otis, farrow, whitlow):
    client.force_login(otis)
    address = f"/dealers/{farrow.pk}/judge-match/{whitlow.pk}/"
    assert client.get(address).status_code == client.post(address, {"verdict": "same"}).status_code == 404


def test_a_merged_record_is_nobodys_double(ray, west_end, farrow, whitlow):
    draft = logged(ray, west_end, last_name="Farrow", first_name="Cody", street_name="Scooter")
    Dealer.objects.filter(pk=farrow.pk).update(status="merged", merged_into=whitlow)
    assert alike_of(draft, ray) == {}


@pytest.fixture
def pointer(ray, west_end, vern):
    logged(ray, west_end, **BORN)
    return Pointer.objects.get()


def test_the_owner_is_told_and_says_he_knows(client, otis, ray, pointer):
    client.force_login(otis)
    assert f"may be known to {ray}" in client.get("/").content.decode()
    assert f"may be known to {ray}" in client.get("/dealers/pointers/").content.decode()
    client.post(f"/dealers/pointers/{pointer.pk}/acknowledge/")
    pointer.refresh_from_db()
    assert pointer.seen_at
    assert AuditEntry.objects.filter(verb="dealers.acknowledge_pointer", outcome="done").count() == 1
    with pytest.raises(RuleBroken, match="seen this already"):
        services.acknowledge_pointer(by=otis, pointer=pointer, at=NOON)


def test_only_the_owner_acknowledges(client, ray, sal, pointer):
    for officer in (ray, sal):
        client.force_login(officer)
        assert client.post(f"/dealers/pointers/{pointer.pk}/acknowledge/").status_code == 404


def test_who_was_pointed_sees_whom_to_call_and_no_name(client, ray, otis, pointer):
    client.force_login(ray)
    page = client.get("/dealers/pointers/").content.decode()
    assert f"Call {otis}" in page
    assert "Alley" not in page
    assert str(pointer.dealer.pk) not in page


@pytest.fixture
def armed(otis, vern):
    for kind in ("armed", "dog"):
        CautionFlag.objects.create(dealer=vern, kind=kind, noted_on=NOON.date(), source="26-0900", by=otis, at=NOON)


def test_in_danger_the_grave_cautions_are_shown_for_a_reason(client, ray, pointer, armed):
    client.force_login(ray)
    address = f"/dealers/pointers/{pointer.pk}/danger/"
    assert "Armed" not in client.get(address).content.decode()
    assert "Armed" not in client.post(address, {"because": " "}).content.decode()
    page = client.post(address, {"because": "Stop in progress."}, follow=True).content.decode()
    assert "Armed" in page
    assert "Dog" not in page
    assert "26-0900" not in page
    assert "Alley" not in page
    assert AuditEntry.objects.filter(verb="dealers.see_danger", outcome="done").count() == 1


def test_danger_needs_a_reason(ray, pointer):
    with pytest.raises(RuleBroken, match="what the danger is"):
        services.see_danger(by=ray, pointer=pointer, because=" ", at=NOON)


def test_nobody_else_sees_the_danger(client, pat, sal, otis, pointer, armed):
    for officer, status in ((pat, 404), (sal, 404), (otis, 404)):
        client.force_login(officer)
        answer = client.post(f"/api/dealers/pointers/{pointer.pk}/danger/", {"because": "x"}, "application/json")
        assert answer.status_code == status


def test_a_supervisor_of_the_record_reviews_the_next_day(client, ray, sal, sue, pointer, armed):
    services.see_danger(by=ray, pointer=pointer, because="Stop in progress.", at=NOON)
    client.force_login(sue)
    assert "Stop in progress." in client.get("/").content.decode()
    client.post(f"/dealers/pointers/{pointer.pk}/review-danger/")
    pointer.refresh_from_db()
    assert pointer.reviewed_by == sue
    assert AuditEntry.objects.filter(verb="dealers.review_danger", outcome="done").count() == 1
    with pytest.raises(RuleBroken, match="nothing to review"):
        services.review_danger(by=sue, pointer=pointer, at=NOON)


def test_a_supervisor_of_another_market_reviews_nothing(client, ray, sal, pointer):
    services.see_danger(by=ray, pointer=pointer, because="Stop in progress.", at=NOON)
    client.force_login(sal)
    assert client.post(f"/dealers/pointers/{pointer.pk}/review-danger/").status_code == 404


def test_the_same_street_name_alone_is_a_possibility(ray, west_end, farrow):
    draft = logged(ray, west_end, street_name="Scooter")
    assert alike_of(draft, ray)["Cody Farrow"].words == "possible"
