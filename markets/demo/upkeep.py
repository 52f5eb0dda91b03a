"""What owners of hot places promised, and what the code office did. All invented."""

from functools import partial

from dmi.accounts.demo import officer
from dmi.diary import Act
from markets import services
from markets.demo.opening import FERRY_LANDING, WEST_END, place
from markets.models import CodeCase

INSPECTOR = "ivy"
Outcome = CodeCase.Outcome

# Market, address, by whom logged, who promised, what, when, by when; how it came out and when, if it did.
PROMISES = (
    (WEST_END, "31 Cutler Street, rear", "sal", "Gerald Pomfret",
     "New locks on both doors, and no key to anybody but him.", "-13 Wed", "-9 Wed", ("kept", "-9 Mon")),
    (WEST_END, "70 Alder Street, second floor", "ray", "Howard Glasscock",
     "The floor stays empty; locks changed, keys counted.", "-13 Wed", "-8 Wed", ("broken", "-2 Mon")),
    (WEST_END, "West Street laundromat", "118", "Rosa Tremblay",
     "Lights over the back row and a camera at the side door.", "-7 Mon", "-5 Fri", ("kept", "-5 Fri")),
    (WEST_END, "Grove Plaza, lot behind the pharmacy", "117", "T. Nye, Grove Plaza LLC",
     "Light the lot until midnight and tow cars without a permit.", "-5 Tue", "-1 Thu", None),
    (WEST_END, "Birchwood Motor Inn, rooms 8 to 12", "118", "Denise Underhill, manager",
     "A photo ID for every guest; no room let by the week for cash.", "-2 Wed", "day 5", None),
)  # fmt: skip

# Market, address, by whom and when opened, number, ordinance, violation.
CASES = (
    (FERRY_LANDING, "5 Wharf Lane", "otis", "-170 Tue", "CE-0127", "Housing code 4.2, means of egress",
     "Only one way out; side stairs rotten through."),
    (WEST_END, "31 Cutler Street, rear", "ray", "-12 Tue", "CE-0398", "Housing code 7.1, occupancy",
     "Shed let as a dwelling, without water or heat."),
    (WEST_END, "9 Crescent Court", "ray", "-11 Tue", "CE-0412", "Housing code 5.3, electrical safety",
     "Open wiring on two floors, no smoke alarm, nine rooms let in a house licensed for four."),
    (WEST_END, "Birchwood Motor Inn, rooms 8 to 12", "118", "-4 Tue", "CE-0431", "Lodging licence, section 12",
     "Rooms 8 to 12 let by the week without a register or working alarms."),
    (WEST_END, "14 Baxter Street, rear stairs", "ray", "day -2", "CE-0436", "Housing code 4.4, common stairs",
     "Street door without a lock, stair light gone, third floor sealed from outside only."),
)  # fmt: skip

# Number, when served, to comply by.
NOTICES = (
    ("CE-0127", "-169 Thu", "-165 Thu"),
    ("CE-0398", "-12 Thu", "-8 Fri"),
    ("CE-0412", "-10 Mon", "-7 Mon"),
    ("CE-0431", "-4 Thu", "-1 Fri"),
)

# Number, when, whether it complied, what was found, when again.
INSPECTIONS = (
    ("CE-0127", "-164 Tue", False, "Stairs as before; a board laid over the gap.", None),
    ("CE-0398", "-7 Tue", True, "Shed empty and locked, meter taken out.", None),
    ("CE-0412", "-7 Tue", False, "Wiring still open on both floors; alarms without batteries.", "-5 Tue"),
    ("CE-0412", "-5 Tue", False, "Extension cords through three doors; fuse box warm to the hand.", "-3 Mon"),
    ("CE-0412", "-1 Tue", False, "Power cut, doors boarded, building empty. Wiring not yet replaced.", "1 Tue"),
)
VACATED = (("CE-0127", "-158 Mon"), ("CE-0412", "-3 Mon"))
CLOSED = (("CE-0127", Outcome.VACATED, "-157 Mon"), ("CE-0398", Outcome.COMPLIED, "-7 Wed"))


def diary(calendar):
    for told in PROMISES:
        yield from promised(calendar, *told)
    for market, address, badge, opened, *said in CASES:
        yield Act(
            calendar.moment(f"{opened} 08:40"), partial(open_case, market, address, badge, calendar, opened, said)
        )
    for number, served, comply_by in NOTICES:
        at = calendar.moment(f"{served} 09:20")
        days = {"notice_served_on": calendar.day(served), "comply_by": calendar.day(comply_by)}
        yield Act(at, partial(act, services.record_notice, number, at, **days))
    for number, seen, is_complied, found, again in INSPECTIONS:
        at = calendar.moment(f"{seen} 14:10")
        visit = {"inspected_on": calendar.day(seen), "is_complied": is_complied, "found": found}
        visit["next_on"] = calendar.day(again) if again else None
        yield Act(at, partial(act, services.record_inspection, number, at, **visit))
    for number, ordered in VACATED:
        at = calendar.moment(f"{ordered} 09:50")
        yield Act(at, partial(act, services.order_vacate, number, at, ordered_on=calendar.day(ordered)))
    for number, outcome, closed in CLOSED:
        at = calendar.moment(f"{closed} 15:30")
        yield Act(
            at, partial(act, services.close_code_case, number, at, outcome=outcome, closed_on=calendar.day(closed))
        )


def promised(calendar, market, address, badge, promised_by, what, promised_on, due_on, came_out):
    at = calendar.moment(f"{promised_on} 13:20")
    days = {"promised_on": calendar.day(promised_on), "due_on": calendar.day(due_on)}
    yield Act(at, partial(log_promise, market, address, badge, promised_by, what, days, at))
    if came_out:
        outcome, on = came_out
        at = calendar.moment(f"{on} 13:40")
        yield Act(at, partial(keep, market, address, badge, what, outcome, calendar.day(on), at))


def log_promise(market, address, badge, promised_by, what, days, at):
    services.log_promise(
        by=officer(badge), hot_place=place(market, address), promised_by=promised_by, what=what, at=at, **days
    )


def keep(market, address, badge, what, outcome, outcome_on, at):
    services.record_promise_outcome(
        by=officer(badge), promise=place(market, address).promises.get(what=what), outcome=outcome,
        outcome_on=outcome_on, at=at,
    )  # fmt: skip


def open_case(market, address, badge, calendar, opened, said):
    number, ordinance, violation = said
    services.open_code_case(
        by=officer(badge), hot_place=place(market, address), inspector=officer(INSPECTOR), number=number,
        ordinance=ordinance, violation=violation, on=calendar.day(opened), at=calendar.moment(f"{opened} 08:40"),
    )  # fmt: skip


def act(service, number, at, **said):
    service(by=officer(INSPECTOR), code_case=CodeCase.objects.get(number=number), at=at, **said)
