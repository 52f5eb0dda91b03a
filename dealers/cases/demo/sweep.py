"""The demo's way to court: the facts of fifty dealers (`sweep.csv`), two people's decisions, the sweep, what followed.

Nothing is set by hand: who goes to which court is what the rule proposed and the two decided. Courts, dockets and
people are invented.
"""

import csv
from datetime import timedelta
from functools import partial
from pathlib import Path

from dealers.cases import services, track, tracks
from dealers.cases.models import Operation, Prosecution, TrackDecision, Warrant
from dealers.demo import cast, known
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import SWEEP, WEST_END, market
from markets.demo.health import USERS

HERE = Path(__file__).parent
NAME = "Operation Slate"
FEDERAL, STATE = "U.S. District Court", "Superior Court, Alder Unit"
DEA, POLICE = "Drug Enforcement Administration", "Otter Falls Police Department"
JAIL, PRISON = "Alder County Jail", "Slate Hill Correctional Center"
CONDITIONS = "No contact with co-defendants; not at Grove Plaza; curfew 21:00 to 06:00"
CAUGHT_LATER = {"Okonski": "-6 Mon 16:20", "Whitbeck": "-5 Tue 11:05"}
STAYS_HELD = "Trumbull"  # of the state's defendants; a release of his and of a federal defendant come near
NEVER_CHARGED = "Askew"  # arrested, not charged: an ordinary outcome [CS]
CONFIRMED = ("Achterberg", "Colomb")  # their warrants print on the sheet in force


def told():
    with (HERE / "sweep.csv").open(newline="") as file:
        yield from csv.DictReader(file)


def diary(calendar):
    people = {person.get("last"): person for person in cast()}
    for number, line in enumerate(told()):
        wait, person = timedelta(minutes=7 * number), people[line["name"]]
        for at, act in (("-17 Mon 09:00", state), ("-16 Wed 09:00", decide), ("-15 Mon 13:00", confirm)):
            moment = calendar.moment(at) + wait
            yield Act(moment, partial(act, line, person, moment))
    yield from sweep_of(calendar)
    yield from what_followed(calendar)


def stated(line, person):
    """As the investigator who logged the person has it from records and entries."""
    dangers = [kind for kind, *_ in person.get("cautions", [])]
    return {
        "is_out_of_state": "origin" in person, "sells_weight": person["role"] == "supplier",
        "is_violent": "violent" in dangers, "has_weapons": "armed" in dangers, "has_sexual_offence": False,
        "has_arson": False, "is_under_age": False, "has_significant_prior_dealing": bool(line["prior"]),
    }  # fmt: skip


def state(line, person, at):
    services.state_track_facts(
        by=officer(person["by"]), dealer=known(line["name"]), basis=line["basis"], at=at, **stated(line, person)
    )


def decide(line, person, at):
    dealer = known(line["name"])
    proposed = tracks.of_dealer(dealer, at.date()).proposal.track
    services.decide_track(by=officer("sal"), dealer=dealer, decided=proposed, at=at)


def confirm(line, person, at):
    decision = TrackDecision.objects.current().get(dealer=known(line["name"]))
    services.confirm_track(by=officer("pru"), decision=decision, at=at)


# The sweep


def sweep_of(calendar):
    planned_at, held_at = calendar.moment("-15 Wed 10:00"), calendar.moment(f"{SWEEP} 06:00")
    yield Act(planned_at, partial(plan, calendar.day(SWEEP), planned_at))
    for minute, line in enumerate(told(), start=5):
        yield Act(planned_at + timedelta(minutes=minute), partial(aim, line, planned_at + timedelta(minutes=minute)))
    yield Act(planned_at + timedelta(days=2), partial(tell, planned_at + timedelta(days=2)))
    yield Act(planned_at + timedelta(days=2, hours=1), partial(mark_ready, planned_at + timedelta(days=2, hours=1)))
    for number, line in enumerate(told()):
        at = held_at + timedelta(minutes=4 * number)
        yield Act(at, partial(log_warrant if line["missed"] else arrest, line["name"], number, at))
    closed_at = calendar.moment("-14 Wed 18:00")
    yield Act(closed_at, partial(close, closed_at))


def plan(held_on, at):
    services.plan_operation(
        by=officer("sal"), market=market(WEST_END), name=NAME, held_on=held_on, at=at,
        agencies=f"{POLICE}; State Police; {DEA}; ATF",
    )  # fmt: skip


def slate():
    return Operation.objects.get(name=NAME)


def aim(line, at):
    dealer = known(line["name"])
    part = dealer.involvements.get()
    where = part.area.partition(";")[0] or "Last known address"
    services.add_target(
        by=officer("sal"), operation=slate(), dealer=dealer, at=at,
        plan=f"{where}, 06:00. Two officers at the door, one behind.",
    )  # fmt: skip


def tell(at):
    services.tell_clinic(by=officer("sal"), operation=slate(), told_on=at.date(), number=USERS, at=at)


def mark_ready(at):
    """The clinic lacks places; sal wrote why it goes on (markets/demo/health.py)."""
    services.mark_operation_ready(by=officer("sal"), operation=slate(), at=at)


def close(at):
    services.close_operation(by=officer("sal"), operation=slate(), at=at)


def arrest(name, number, at, operation=True):
    """Before the court that two people decided on; the state's defendants are released on conditions the same day."""
    dealer = known(name)
    decided = TrackDecision.objects.current().get(dealer=dealer).decided
    is_federal, stays = decided == track.Track.FEDERAL, name == STAYS_HELD
    custody = (
        {"custody": "held", "held_at": PRISON if is_federal else JAIL}
        if is_federal or stays
        else {"custody": "bail", "release_on": at.date(), "release_conditions": CONDITIONS}
    )
    prosecution = services.record_arrest(
        by=officer("ray"), dealer=dealer, court="federal" if is_federal else "state",
        court_name=FEDERAL if is_federal else STATE, arresting_agency=DEA if is_federal else POLICE,
        docket=f"5:{at:%y}-cr-{number + 41:05}" if is_federal else f"{at:%y}-CR-{number + 310:04}",
        arrested_on=at.date(), operation=slate() if operation else None, at=at, **custody,
    )  # fmt: skip
    if name != NEVER_CHARGED:
        charge(prosecution, is_federal, at)


def charge(prosecution, is_federal, at):
    offence = "fed_distribution" if is_federal else "sale_heroin"
    services.add_charge(
        by=officer("pru"), prosecution=prosecution, offence=offence, grade="Felony",
        offence_on=at.date() - timedelta(days=60), at=at,
    )  # fmt: skip


def log_warrant(name, number, at):
    services.log_warrant(
        by=officer("ray"), dealer=known(name), number=f"5:{at:%y}-mj-{number + 41:05}", court_name=FEDERAL,
        issued_on=at.date(), at=at,
    )  # fmt: skip


# What followed


def what_followed(calendar):
    for number, (name, when) in enumerate(CAUGHT_LATER.items(), start=60):
        at = calendar.moment(when)
        yield Act(at, partial(serve, name, at))
        yield Act(at, partial(arrest, name, number, at, operation=False))
    for name in CONFIRMED:
        at = calendar.moment("-1 Thu 09:20")
        yield Act(at, partial(confirm_warrant, name, at))
    at = calendar.moment("-9 Tue 15:00")
    yield Act(at, partial(end, STAYS_HELD, "plea", "One to three years, all but ninety days suspended", at))
    at = calendar.moment("-7 Tue 11:30")
    yield Act(at, partial(end, NEVER_CHARGED, "not_charged", "", at))
    for name, days in ((STAYS_HELD, 17), ("Ferrell", 26)):
        at = calendar.moment("-1 Fri 10:00")
        release_on = calendar.today + timedelta(days=days)
        yield Act(at, partial(expect_release, name, release_on, at))


def serve(name, at):
    warrant = Warrant.objects.active().get(dealer=known(name))
    services.close_warrant(by=officer("ray"), warrant=warrant, status="served", closed_on=at.date(), at=at)


def confirm_warrant(name, at):
    services.confirm_warrant(by=officer("ray"), warrant=Warrant.objects.active().get(dealer=known(name)), at=at)


def prosecution_of(name):
    return Prosecution.objects.get(dealer=known(name))


def end(name, outcome, sentence, at):
    services.record_outcome(
        by=officer("pru"), prosecution=prosecution_of(name), outcome=outcome, outcome_on=at.date(), sentence=sentence,
        at=at,
    )  # fmt: skip


def expect_release(name, release_on, at):
    prosecution = prosecution_of(name)
    services.change_custody(
        by=officer("ray"), prosecution=prosecution, custody="held", held_at=prosecution.held_at, release_on=release_on,
        at=at,
    )  # fmt: skip
