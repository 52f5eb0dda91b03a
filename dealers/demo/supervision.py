"""Who of the cast is under supervision (`supervision.toml`): conditions, their verifications, what was broken."""

import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path

from dealers import services
from dealers.demo.known import known
from dealers.models import Condition, Supervision, Violation
from dmi.accounts.demo import officer
from dmi.diary import Act

TOLD = Path(__file__).parent / "supervision.toml"


def diary(calendar):
    for told in tomllib.loads(TOLD.read_text())["supervision"]:
        at = calendar.moment(told["logged"])
        yield Act(at, partial(log, told, calendar, at))
        for minute, condition in enumerate(told["condition"], start=1):
            yield from life_of(condition, told, calendar, at + timedelta(minutes=minute))


def life_of(condition, told, calendar, at):
    logged_on, *verified = condition["verified"]
    yield Act(at, partial(log_condition, condition, told, calendar.day(logged_on), at))
    for day in verified:
        again = calendar.moment(f"{day} 09:30")
        yield Act(again, partial(verify, condition, told, again))
    for broken in condition.get("violation", []):
        seen_at = calendar.moment(broken["logged"])
        yield Act(seen_at, partial(log_violation, broken, condition, told, calendar, seen_at))
        if "decided" in broken:
            decided_at = calendar.moment(f"{broken['decided']} 14:00")
            yield Act(decided_at, partial(record_outcome, broken, told, decided_at))


def log(told, calendar, at):
    services.log_supervision(
        by=officer(told["by"]), dealer=known(told["dealer"]), kind=told["kind"], supervising_officer=told["officer"],
        phone=told["phone"], from_on=calendar.day(told["from"]),
        until_on=calendar.day(told["until"]) if "until" in told else None, source=told["source"], reliability="A",
        validity="1", at=at,
    )  # fmt: skip


def log_condition(condition, told, verified_on, at):
    services.log_condition(
        by=officer(told["by"]), supervision=supervision_of(told), words=condition["words"],
        permits=condition["permits"], source=condition["source"], verified_on=verified_on, at=at,
    )  # fmt: skip


def verify(condition, told, at):
    services.verify_condition(by=officer(told["by"]), condition=on_record(condition, told), at=at)


def log_violation(broken, condition, told, calendar, at):
    reported_on = calendar.day(broken["reported"])
    services.log_violation(
        by=officer(told["by"]), condition=on_record(condition, told), what=broken["what"],
        seen_on=calendar.day(broken["seen"]), reported_on=reported_on if reported_on <= at.date() else None, at=at,
    )  # fmt: skip


def record_outcome(broken, told, at):
    services.record_violation_outcome(
        by=officer(told["by"]), violation=Violation.objects.get(what=broken["what"]), outcome=broken["outcome"],
        outcome_on=at.date(), at=at,
    )  # fmt: skip


def supervision_of(told):
    return Supervision.objects.get(dealer=known(told["dealer"]), kind=told["kind"])


def on_record(condition, told):
    return Condition.objects.get(supervision=supervision_of(told), words=condition["words"])
