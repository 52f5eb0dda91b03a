"""Needs, plan, tasks and providers: what is done, what is refused, what pages and API show of it."""

from http import HTTPStatus

import pytest
from django.db import IntegrityError
from django.urls import reverse

from callins.dtc import plans, services
from callins.dtc.models import AuditEntry, Enrolment, Need
from callins.dtc.program.needs import unmet_since
from dmi.accounts.compartment import treatment
from dmi.errors import RuleBroken
from tests.dtc.enrolled import attended, day, enrolled, given, noon, with_plan


def plan(enrolment, number):
    return plans.plan_of(Enrolment.objects.of(enrolment.participant), day(number))


def assessed(enrolment, by, number, *needs, **facts):
    return services.assess_needs(
        by=by, enrolment=enrolment, assessed_on=day(number), needs=needs, at=noon(number), **facts
    )


def did(enrolment, by, task, number, entered=None, basis=""):
    services.complete_task(
        by=by, enrolment=enrolment, task=task, done_on=day(number), at=noon(entered or number), basis=basis
    )


def test_a_need_keeps_its_first_day_until_it_is_met():
    first, second, third = day(1), day(30), day(60)
    assert unmet_since([]) == {}
    assert unmet_since([(first, {"work": False}), (second, {"work": False, "money": False})]) == {
        "work": first, "money": second,
    }  # fmt: skip
    assert unmet_since([(first, {"work": True}), (second, {"work": False})]) == {"work": second}  # met, and lost again
    assert unmet_since([(first, {"work": False}), (second, {}), (third, {"work": False})]) == {"work": third}


def test_a_later_assessment_stands_and_the_earlier_ones_stay_readable(tess, bexley):
    first = assessed(bexley, tess, 2, "work", "mental_health", "homelessness", urgent=["work"], instrument="Interview")
    assert [each.need.area for each in plan(bexley, 2).needs] == ["homelessness", "mental_health", "work"]
    assert all(need.is_urgent for need in first.needs.all())  # the first two of themselves
    assessed(bexley, tess, 20, "homelessness", "money", said={"homelessness": "In his car"})
    now = plan(bexley, 25)
    assert [(each.need.area, each.since, each.days) for each in now.needs] == [
        ("homelessness", day(2), 23),
        ("money", day(20), 5),
    ]
    assert now.earlier == (first,)
    assert list(Need.objects.of(bexley).standing()) == [each.need for each in now.needs]
    with pytest.raises(RuleBroken, match="A later assessment stands"):
        services.meet_need(by=tess, need=first.needs.get(area="work"), met_on=day(25), at=noon(25))

    need = now.needs[0].need
    for met_on, at, words in ((26, 25, "still to come"), (19, 25, "was found on 21 Jan 2026")):
        with pytest.raises(RuleBroken, match=words):
            services.meet_need(by=tess, need=need, met_on=day(met_on), at=noon(at))
    services.meet_need(by=tess, need=need, met_on=day(24), at=noon(25))
    with pytest.raises(RuleBroken, match="A place to sleep is met since 25 Jan 2026"):
        services.meet_need(by=tess, need=need, met_on=day(25), at=noon(25))
    assert [(each.need.area, each.days) for each in plan(bexley, 30).needs] == [("money", 10), ("homelessness", 22)]

    with pytest.raises(RuleBroken, match="where nothing is, say so in words"):
        assessed(bexley, tess, 26)
    with pytest.raises(RuleBroken, match="this lies before it"):
        assessed(bexley, tess, -1, "work")
    assessed(bexley, tess, 30, words="Nothing is lacking")
    assert (plan(bexley, 30).needs, len(plan(bexley, 30).earlier)) == ((), 2)


def test_a_step_is_done_or_dropped_once_and_is_overdue_the_day_after_it_is_due(tess, bexley):
    now = {"by": tess, "at": noon(5)}
    with pytest.raises(RuleBroken, match="5 Jan 2026 is over; a step is due today or later"):
        services.add_plan_step(enrolment=bexley, words="Late", sees_to_it="Tess", due_on=day(4), **now)
    later, sooner = (
        services.add_plan_step(enrolment=bexley, words=words, sees_to_it="Tess", due_on=day(due), need="work", **now)
        for words, due in (("Course", 20), ("Application", 10))
    )
    assert [step.row for step in plan(bexley, 10).steps] == [sooner, later]
    assert (plan(bexley, 10).overdue, [step.row for step in plan(bexley, 11).overdue]) == ([], [sooner])
    with pytest.raises(RuleBroken, match="still to come"):
        services.complete_plan_step(plan_step=sooner, done_on=day(6), **now)
    services.complete_plan_step(plan_step=sooner, done_on=day(5), **now)
    with pytest.raises(RuleBroken, match="This step was done on 6 Jan 2026"):
        services.drop_plan_step(plan_step=sooner, why="Too late", **now)
    with pytest.raises(RuleBroken, match="Say why"):
        services.drop_plan_step(plan_step=later, why="", **now)
    services.drop_plan_step(plan_step=later, why="The course is full", **now)
    with pytest.raises(RuleBroken, match="This step was dropped: The course is full"):
        services.complete_plan_step(plan_step=later, done_on=day(5), **now)
    assert ([step.row for step in plan(bexley, 40).steps], plan(bexley, 40).overdue) == ([sooner, later], [])


def test_tasks_are_those_of_the_attempts_own_rules_and_a_restart_asks_again(tess, bexley):
    for task in ("needs_assessment", "safe_place"):
        did(bexley, tess, task, 5, basis="Seen")
    with pytest.raises(RuleBroken, match="Needs assessment is done since 6 Jan 2026"):
        did(bexley, tess, "needs_assessment", 8)
    attended(bexley, tess, 1, 8)
    given(bexley, tess, 20, ("confirmed", "heroin"))
    first = plan(bexley, 21).phases[0]
    assert first.is_current
    assert [(task.asked.task.code, task.asked.done_on, task.asked.done_before) for task in first.tasks] == [
        ("needs_assessment", day(5), None),  # what stays is not asked for again
        ("orientation", None, None),
        ("safe_place", None, day(5)),
    ]
    assert (first.tasks[0].basis, first.done) == ("Seen", 1)
    did(bexley, tess, "safe_place", 21)
    assert plan(bexley, 21).phases[0].tasks[2].asked.done_on == day(21)

    phases = [{"days": 30, "clear_days": None, "tasks": [{"code": "letter", "words": "A letter", "stays": False}]}]
    services.change_rules(by=tess, from_on=day(40), phases=phases, why="The team’s vote", at=noon(30))
    with pytest.raises(RuleBroken, match="No phase of this program"):  # the attempt of day 20 goes on as it began
        did(bexley, tess, "letter", 45)
    late = enrolled(tess, last_name="Calder", enrolled_on=day(41), at=noon(41))
    did(late, tess, "letter", 42)
    assert [task.asked.task.words for phase in plan(late, 42).phases for task in phase.tasks] == ["A letter"]
    with pytest.raises(RuleBroken, match="No phase of this program"):
        did(late, tess, "orientation", 43)


def test_a_provider_sees_somebody_after_the_referral_and_delivers_after_that(tess, bexley):
    said = {"by": tess, "enrolment": bexley, "provider": "Clinic", "service": "Counselling"}
    with pytest.raises(RuleBroken, match="this lies before it"):
        services.refer_participant(**said, referred_on=day(-1), at=noon(3))
    referral = services.refer_participant(**said, referred_on=day(3), at=noon(3))
    of = {"by": tess, "referral": referral, "at": noon(12)}
    assert plan(bexley, 9).referrals[0].waiting == 6
    with pytest.raises(RuleBroken, match="The first visit is not recorded yet"):
        services.log_service(**of, delivered_on=day(8), units=1, unit="appointments")
    with pytest.raises(RuleBroken, match="The referral is of 4 Jan 2026"):
        services.record_first_visit(**of, first_seen_on=day(2))
    services.record_first_visit(**of, first_seen_on=day(9))
    with pytest.raises(RuleBroken, match="The first visit was on 10 Jan 2026"):
        services.record_first_visit(**of, first_seen_on=day(10))
    with pytest.raises(RuleBroken, match="nothing is delivered before it"):
        services.log_service(**of, delivered_on=day(8), units=1, unit="appointments")
    for number, units, unit in ((9, 1, "appointments"), (10, 2, "appointments"), (10, 9, "nights")):
        services.log_service(**of, delivered_on=day(number), units=units, unit=unit)
    with pytest.raises(IntegrityError, match="dtc_service_delivered_once"):
        services.log_service(**of, delivered_on=day(10), units=3, unit="nights")
    with pytest.raises(RuleBroken, match="The provider helped on 11 Jan 2026"):
        services.end_referral(**of, ended_on=day(9))
    services.end_referral(**of, ended_on=day(12))
    with pytest.raises(RuleBroken, match="This referral ended on 13 Jan 2026"):
        services.end_referral(**of, ended_on=day(12))
    [referred] = plan(bexley, 14).referrals
    assert (referred.waiting, referred.row.days_to_first, referred.last_on) == (None, 6, day(10))
    assert referred.delivered == ("9 nights", "3 appointments")


def test_nothing_is_added_once_the_program_was_left(tess, bexley):
    keys = with_plan(bexley, tess, 3)
    step, referral = bexley.plan.get(pk=keys["plan_step_id"]), bexley.referrals.get(pk=keys["referral_id"])
    need = Need.objects.get(pk=keys["need_id"])
    services.withdraw_participant(by=tess, enrolment=bexley, decided_on=day(6), why="Moved away", at=noon(6))
    now, of = {"by": tess, "at": noon(8)}, {"enrolment": bexley}
    for service, facts in (
        (services.assess_needs, {**of, "assessed_on": day(6), "needs": ["work"]}),
        (services.meet_need, {"need": need, "met_on": day(6)}),
        (services.add_plan_step, {**of, "words": "x", "sees_to_it": "x", "due_on": day(9)}),
        (services.complete_plan_step, {"plan_step": step, "done_on": day(6)}),
        (services.drop_plan_step, {"plan_step": step, "why": "x"}),
        (services.complete_task, {**of, "task": "orientation", "done_on": day(6)}),
        (services.refer_participant, {**of, "provider": "x", "service": "x", "referred_on": day(6)}),
        (services.record_first_visit, {"referral": referral, "first_seen_on": day(6)}),
        (services.end_referral, {"referral": referral, "ended_on": day(6)}),
    ):
        with pytest.raises(RuleBroken, match="left the program on 7 Jan 2026; nothing is added to it"):
            service(**now, **facts)
        assert AuditEntry.objects.filter(verb=service.verb, outcome="refused").exists()


def address(name, **key):
    return reverse(f"callins:dtc:{name}", kwargs=key)


def test_the_page_from_the_assessment_to_the_providers(client, tess, django_assert_max_num_queries):
    client.force_login(tess)
    with treatment():
        bexley = enrolled(tess)
        did(bexley, tess, "orientation", 2)
    key = {"participant_id": bexley.participant_id}
    assert "Not assessed yet" in client.get(address("view_plan", **key)).content.decode()
    said = {"assessed_on": "2026-01-05", "needs": ["homelessness"], "urgent": ["work"], "words_money": "Owes rent"}
    assert (
        "Tick as needed too: Work, Money and debts."
        in client.post(address("assess_needs", **key), said).content.decode()
    )
    said = {**said, "needs": ["homelessness", "work", "money"]}
    assert client.post(address("assess_needs", **key), said).url == address("view_plan", **key)
    again = client.get(address("assess_needs", **key)).content.decode()  # the next one begins with what is unmet
    assert again.count(" checked") == 4
    assert 'value="Owes rent"' in again

    asked = client.get(address("complete_task", **key) + "?task=safe_place").content.decode()
    assert 'value="safe_place" selected' in asked
    assert 'value="orientation"' not in asked
    said = {"task": "safe_place", "done_on": "2026-01-06", "basis": "Lease seen"}
    page = client.post(address("complete_task", **key), said, follow=True).content.decode()
    assert "Lease seen" in page
    with treatment():
        keys = with_plan(bexley, tess, 5)
    page = client.get(address("view_plan", **key)).content.decode()
    assert page.count("Urgent") == 1
    for words in ("Overdue", "Waiting", "Otter Valley Clinic", "Earlier assessments (1)", "Owes rent"):
        assert words in page
    with django_assert_max_num_queries(40) as few:
        client.get(address("view_plan", **key))
    with treatment():
        for number in (6, 7, 8):
            with_plan(bexley, tess, number)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(address("view_plan", **key))
    where = {name: {name: pk} for name, pk in keys.items()}
    for name, of, said in (
        ("drop_plan_step", "plan_step_id", {"why": "No room to be had"}),
        ("record_first_visit", "referral_id", {"first_seen_on": "2026-01-09"}),
        ("log_service", "referral_id", {"delivered_on": "2026-01-09", "units": "2", "unit": "hours"}),
        ("end_referral", "referral_id", {"ended_on": "2026-01-12"}),
    ):
        assert client.post(address(name, **where[of]), said).status_code == HTTPStatus.FOUND
    page = client.get(address("view_plan", **key)).content.decode()
    for words in ("No room to be had", "after 3 days", "2 hours"):
        assert words in page


def test_the_api_does_what_the_pages_do(client, tess, ray):
    with treatment():
        bexley = enrolled(tess)
    client.force_login(tess)
    key = [bexley.participant_id]

    def sent(name, said, *of):
        return client.post(reverse(f"api:callins:dtc:{name}", args=of or key), said, content_type="application/json")

    said = {"assessed_on": "2026-01-03", "needs": ["homelessness"], "words_homelessness": "In her car"}
    [need] = sent("assess_needs", said).json()["needs"]
    assert (need["is_urgent"], need["words"]) == (True, "In her car")
    assert sent("meet_need", {"met_on": "2026-01-09"}, need["id"]).json()["met_on"] == "2026-01-09"
    assert sent("complete_task", {"task": "juggling", "done_on": "2026-01-03"}).status_code == HTTPStatus.CONFLICT
    assert sent("complete_task", {"task": "orientation", "done_on": "2026-01-03"}).status_code == HTTPStatus.OK
    step = sent("add_plan_step", {"words": "Rent", "sees_to_it": "Tess", "due_on": "2999-01-01"}).json()
    assert sent("complete_plan_step", {"done_on": "2026-01-04"}, step["id"]).json()["done_on"] == "2026-01-04"
    whole = client.get(reverse("api:callins:dtc:view_plan", args=key)).json()
    assert (whole["needs"][0]["since"], whole["needs"][0]["days"]) == ("2026-01-03", 6)
    assert whole["phases"][0]["tasks"][1]["done_on"] == "2026-01-03"
    client.force_login(ray)
    assert client.get(reverse("api:callins:dtc:view_plan", args=key)).status_code == HTTPStatus.NOT_FOUND
    with treatment():
        assert AuditEntry.objects.filter(verb="dtc.view_plan", outcome="read").count() == 1
