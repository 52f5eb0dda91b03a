"""People are found however their names are typed, and only by those who may see them."""

import pytest

from dealers import search, services
from dealers.models import Address, Alias, BirthDate, Dealer, Influential, Phone, Tip, Vehicle
from dmi.audit.models import AuditEntry
from markets import services as places
from tests.conftest import NOON, TODAY, logged


@pytest.fixture
def known(farrow, ray):
    """Farrow, by everything somebody can be known by."""
    told = {"dealer": farrow, "by": ray, "at": NOON}
    Phone.objects.create(number="+18025550114", **told)
    Vehicle.objects.create(description="Blue Civic", plate="GKT 482", **told)
    Address.objects.create(line="41 Cutler Street", city="Otter Falls", state="VT", **told)
    BirthDate.objects.create(year=1990, month=3, day=4, **told)
    return farrow


def found(words, officer):
    return {str(each.dealer): each.why for each in search.people(words, officer)}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Farrow", "name Farrow"),
        ("farow", "name Farrow is one letter from farow"),
        ("Pharro", "name Farrow sounds like pharro"),
        ("farrow cody", "name Farrow; name Cody"),
        ("Skooter", "street name Scooter is one letter from skooter"),
        ("Scotoer", "street name Scooter is one letter from scotoer"),
        ("Scoo", "street name Scooter begins with scoo"),
        ("cody skooter", "name Cody; street name Scooter is one letter from skooter"),
        ("0114", "phone ends in 0114"),
        ("555-0114", "phone ends in 5550114"),
        ("(802) 555 0114", "phone 802-555-0114"),
        ("+1 802.555.0114", "phone 802-555-0114"),
        ("gkt482", "plate GKT 482"),
        ("GKT-482", "plate GKT 482"),
        ("482", "plate GKT 482"),
        ("Cutler", "address 41 Cutler Street"),
        ("41 cuttler", "address 41 Cutler Street is one letter from cuttler"),
        ("3/4/1990", "born 4 Mar 1990"),
        ("1990-03-04", "born 4 Mar 1990"),
    ],
)
def test_somebody_is_found_by_what_one_knows_of_him(known, ray, words, why):
    assert found(words, ray) == {"Cody Farrow": why}


def test_a_record_is_found_by_its_number(farrow, ray):
    assert found(farrow.reference, ray) == {"Cody Farrow": f"record {farrow.reference}"}


@pytest.mark.parametrize("words", ["", " ", "x", "\0", "%", "'; DROP TABLE", "9" * 40, "zzzzzz", "–", "“”", "1/1/1"])
def test_what_means_nobody_finds_nobody(known, ray, words):
    assert found(words, ray) == {}


def test_an_entry_is_found_by_its_words(farrow, whitlow, ray, west_end):
    services.log_observation(
        by=ray, market=west_end, dealers=[whitlow], narrative="Sold from a green Subaru behind the laundromat.",
        seen_at=NOON, reliability="B", validity="2", at=NOON,
    )  # fmt: skip
    [why] = found("subaru laundromats", ray).values()
    assert why == "named in an entry of 3 Mar 2026: “Sold from a green Subaru behind the laundromat.”"


def test_the_closest_comes_first(ray, west_end):
    for name in ("Moffat", "Moffit", "Maffett"):
        logged(ray, west_end, last_name=name)
    assert next(iter(found("moffit", ray))) == "Moffit"


def test_ten_bearers_of_a_common_name_do_not_hide_a_rare_one(ray, west_end):
    for number in range(12):
        logged(ray, west_end, last_name="Rook", first_name=f"N{number}", street_name="Brick")
    logged(ray, west_end, street_name="Brisk")
    assert "“Brisk”" in list(found("bri k", ray) | found("briak", ray))[:10]


def test_what_was_withdrawn_finds_nobody(known, ray):
    for model in (Alias, Phone, Vehicle, Address, BirthDate):
        model.objects.filter(dealer=known).update(withdrawn_at=NOON)
    assert [words for words in ("Scooter", "0114", "gkt482", "cutler", "3/4/1990") if found(words, ray)] == []


def test_what_moved_to_another_record_finds_that_one(known, whitlow, ray):
    Alias.objects.filter(dealer=known).update(dealer=whitlow)
    assert list(found("scooter", ray)) == ["Dana Whitlow"]


def test_a_deleted_record_leaves_nothing_to_be_found(known, ray):
    Dealer.objects.filter(pk=known.pk).update(last_name="Farrowby")
    known.mentions.all().delete()
    known.delete()
    assert found("farrowby", ray) == found("0114", ray) == {}


@pytest.mark.parametrize("words", ["Farrow", "farow", "scooter", "0114", "gkt482", "cutler", "3/4/1990", "Civic"])
def test_otis_finds_nothing_by_any_word(client, known, otis, words):
    assert found(words, otis) == {}
    assert search.suggested(words, otis) == search.ids(words, otis) == []
    client.force_login(otis)
    page = client.get("/dealers/search/", {"q": words}).content.decode()
    assert "Nobody you may see fits" in page
    assert "Farrow" not in page.replace(f'value="{words}"', "")
    assert client.get("/dealers/search/", {"q": words}, headers={"hx-request": "true"}).content.strip() == b""
    assert client.get("/api/dealers/search/", {"q": words}).json() == {"people": [], "places": [], "markets": []}


def test_tips_and_influentials_are_found_by_nothing(farrow, ray, west_end):
    told = {"by": ray, "at": NOON, "reliability": "B", "validity": "2"}
    Influential.objects.create(dealer=farrow, name="Gilda Quist", relation="Aunt", **told)
    Tip.objects.create(market=west_end, about="Gilda Quist", narrative="Gilda knows.", received_on=TODAY, **told)
    assert found("gilda", ray) == found("quist", ray) == {}


def test_a_draft_is_found_by_its_author_and_supervisor_alone(rook, ray, sal, pat, otis):
    assert [bool(found("rook", officer)) for officer in (ray, sal, otis, pat)] == [True, True, False, False]


def test_the_page_shows_people_with_their_reason_places_and_markets(client, known, ray, west_end):
    places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)
    client.force_login(ray)
    page = client.get("/dealers/search/", {"q": "cutler"}).content.decode()
    assert "Address 41 Cutler Street" in page
    assert "Hot places" in page
    assert "West End" in client.get("/dealers/search/", {"q": "west"}).content.decode()


def test_the_api_tells_the_same(client, known, ray):
    client.force_login(ray)
    [person] = client.get("/api/dealers/search/", {"q": "skooter"}).json()["people"]
    assert person["dealer"]["known_as"] == "Cody Farrow"
    assert person["why"] == "street name Scooter is one letter from skooter"


def test_a_search_is_on_the_trail_without_its_words(client, known, ray):
    client.force_login(ray)
    client.get("/dealers/search/", {"q": "skooter"})
    [line] = AuditEntry.objects.filter(verb="dealers.search")
    assert line.others["hits"] == 1
    assert "skooter" not in str(vars(line))


def test_suggestions_are_on_the_trail_when_they_show_somebody_new(client, known, whitlow, ray):
    client.force_login(ray)
    for words in ("sco", "scoo", "scoot", "whit", "zzzz"):
        client.get("/dealers/search/", {"q": words}, headers={"hx-request": "true"})
    assert AuditEntry.objects.filter(verb="dealers.search").count() == 2


def test_patrol_has_no_search(client, pat):
    client.force_login(pat)
    assert client.get("/dealers/search/").status_code == 403
