"""What we learned: the case study's questions answered from the records, with n, and nobody named."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from dealers import services as dealing
from dealers.cases import services as court
from dealers.models import Involvement
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from maintenance.lessons import few, people, samples, speed, steps
from maintenance.lessons.people import OTHERS, Person
from maintenance.lessons.samples import Sample
from maintenance.lessons.steps import Event, Kind, Step
from markets import services as places
from tests.cases.evidence import at_the_lab, logged_buy, with_result
from tests.conftest import NOON, TODAY, officer
from tests.dealers.facts import correct
from tests.dealers.test_log_tie import tie

ROLES = {"supplier": "Suppliers", "addict_dealer": "Addict-dealers"}


def person(key, role="supplier", **facts):
    return Person(key=str(key), role=role, deals=True, uses=None, named_on=TODAY, **facts)


# Small numbers


def test_one_or_two_people_are_never_told_in_any_group():
    for counts in product(range(6), repeat=3):
        told = few.cells(dict(enumerate(counts)))
        shown = [cell.shown for cell in told.values()]
        assert not {1, 2} & set(shown), counts
        hidden = [count for count, cell in zip(counts, shown, strict=True) if cell is None]
        if max(counts) > 2:  # else nobody else is there to hide them among
            assert not hidden or len(set(hidden)) > 1, counts  # their sum would say what each is
            assert len({cell.words for cell in told.values() if cell.is_hidden}) < 2, counts


def test_a_share_tells_neither_the_few_nor_the_few_others():
    words = {(0, 0): "not known yet", (1, 2): "too few to tell", (2, 9): "fewer than 3 of 9",
             (8, 9): "all but fewer than 3 of 9", (0, 4): "0 of 4", (3, 6): "3 of 6"}  # fmt: skip
    for (count, of), said in words.items():
        assert few.Share(count, of).words == said
    assert few.Share(3, 6).rate.percent == 50
    assert few.Share(2, 9).rate is None


# The pure answers


def test_layers_are_counted_with_how_many_use_of_those_of_whom_it_is_known():
    crowd = [person(n, "addict_dealer", buyers=10 * n) for n in range(4)] + [person(n + 10) for n in range(3)]
    crowd = [Person(**{**vars(each), "uses": True if each.role == "addict_dealer" else None}) for each in crowd]
    top, last = people.layers(crowd, ROLES)
    assert (top.label, top.people.shown, top.uses.of, top.buyers) == ("Suppliers", 3, 0, None)
    assert (last.uses.words, last.buyers, last.buyers_known) == ("4 of 4", 15, 4)


def test_of_a_layer_that_is_not_shown_nothing_else_says_how_many_it_has():
    crowd = [person(0, route="Route 7", buyers=9), *(person(n, "addict_dealer", buyers=n) for n in range(1, 4))]
    told = people.layers(crowd, ROLES)
    assert {cell.words for layer in told for cell in (layer.people, layer.deals, layer.uses)} == {few.NOT_SHOWN}
    assert [layer.buyers for layer in told] == [None, None]
    assert {(way.known, way.of, way.is_hidden) for way in people.supply(crowd, told)} == {(0, 0, True)}


def test_ways_of_supply_that_few_take_stand_together():
    routes = ["Route 7"] * 4 + ["Route 4"] * 2 + ["Amtrak", ""]
    ways = {way.question: way for way in people.supply([person(n, route=route) for n, route in enumerate(routes)])}
    way = ways["Comes by"]
    assert (way.known, way.of) == (7, 8)
    assert [(answer, cell.words) for answer, cell in way.answers] == [("Route 7", "4"), (OTHERS, "3")]
    assert ways["How often"].answers == []
    few_others = people.way("Carried by", ["car"] * 9 + ["bus"] * 3 + ["courier"])
    assert [(answer, cell.words) for answer, cell in few_others.answers] == [("car", "9"), (OTHERS, "4")]


def sample(day, price, quantity=10, unit="bags", **facts):
    return Sample(day, "heroin", unit, Decimal(quantity), Decimal(price), **facts)


def test_prices_are_told_for_one_in_the_unit_in_which_it_was_bought():
    found = samples.monthly([
        sample(date(2026, 2, 3), 100, purity=Decimal(40)), sample(date(2026, 2, 27), 120),
        sample(date(2026, 2, 9), 80, 1, "grams"), sample(date(2026, 1, 30), 90),
    ])  # fmt: skip
    assert [(month.month.month, month.unit, month.buys, month.price) for month in found] == [
        (1, "bags", 1, 9), (2, "bags", 2, 11), (2, "grams", 1, 80),
    ]  # fmt: skip
    assert (found[1].purity, found[1].measured, found[0].purity) == (40, 1, None)


def test_fentanyl_is_a_share_of_the_samples_with_a_result():
    tested = {"has_result": True}
    [january, february] = samples.fentanyl([
        sample(date(2026, 2, 3), 1, **tested, has_fentanyl=True), sample(date(2026, 2, 4), 1, **tested),
        sample(date(2026, 1, 4), 1, **tested), sample(date(2026, 1, 5), 1),
    ])  # fmt: skip
    assert (january.samples, january.with_fentanyl) == (1, 0)
    assert (february.samples, february.with_fentanyl, february.percent) == (2, 1, 50)


@pytest.mark.parametrize(
    ("kind", "event", "again"),
    [
        (Kind.CALLED_IN, {"days": 0}, (0, 0)),  # the same day
        (Kind.CALLED_IN, {"days": 30}, (4, 4)),
        (Kind.CALLED_IN, {"days": 31}, (0, 4)),
        (Kind.CALLED_IN, {"days": 91}, (0, 0)),
        (Kind.CALLED_IN, {"days": 5, "is_arrest": True}, (4, 4)),
        (Kind.TARGET, {"days": 5, "is_arrest": True}, (0, 0)),  # what a sweep is for
    ],
)
def test_active_again_is_something_that_happened_later(kind, event, again):
    held_on = TODAY - timedelta(days=90)
    on = held_on + timedelta(days=event.pop("days"))
    crowd = [str(n) for n in range(4)]
    [line] = steps.tried(
        [Step(who, kind, held_on) for who in crowd], [Event(who, on, **event) for who in crowd],
        dict.fromkeys(crowd, "supplier"), ROLES, TODAY,
    )  # fmt: skip
    assert tuple(share.count for share in line.again) == again
    assert [share.of for share in line.again] == [4, 4]


def test_only_whose_days_are_over_are_followed_and_the_first_step_counts():
    early, late = TODAY - timedelta(days=40), TODAY - timedelta(days=10)
    [line] = steps.tried(
        [Step("a", Kind.SHEET, late), Step("a", Kind.SHEET, early), Step("b", Kind.SHEET, late)], [],
        {"a": "supplier", "b": "supplier"}, ROLES, TODAY,
    )  # fmt: skip
    assert [share.of for share in line.again] == [1, 0]
    assert line.people.is_hidden


def test_how_fast_is_told_in_days_from_the_opening():
    opened = date(2026, 1, 1)
    named = [opened + timedelta(days=n) for n in (10, 20, 40, 80)]
    told = speed.Speed(opened, named, opened + timedelta(days=90), None, 4, 0, 0)
    assert (told.days_to_first, told.days_to_half, told.days_to_declared, told.days_to_confirmed) == (10, 20, 90, None)
    assert speed.Speed(opened, [], None, None, None, 0, 0).days_to_half is None


# The page


@pytest.fixture
def worked(ray, sal, west_end, farrow, whitlow, rook):
    """Two on file with a tie, a sample, a banked list; a draft that counts nowhere."""
    tie(ray, farrow, whitlow)
    correct("involvement", ray, farrow.involvements.get(), uses_what_is_sold=True)
    with_result(at_the_lab(logged_buy(farrow, ray, west_end), ray), ray, "fentanyl", purity_percent=Decimal(31))
    court.record_arrest(
        by=ray, dealer=farrow, court="state", court_name="Superior Court", docket="1", arresting_agency="Otter Falls",
        arrested_on=TODAY, custody="held", held_at="Marble Valley", at=NOON,
    )  # fmt: skip
    dealing.declare_list_complete(by=ray, market=west_end, sources=["patrol"], at=NOON)
    return SimpleNamespace(address=f"/boards/{west_end.pk}/lessons/", market=west_end)


@pytest.fixture
def cole(sal, west_end):
    """A commander who works the market, and may see nobody in it."""
    commander = officer("c1", Role.COMMANDER, full_name="Cole Harding")
    places.assign_officer(by=sal, market=west_end, officer=commander, on=TODAY)
    return commander


def test_a_commander_learns_how_many_and_never_who(client, worked, cole, ray):
    told = {}
    for reader in (cole, ray):
        client.force_login(reader)
        page = client.get(worked.address)
        assert page.status_code == 200
        for name in ("Farrow", "Whitlow", "Scooter", "Rook"):
            assert name not in page.content.decode().partition("<main")[2]
        found = page.context["learned"]
        told[reader] = (found.people, found.shape.ties, found.layers, found.months, found.fentanyl, found.tried)
    assert told[cole] == told[ray]
    assert told[cole][:2] == (2, 1)


def test_the_gate_opens_for_who_works_the_market_and_never_for_a_draft(ray, otis, cole, worked, farrow, whitlow):
    counted = {
        reader: {part.dealer for part in Involvement.objects.counted_for(reader)} for reader in (ray, cole, otis)
    }  # fmt: skip
    assert counted == {ray: {farrow, whitlow}, cole: {farrow, whitlow}, otis: set()}


def test_otis_and_a_commander_of_elsewhere_find_nothing(client, worked, otis):
    for stranger, page in ((otis, 404), (officer("c2", Role.COMMANDER), 200)):
        client.force_login(stranger)
        answers = [client.get(f"{door}{worked.address}{file}") for door in ("", "/api") for file in ("", "export/")]
        assert [answer.status_code for answer in answers] == [page, 404, 404, 404]
    assert answers[0].context["learned"] is None  # he may see that there is a market


def test_the_look_and_the_file_are_on_the_record(client, worked, ray):
    client.force_login(ray)
    client.get(worked.address)
    client.get(f"{worked.address}export/?table=steps")
    for verb in ("view_lessons", "export_lessons"):
        [line] = AuditEntry.objects.filter(verb=f"maintenance.{verb}")
        assert (line.badge, line.record) == (ray.badge, f"markets.market:{worked.market.pk}")


def test_every_table_leaves_as_csv_and_all_as_one_workbook(client, worked, ray):
    client.force_login(ray)
    for table in ("shape", "removal", "layers", "supply", "speed", "months", "fentanyl", "steps"):
        file = b"".join(client.get(f"{worked.address}export/?table={table}").streaming_content).decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(file))
        assert all(len(row) == len(header) for row in rows), table
        assert "Farrow" not in file
    assert client.get(f"{worked.address}export/?table=people").status_code == 404
    workbook = io.BytesIO(b"".join(client.get(f"{worked.address}export/?file=xlsx").streaming_content))
    assert sum(name.startswith("xl/worksheets/sheet") for name in ZipFile(workbook).namelist()) == 8


def test_the_api_tells_the_same_and_null_where_they_are_few(client, worked, cole):
    client.force_login(cole)
    answer = client.get(f"/api{worked.address}").json()
    assert (answer["shape"]["people"], answer["layers"][0]["people"]) == (2, None)
    assert answer["speed"]["declared"] == 2
    assert (answer["fentanyl"][0]["with_fentanyl"], answer["months"][0]["purity"]) == (1, 31.0)
    assert all(not line["again"] for line in answer["tried"])
    assert client.get(f"/api{worked.address}export/?table=months").status_code == 200
    assert client.get(f"/api{worked.address}export/?table=x").status_code == 404
