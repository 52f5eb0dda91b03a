"""The demo's two markets: West End, covert, disrupted this year; Ferry Landing, overt, closed long ago."""

from functools import partial

from dmi.accounts.demo import officer
from dmi.audit.versions import version
from dmi.diary import Act
from markets import services
from markets.demo import shapes
from markets.models import HotPlace, Market

Kind, Stage, Status = Market.Kind, Market.Stage, HotPlace.Status
WEST_END, FERRY_LANDING = "West End", "Ferry Landing"
SWEEP, CALL_IN = "-14 Tue", "-13 Thu"  # in West End

OPENED = (
    (FERRY_LANDING, "-186 Mon", "sue", Kind.OVERT, "Crack cocaine", "Otter Falls, south bank"),
    (WEST_END, "-43 Mon", "sal", Kind.COVERT, "Heroin, fentanyl", "Otter Falls, west of the river"),
)

ASSIGNED = (
    (FERRY_LANDING, "-186 Tue", "otis", True),
    (FERRY_LANDING, "-186 Tue", "dee", False),
    (WEST_END, "-43 Tue", "ray", True),
    (WEST_END, "-43 Tue", "117", False),
    (WEST_END, "-43 Tue", "sue", False),
    (WEST_END, "-43 Wed", "ana", False),
    (WEST_END, "-41 Mon", "118", False),
    (WEST_END, "-40 Mon", "pru", False),
    (WEST_END, "-36 Mon", "121", False),
    (WEST_END, "-30 Mon", "dee", False),
    (WEST_END, "-20 Mon", "cora", False),
    (WEST_END, "-13 Mon", "liv", False),
    (WEST_END, "-13 Mon", "143", False),
    (WEST_END, "-12 Mon", "quinn", False),
)
RELEASED = ((FERRY_LANDING, "-52 Fri", "sue"),)

STAGES = (
    (FERRY_LANDING, "-180 Mon", Stage.TARGETING, "Area drawn: Ferry Road from the ramp to Second Street"),
    (FERRY_LANDING, "-168 Tue", Stage.COMMUNITY, "All five sellers named; first evening with the residents"),
    (FERRY_LANDING, "-160 Mon", Stage.PREPARATION, "Cases ready on all five"),
    (FERRY_LANDING, "-156 Thu", Stage.AFTER_CALL_IN, "Call-in held at the Grange; three came, two were in custody"),
    (FERRY_LANDING, "-154 Mon", Stage.MAINTENANCE, "No sale seen on Ferry Road for two weeks"),
    (FERRY_LANDING, "-52 Fri", Stage.CLOSED, "Two years without an overt sale; residents and patrol agree"),
    (WEST_END, "-41 Wed", Stage.TARGETING, "Network rather than corner: list by layer begun, covert plan agreed"),
    (WEST_END, "-27 Tue", Stage.COMMUNITY, "West End residents and clergy met; clinic opens places for those cut off"),
    (WEST_END, "-19 Mon", Stage.PREPARATION, "List declared complete with the lead investigator: fifty names"),
    (
        WEST_END,
        CALL_IN,
        Stage.AFTER_CALL_IN,
        "Sweep done last week; the seven are called in tonight at the Grange Hall",
    ),
    (WEST_END, "-12 Mon", Stage.MAINTENANCE, "Patrol briefed on all shifts; the CRT will meet every Thursday"),
)

# Market, address, kind, when and by whom it was logged, what happens there.
PLACES = (
    (FERRY_LANDING, "Ferry Road and Second Street", "corner", "-184 Wed", "otis",
     "Hand-to-hand sales to cars coming off the bridge, from three in the afternoon."),
    (FERRY_LANDING, "5 Wharf Lane", "drug_house", "-182 Fri", "otis",
     "Stash for the corner; runners come and go by the side door."),
    (WEST_END, "14 Baxter Street, rear stairs", "drug_house", "-42 Wed", "ray",
     "Third floor over the stairs. Short visits from late afternoon; a lookout on the landing."),
    (WEST_END, "Grove Plaza, lot behind the pharmacy", "lot", "-42 Fri", "117",
     "Meetings arranged by phone. Out-of-town plates park nose out; handovers take under a minute."),
    (WEST_END, "70 Alder Street, second floor", "drug_house", "-40 Tue", "ray",
     "Packaging and sales by appointment; the door is answered to a text only."),
    (WEST_END, "Birchwood Motor Inn, rooms 8 to 12", "hotel", "-38 Sat", "118",
     "Weekend lets for cash; sellers from Brooklyn sleep and weigh up here."),
    (WEST_END, "Alder Street underpass", "corner", "-35 Mon", "121",
     "Steering: buyers are sent on from here. Needles along the rail side."),
    (WEST_END, "9 Crescent Court", "drug_house", "-33 Thu", "117",
     "Rooms by the night, paid in kind. Unsafe wiring, no smoke alarm."),
    (WEST_END, "31 Cutler Street, rear", "drug_house", "-31 Mon", "ray",
     "Stash house; two deadbolts and a camera over the door."),
    (WEST_END, "West Street laundromat", "lot", "-25 Wed", "118",
     "Connectors meet drivers in the back row; runners go in and out of the laundromat."),
    (WEST_END, "Depot Park, bandstand", "corner", "-6 Mon", "121",
     "Small sales in the late afternoon since the underpass is walked."),
    (WEST_END, "State College, visitors' lot", "lot", "-3 Wed", "117",
     "Deliveries to cars between classes; ordered through an app."),
)  # fmt: skip

# Whom to talk to: name and phone.
OWNERS = {
    "70 Alder Street, second floor": ("Howard Glasscock", "802-555-0173"),
    "Birchwood Motor Inn, rooms 8 to 12": ("Denise Underhill, manager", "802-555-0174"),
    "9 Crescent Court": ("Crescent Holdings, L. Bascom", "802-555-0175"),
    "31 Cutler Street, rear": ("Gerald Pomfret", "802-555-0176"),
    "West Street laundromat": ("Rosa Tremblay", "802-555-0177"),
    "Grove Plaza, lot behind the pharmacy": ("Grove Plaza LLC, T. Nye", "802-555-0178"),
}

CHANGED = (
    (FERRY_LANDING, "5 Wharf Lane", "-157 Tue", "sue", Status.CLOSED, "Vacated by court order; sold and rebuilt."),
    (FERRY_LANDING, "Ferry Road and Second Street", "-52 Thu", "sue", Status.CLOSED,
     "No sale seen for two years; the bench and the lamp are back."),
    (WEST_END, "31 Cutler Street, rear", "-13 Wed", "sal", Status.WATCHED,
     "Empty since the sweep; the owner promised new locks within the month."),
    (WEST_END, "9 Crescent Court", "-10 Mon", "sal", Status.WATCHED,
     "Code office served notice; two rooms still let by the night."),
    (WEST_END, "14 Baxter Street, rear stairs", "-13 Wed", "sal", Status.ACTIVE,
     "Third floor sealed since the sweep; sales go on from the stairs."),
    (WEST_END, "70 Alder Street, second floor", "-13 Wed", "sal", Status.WATCHED,
     "Empty since the sweep; the owner has the only key, as he says."),
    (WEST_END, "9 Crescent Court", "-3 Mon", "sal", Status.WATCHED,
     "Vacate order posted, wiring cut, doors boarded. Nobody has moved back."),
    (WEST_END, "70 Alder Street, second floor", "-2 Mon", "sal", Status.ACTIVE,
     "Lights on an empty floor; somebody has a key. Short visits in the evening."),
    (WEST_END, "31 Cutler Street, rear", "-2 Fri", "sal", Status.CLOSED,
     "New locks, new tenants; owner kept his word. Nothing seen for six weeks."),
    (WEST_END, "West Street laundromat", "-5 Fri", "sue", Status.WATCHED,
     "Owner put up lights and a camera; the back row is empty after six."),
)  # fmt: skip


def diary(calendar):
    for name, opened, badge, kind, drugs, jurisdiction in OPENED:
        yield Act(
            calendar.moment(f"{opened} 09:00"),
            partial(open_market, badge, name, kind, drugs, jurisdiction, calendar.day(opened)),
        )
    for name, since, badge, is_lead in ASSIGNED:
        yield Act(calendar.moment(f"{since} 09:10"), partial(assign, name, badge, is_lead, calendar.day(since)))
    for name, on, badge in RELEASED:
        yield Act(calendar.moment(f"{on} 17:00"), partial(release, name, badge, calendar.day(on)))
    for name, on, stage, why in STAGES:
        yield Act(calendar.moment(f"{on} 16:30"), partial(change_stage, name, stage, why, calendar.day(on)))
    yield from places(calendar)


def places(calendar):
    for name, address, kind, on, badge, what_happens in PLACES:
        yield Act(
            calendar.moment(f"{on} 10:20"), partial(log, badge, name, address, kind, what_happens, calendar.day(on))
        )
    for name, address, on, badge, status, what_happens in CHANGED:
        yield Act(calendar.moment(f"{on} 11:40"), partial(change_place, badge, name, address, status, what_happens))


def market(name):
    return Market.objects.get(name=name)


def place(name, address):
    return market(name).hot_places.get(address=address)


def open_market(badge, name, kind, drugs, jurisdiction, on):
    services.open_market(by=officer(badge), name=name, kind=kind, drugs=drugs, jurisdiction=jurisdiction, on=on)


def assign(name, badge, is_lead, on):
    """By the supervisor who opened the market."""
    services.assign_officer(by=opener(name), market=market(name), officer=officer(badge), is_lead=is_lead, on=on)


def release(name, badge, on):
    assignment = market(name).assignments.current().get(officer=officer(badge))
    services.release_officer(by=officer("dee"), assignment=assignment, on=on)


def change_stage(name, stage, why, on):
    services.change_stage(by=opener(name), market=market(name), stage=stage, why=why, on=on)


def opener(name):
    return market(name).stage_changes.get(stage=Stage.PLANNING).by


def log(badge, name, address, kind, what_happens, on):
    longitude, latitude = shapes.at(*shapes.PLACES[address])
    owner_name, owner_phone = OWNERS.get(address, ("", ""))
    services.log_hot_place(
        by=officer(badge), market=market(name), address=address, kind=kind, what_happens=what_happens, on=on,
        latitude=latitude, longitude=longitude, owner_name=owner_name, owner_phone=owner_phone,
    )  # fmt: skip


def change_place(badge, name, address, status, what_happens):
    """What is not told again stays as it stands."""
    changed = place(name, address)
    stands = {field: getattr(changed, field) for field in changed.CORRECTED}
    services.change_hot_place(
        by=officer(badge), hot_place=changed, seen=version(changed, changed.CORRECTED),
        **stands | {"status": status, "what_happens": what_happens},
    )  # fmt: skip
