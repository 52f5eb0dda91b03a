"""A hot place with what its owner promised and what the code office does, and areas drawn around it."""

from datetime import date, timedelta

from dmi.accounts.models import User
from dmi.accounts.roles import Role
from markets import services
from tests.conftest import NOON, TODAY, officer

WEST, SOUTH, STEP = -72.980, 43.600, 0.01
SERVED, COMPLY_BY = TODAY, TODAY + timedelta(days=14)
STREET = {"type": "LineString", "coordinates": [[WEST, SOUTH], [WEST + STEP, SOUTH + STEP]]}


def box(west=WEST, south=SOUTH, wide=STEP, high=STEP):
    corners = [(west, south), (west + wide, south), (west + wide, south + high), (west, south + high), (west, south)]
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}


def drawn(market, by, kind="market", shape=None, **said):
    facts = {"name": "Rail line to river", "near_metres": 300, "at": NOON} | said
    return services.draw_area(by=by, market=market, kind=kind, shape=shape or box(), **facts)


def streets(market, by):
    shapes = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": STREET, "properties": {}}]}
    return services.upload_background(by=by, market=market, shapes=shapes, source="Survey of 2024", at=NOON)


def place_of(market, by, address="9 Crescent Court", **said):
    facts = {"kind": "drug_house", "what_happens": "Farrow lets rooms", "latitude": 43.605, "longitude": -72.975}
    return services.log_hot_place(by=by, market=market, address=address, on=TODAY, **facts | said)


def promise_of(place, by, what="New locks"):
    said = {"promised_by": "G. Pomfret", "promised_on": TODAY, "due_on": date(2026, 3, 20), "at": NOON}
    return services.log_promise(by=by, hot_place=place, what=what, **said)


def inspector_called(badge):
    return User.objects.filter(badge=badge).first() or officer(badge, Role.PARTNER, full_name=f"Inspector {badge}")


def case_of(place, by, inspector=None, number="CE-0412"):
    said = {"ordinance": "Housing code 5.3", "violation": "Open wiring", "on": TODAY, "at": NOON}
    inspector = inspector or inspector_called("i1")
    return services.open_code_case(by=by, hot_place=place, inspector=inspector, number=number, **said)


def noticed(case, by):
    return services.record_notice(by=by, code_case=case, notice_served_on=SERVED, comply_by=COMPLY_BY, at=NOON)


def inspected(case, by, *, is_complied=False, next_on=None, at=NOON):
    said = {"inspected_on": TODAY, "is_complied": is_complied, "found": "Wires hang", "next_on": next_on, "at": at}
    return services.record_inspection(by=by, code_case=case, **said)


def upkeep_of(market, place, ray, sal):
    """What the addresses of these rooms stand for."""
    drawn(market, sal)
    streets(market, sal)
    case = case_of(place, ray)
    noticed(case, sal)
    inspected(case, sal)
    return {"promise_id": promise_of(place, ray).pk, "code_case_id": case.pk}
