"""A desk in full use: something under every address, and the states in which a page can be found."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from dealers import services as dealing
from dealers.cases.models import Case
from dealers.models import Pointer
from dmi.accounts import services as accounts
from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.accounts.tokens import new_secret
from maintenance import services as crt
from maintenance.models import AgendaItem, HotSheet
from markets import services as places
from tests.accounts.overseen import overseen
from tests.callins.followed import follow_ups_of
from tests.callins.lettered import letters_of
from tests.callins.offered import offer_of
from tests.callins.planned_of import plan_of
from tests.callins.qualified import invitation_of
from tests.callins.visited import visits_of
from tests.cases.court import before_court
from tests.cases.evidence import proved
from tests.cases.made import brought_to, built
from tests.conftest import NOON, TODAY, logged, officer
from tests.dealers.charted import saved_chart
from tests.dealers.declared import declared_by
from tests.dealers.facts import known_by
from tests.dealers.listed import match_of
from tests.dealers.lists import kept_lists
from tests.dealers.supervised import BEGAN, condition_of, supervision_of, violation_of
from tests.dealers.test_add_photo import picture
from tests.dealers.test_log_tip import told
from tests.dtc.enrolled import course_of
from tests.maintenance.alerted import alerts_of
from tests.maintenance.reached import said_and_asked
from tests.maintenance.seated import seated
from tests.maintenance.told import debrief_of
from tests.maintenance.watched import month_of, signal_of
from tests.markets.healthy import health_of
from tests.markets.lists import list_of_incidents
from tests.markets.upkeep import upkeep_of
from tests.retention.given import given_of

POLICE = [role for role in Role if role not in {Role.CLOCK, Role.TREATMENT, Role.COURT_CLERK}]
GRADED = {"reliability": "B", "validity": "2", "at": NOON}
PRINTED = {"pdf": b"%PDF-1.7 of the test", "pages": 2, "sha256": "0" * 64}
STATES_OF_CASES = ("prosecutor_review", "banked", "activation_requested", "charged", "released")
WHY_FAILED = "The printer stopped; the worker's log says where."


@dataclass
class World:
    known: dict[str, object]  # what each converter of an address may stand for
    draft: object
    returned: object
    frozen: HotSheet
    building: HotSheet
    failed: HotSheet
    expired: HotSheet
    flash: HotSheet
    decided: AgendaItem
    about_a_place: AgendaItem
    cases: list[Case]  # each in another state
    team: User  # of treatment court, and its clerk


def fill(ray, sal, sue, clock, task_force, market, farrow, whitlow, all_round):
    """The sheet of last week is in force, this week's meeting is open; before them one edition for each state."""
    photo, place, tie = tell_of(ray, farrow, whitlow, market)
    frozen = sheet_of(sal, task_force, weeks_ago=5)
    building = approved(sue, sheet_of(sal, task_force, weeks_ago=4))
    failed = given_up(clock, approved(sue, sheet_of(sal, task_force, weeks_ago=3)))
    expired = published(clock, approved(sue, sheet_of(sal, task_force, weeks_ago=2)))
    in_force = published(clock, approved(sue, sheet_of(sal, task_force, weeks_ago=1)))
    meeting = opened(sal, task_force, weeks_ago=0)
    decided = meeting.items.filter(dealer=farrow).get()
    decide(sal, decided)
    token = accounts.make_token(
        by=all_round, name="Nightly export", scope="read", days=30, secret=new_secret(), at=timezone.now()
    )
    known = {
        "dealer_id": farrow.pk, "other_id": whitlow.pk, "merge_id": merged(ray, sal, market).pk,
        "pointer_id": Pointer.objects.create(dealer=farrow, given_to=all_round, at=timezone.now()).pk,
        "market_id": market.pk, "tie_id": tie.pk, "photo_id": photo.pk, "size": "page",
        "hot_place_id": place.pk, "assignment_id": market.assignments.get(officer=ray).pk,
        "meeting_id": meeting.pk, **seated(meeting, sal),
        "item_id": decided.pk, "observation_id": farrow.observations.first().pk,
        "sheet_id": in_force.pk, "number": in_hand(in_force, all_round).number, "item": 1,
        **overseen(),
        "officer_id": ray.pk, "pk": 1, "token_id": token.pk, **under_supervision(farrow, ray),
        **told_of(farrow, ray, market),
        **kept_lists(ray, market),
        **list_of_incidents(sal, market),
        "chart_id": saved_chart(ray, market).pk,
        "declaration_id": declared_by(ray, market).pk,
        **known_by(ray, farrow),
        **before_court(farrow, ray, sal, market),
        **proved(farrow, ray, market),
        **health_of(sal, market),
        **(plan := plan_of(all_round, market)),
        **invitation_of(plan["call_in_id"], farrow, sal),
        **letters_of(plan["call_in_id"], farrow, sal, market),
        **upkeep_of(market, place, ray, sal),
        **follow_ups_of(farrow, sal, market),
        **visits_of(farrow, sal),
        **offer_of(farrow, sal, market),
        **said_and_asked(all_round, market),
        **debrief_of(all_round, market),
        **signal_of(market),
        **month_of(sal),
        **alerts_of(farrow, all_round, market),
        **given_of(farrow, ray, sal),
        **course_of(team := officer("502", Role.TREATMENT, Role.COURT_CLERK, full_name="Tess Quill")),
    }  # fmt: skip
    returned = logged(all_round, market, street_name="Wren")
    return World(
        known=known, draft=logged(ray, market, street_name="Rook", vehicle="blue Civic", plate="HKD 482"),
        returned=dealing.return_draft(by=sal, dealer=returned, because="Say who saw it."),
        frozen=frozen, building=building, failed=failed, expired=expired, decided=decided,
        flash=issued(clock, sal, sue, task_force, farrow),
        about_a_place=meeting.items.exclude(hot_place=None).get(),
        cases=[led_to(state, farrow, all_round, sal, market) for state in STATES_OF_CASES], team=team,
    )  # fmt: skip


def led_to(state, farrow, by, supervisor, market):
    """A case in this state, its buy in March."""
    people = {"investigator": by, "supervisor": supervisor, "prosecutor": by}
    return brought_to(state, built(farrow, by, market, report_number=state), people)


def merged(ray, sal, market):
    """Two drafts made one."""
    kept, other = (logged(ray, market, street_name=name) for name in ("Wick", "Wicker"))
    return dealing.merge_dealers(by=sal, dealer=kept, other=other, because="Same phone", at=timezone.now())


def under_supervision(farrow, ray):
    """A condition that police may act on and was broken, one that they only report and nobody verified lately."""
    probation = supervision_of(farrow, ray)
    curfew = condition_of(probation, ray)
    condition_of(probation, ray, words="No contact with Whitlow", permits="report", verified_on=BEGAN)
    violation = violation_of(curfew, ray)
    return {"supervision_id": probation.pk, "condition_id": curfew.pk, "violation_id": violation.pk}


def told_of(farrow, ray, market):
    """A line of a jail's list, and a tip."""
    match = match_of(farrow, ray)
    return {"match_id": match.pk, "roster_id": match.roster_id, "tip_id": told(ray, market).pk}


def everybody_there(sal, market):
    """An officer of every police role, so that each page shows all it can."""
    person = officer("500", *POLICE, full_name="Alma Round", rank="Lt.", phone="802-555-0150", is_sworn=True)
    places.assign_officer(by=sal, market=market, officer=person, on=TODAY)
    return person


def tell_of(ray, farrow, whitlow, market):
    """A photo, cautions, a tie and what was seen; a place."""
    photo = dealing.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)
    calls = {"kind": "phone", "strength": 3, "seen_on": TODAY, "basis": "Calls", **GRADED}
    tie = dealing.log_tie(by=ray, dealer=farrow, other=whitlow, **calls)
    for kind in ("armed", "violent", "needles"):
        dealing.log_caution(by=ray, dealer=farrow, kind=kind, source="26-0917", noted_on=TODAY, at=NOON)
    weak = {"reliability": "E", "validity": "4", "at": timezone.now()}
    dealing.log_observation(by=ray, market=market, dealers=[farrow, whitlow], narrative="Counted money.", **weak)
    facts = {"address": "41 Cutler Street", "kind": "drug_house", "what_happens": "Visitors at night."}
    facts |= {"latitude": 43.605, "longitude": -72.975, "owner_name": "G. Pomfret", "owner_phone": "802-555-0176"}
    return photo, places.log_hot_place(by=ray, market=market, on=TODAY, **facts), tie


def opened(sal, task_force, weeks_ago):
    at = timezone.localtime() - timedelta(weeks=weeks_ago)  # by the clock on the wall: a week is one whatever DST does
    return crt.open_meeting(by=sal, task_force=task_force, on=timezone.localdate(at), at=at)


def sheet_of(sal, task_force, weeks_ago):
    """Frozen from the meeting of that week: everybody is on it."""
    meeting = opened(sal, task_force, weeks_ago)
    for item in meeting.items.all():
        decide(sal, item)
    crt.write_headline(by=sal, meeting=meeting, headline="Selling is back at Alder Plaza.")
    crt.close_meeting(by=sal, meeting=meeting, at=meeting.opened_at)
    return crt.freeze_hot_sheet(by=sal, meeting=meeting, at=meeting.opened_at)


def decide(sal, item):
    said = {"reason": "Sells.", "patrol_line": "Sells from the car.", "officer_action": "Observe and report."}
    return crt.decide(by=sal, item=item, kind=item.choices[0], at=item.meeting.opened_at, **said)


def approved(sue, sheet):
    return crt.approve_hot_sheet(by=sue, sheet=sheet, at=sheet.frozen_at)


def in_hand(sheet, officer):
    """Opened on a screen, where it can be read."""
    return crt.open_copy(by=officer, copy=sheet.copies.get(officer=officer), at=timezone.now())


def issued(clock, sal, sue, task_force, farrow):
    """A flash bulletin that is out."""
    at = timezone.localtime()
    said = {"headline": "Shots fired at a marked car", "text": "Two rounds from a gray Civic.", "source": "26-4533"}
    flash = crt.issue_flash(
        by=sal, task_force=task_force, dealer=farrow, action="Two units.", until=at.date(), at=at, **said
    )  # fmt: skip
    return published(clock, approved(sue, flash))


def given_up(clock, sheet):
    crt.begin_build(by=clock, sheet=sheet)
    return crt.give_up_build(by=clock, sheet=sheet, because=WHY_FAILED)


def published(clock, sheet):
    """By a printer that costs nothing: how the sheet looks is tested where it is drawn."""
    crt.begin_build(by=clock, sheet=sheet)
    return crt.publish_hot_sheet(by=clock, sheet=sheet, at=sheet.approved_at, **PRINTED)
