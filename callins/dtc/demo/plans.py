"""What each needs, the plan, and who helps: providers, first visits, what they delivered."""

from datetime import timedelta
from functools import partial

from django.utils.timezone import localdate

from callins.dtc import services
from callins.dtc.demo.people import admitted, enrolment_of, tess
from callins.dtc.models import NeedsAssessment
from dmi.diary import Act

ASSESSED, PLANNED, REFERRED, SEEN, DELIVERED, MET = "13:15", "14:20", "14:40", "16:05", "16:40", "16:50"


def diary(calendar):
    for number, person in enumerate(admitted()):
        wait = timedelta(minutes=2 * number)
        for act in (*needs_of(person, calendar), *plan_of(person, calendar), *help_for(person, calendar)):
            yield Act(act.at + wait, act.do)


def needs_of(person, calendar):
    at = calendar.moment(f"{person['assessed']} {ASSESSED}")
    yield Act(at, partial(assess, person, at))
    for need in person["needs"]:
        if "met" in need:
            met_at = calendar.moment(f"{need['met']} {MET}")
            yield Act(met_at, partial(meet, person, need["area"], met_at))


def plan_of(person, calendar):
    at = calendar.moment(f"{person['assessed']} {PLANNED}")
    for step in person.get("plan", ()):
        made: dict = {}
        yield Act(at, partial(add_step, person, step, calendar.day(step["due"]), made, at))
        if "done" in step:
            done_at = calendar.moment(f"{step['done']} {MET}")
            yield Act(done_at, partial(complete_step, made, done_at))


def help_for(person, calendar):
    for told in person.get("referrals", ()):
        made: dict = {}
        at = calendar.moment(f"{told['on']} {REFERRED}")
        yield Act(at, partial(refer, person, told, made, at))
        seen_at = calendar.moment(f"{told['seen']} {SEEN}")
        yield Act(seen_at, partial(see, made, seen_at))
        for day in told["delivered"]:
            delivered_at = calendar.moment(f"{day} {DELIVERED}")
            yield Act(delivered_at, partial(deliver, told, made, delivered_at))


def assess(person, at):
    said = {need["area"]: need["words"] for need in person["needs"]}
    services.assess_needs(
        by=tess(), enrolment=enrolment_of(person), assessed_on=localdate(at), needs=list(said), said=said,
        instrument=person.get("instrument", "Interview"), at=at,
    )  # fmt: skip


def meet(person, area, at):
    need = NeedsAssessment.objects.of(enrolment_of(person)).first().needs.get(area=area)
    services.meet_need(by=tess(), need=need, met_on=localdate(at), at=at)


def add_step(person, step, due_on, made, at):
    made["step"] = services.add_plan_step(
        by=tess(), enrolment=enrolment_of(person), words=step["words"], sees_to_it=step["sees_to_it"], due_on=due_on,
        need=step["need"], at=at,
    )  # fmt: skip


def complete_step(made, at):
    services.complete_plan_step(by=tess(), plan_step=made["step"], done_on=localdate(at), at=at)


def refer(person, told, made, at):
    made["referral"] = services.refer_participant(
        by=tess(), enrolment=enrolment_of(person), provider=told["provider"], service=told["service"],
        referred_on=localdate(at), at=at,
    )  # fmt: skip


def see(made, at):
    services.record_first_visit(by=tess(), referral=made["referral"], first_seen_on=localdate(at), at=at)


def deliver(told, made, at):
    services.log_service(
        by=tess(), referral=made["referral"], delivered_on=localdate(at), units=told.get("units", 1), unit=told["unit"],
        at=at,
    )  # fmt: skip
