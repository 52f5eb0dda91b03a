"""Every page asks the database no more often for many rows than for few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from dealers import services as dealing
from dealers.cases import services as courts
from dealers.cases.models import Buy, Case, Exhibit, Operation
from dmi.accounts import services as accounts
from dmi.accounts import sessions
from dmi.accounts.roles import Role
from dmi.accounts.tokens import new_secret
from dmi.pdf import Body
from maintenance import services as crt
from maintenance import tasks
from maintenance.models import Meeting
from markets import services as places
from markets.models import Area, CodeCase, HotPlace
from tests.cases.court import aimed, arrested, logged_warrant, planned
from tests.cases.evidence import at_the_lab, logged_buy, proved, thing_of, with_result
from tests.cases.made import brought_to, built, draft_of
from tests.conftest import NOON, TODAY, logged, officer
from tests.conventions.site import doors
from tests.dealers.facts import FACTS, log
from tests.dealers.listed import match_of
from tests.dealers.supervised import condition_of, supervision_of, violation_of
from tests.dealers.test_add_photo import picture
from tests.dealers.test_log_tip import told
from tests.maintenance.conftest import decided
from tests.markets.healthy import more_health
from tests.markets.upkeep import case_of, drawn, inspected, noticed, place_of, promise_of

EVERYTHING = [role for role in Role if role not in {Role.CLOCK, Role.TREATMENT, Role.COURT_CLERK}]


@pytest.fixture
def all_round(sal, west_end, task_force):
    """An officer of every police role, so that each page shows all it can."""
    person = officer("500", *EVERYTHING, is_sworn=True)
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


def grow(ray, sal, sue, all_round, west_end, farrow, number):
    """One more of everything a page may list; `number` keeps names apart."""
    dealer = logged(ray, west_end, last_name=f"Person{number}", street_name=f"Street{number}", vehicle="Van", plate="1")
    dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
    dealing.add_photo(by=ray, dealer=dealer, photo=picture(), taken_on=TODAY, at=NOON)
    facts = {"reliability": "B", "validity": "2", "at": NOON}
    dealing.log_tie(by=ray, dealer=dealer, other=farrow, kind="phone", seen_on=TODAY, basis="Calls", **facts)
    for kind, said in FACTS.items():
        log(kind, ray, farrow, **another(said, number))
    for who in (dealer, farrow):
        violation_of(condition_of(probation_of(who, ray), ray, words=f"Rule {number}"), ray)
        dealing.log_caution(by=ray, dealer=who, kind="dog", source=f"26-{number}", noted_on=TODAY, at=NOON)
        dealing.log_observation(
            by=ray,
            market=west_end,
            dealers=[who, dealer][: 1 + (who != dealer)],
            narrative="Seen",
            seen_at=NOON,
            **facts,
        )
    match_of(dealer, all_round, number)
    told(ray, west_end)
    logged(ray, west_end, street_name=f"Draft{number}")
    logged(all_round, west_end, street_name=f"Own{number}")
    keep_up(ray, sal, all_round, west_end, number)
    other = places.open_market(by=all_round, name=f"Market{number}", kind="overt", drugs="Crack", on=TODAY)
    places.assign_officer(by=all_round, market=other, officer=officer(f"o{number}", "patrol", is_sworn=True), on=TODAY)
    sweep(dealer, ray, sal, west_end)
    more_health(all_round, west_end, number)
    for who in (dealer, farrow):
        prove(who, ray, west_end, number)
        accuse(who, all_round, west_end, number)
    accounts.make_token(by=all_round, name="x", scope="read", days=1, secret=new_secret(), at=NOON)


def keep_up(ray, sal, all_round, west_end, number):
    """One more hot place on the map; and at it and at the first of them a promise and an inspected code case."""
    for place in {place_of(west_end, ray, f"{number} A Street"), HotPlace.objects.get(address="1 A Street")}:
        promise_of(place, ray)
        case = case_of(place, ray, all_round, f"CE-{number}-{place}")
        inspected(noticed(case, all_round), all_round)
    inspected(CodeCase.objects.order_by("number").first(), all_round)
    if not Area.objects.exists():
        drawn(west_end, sal)


def another(said, number):
    """The same fact with other words: nothing is on record twice."""
    other = {"number": f"802-555-01{number:02}", "year": 1980 + number}
    other |= {name: f"{said.get(name)} {number}" for name in ("name", "line", "description")}
    return {name: value for name, value in other.items() if name in said}


def sweep(dealer, ray, sal, west_end):
    """One more target of the one sweep, before a court, with a warrant and a track."""
    operation = Operation.objects.first() or planned(west_end, sal)
    aimed(operation, dealer, sal)
    courts.state_track_facts(by=ray, dealer=dealer, basis="Records", at=NOON)
    courts.decide_track(by=sal, dealer=dealer, decided="call_in", at=NOON)
    prosecution = arrested(dealer, ray)
    courts.add_charge(by=ray, prosecution=prosecution, offence="sale_heroin", offence_on=TODAY, at=NOON)
    logged_warrant(dealer, ray, number=dealer.known_as)


def accuse(dealer, by, west_end, number):
    """One more case in the prosecutor's queue whose clock runs out, one that is asked for again, and one adrift."""
    waiting, banked = (built(dealer, by, west_end, report_number=f"26-{number}{letter}") for letter in "ab")
    brought_to("prosecutor_review", waiting, {"investigator": by})
    brought_to("activation_requested", banked, dict.fromkeys(["investigator", "supervisor", "prosecutor"], by))
    Case.objects.filter(pk=waiting.pk).update(commence_by=localdate())
    draft_of(dealer, by, west_end)


def prove(dealer, ray, west_end, number):
    """One more buy with its result, one that is overdue, and exhibits of the dealer's one case."""
    with_result(at_the_lab(logged_buy(dealer, ray, west_end), ray), ray, "analogue", analogues=f"Analogue {number}")
    at_the_lab(logged_buy(dealer, ray, west_end), ray)
    case = Case.objects.filter(dealer=dealer).order_by("number").first() or Case.objects.get(
        pk=proved(dealer, ray, west_end)["case_id"]
    )
    thing_of(case, ray)


def probation_of(dealer, ray):
    return dealer.supervisions.first() or supervision_of(dealer, ray)


def hold_week(sal, sue, task_force, number):
    """A meeting about everybody, and its sheet."""
    at = NOON + timedelta(weeks=number)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=at.date(), at=at)
    for item in meeting.items.all():
        decided(sal, item, item.choices[0])
    crt.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    crt.close_meeting(by=sal, meeting=meeting, at=at)
    sheet = crt.freeze_hot_sheet(by=sal, meeting=meeting, at=at)
    crt.approve_hot_sheet(by=sue, sheet=sheet, at=at)
    tasks.build_hot_sheet(sheet=str(sheet.pk))
    return sheet


@pytest.fixture
def printer(monkeypatch):
    body = Body(pdf=b"%PDF-1.7 of the test", pages=2, sha256="0" * 64)
    monkeypatch.setattr(tasks, "printed", lambda sheet: body)


def addresses(farrow, west_end, sheet, all_round, ray):
    meeting = Meeting.objects.order_by("week_of").first()
    known = {
        "dealer_id": farrow.pk, "market_id": west_end.pk, "meeting_id": meeting.pk, "sheet_id": sheet.pk,
        "operation_id": Operation.objects.get().pk,
        "case_id": Case.objects.filter(dealer=farrow).order_by("number").first().pk,
        "buy_id": Buy.objects.filter(dealer=farrow).last().pk, "exhibit_id": Exhibit.objects.first().pk,
        "number": sheet.copies.get(officer=all_round).number, "officer_id": ray.pk,
        "hot_place_id": HotPlace.objects.get(address="1 A Street").pk,
        "code_case_id": CodeCase.objects.order_by("number").first().pk,
    }  # fmt: skip
    for door in doors():
        if set(door.wants) <= set(known) and not door.name.startswith("callins") and "download" not in door.name:
            yield door.name, door.address(known)


def asked(client, address):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    return answer.status_code, [query["sql"] for query in queries]


@pytest.fixture
def one_sign_of_life(monkeypatch):
    """A minute passes between the two looks: what is written then is no question of the page."""
    monkeypatch.setattr(sessions, "EVERY", 3600)


def test_pages_ask_no_more_often_for_many_rows_than_for_few(
    client, printer, one_sign_of_life, ray, sal, sue, clock, task_force, west_end, farrow, all_round
):
    grow(ray, sal, sue, all_round, west_end, farrow, 1)
    sheet = hold_week(sal, sue, task_force, 0)
    client.force_login(all_round)
    for _, address in addresses(farrow, west_end, sheet, all_round, ray):
        client.get(address)  # warms what is cached for a process
    few = {name: asked(client, address) for name, address in addresses(farrow, west_end, sheet, all_round, ray)}
    for number in range(2, 7):
        grow(ray, sal, sue, all_round, west_end, farrow, number)
    for number in range(1, 4):
        hold_week(sal, sue, task_force, number)
    slower = []
    for name, address in addresses(farrow, west_end, sheet, all_round, ray):
        status, questions = asked(client, address)
        assert status < 500, name
        if len(questions) > len(few[name][1]):  # a timeline of one kind asks for fewer kinds
            more = [sql[:200] for sql in questions if sql[:60] not in {each[:60] for each in few[name][1]}]
            slower.append(f"{name}: {len(few[name][1])} -> {len(questions)} {more[:2]}")
    assert slower == []
