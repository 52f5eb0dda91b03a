"""The testing room: what each entry does to a course, what is refused, and the day's roll and a participant's tests."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse

from callins.dtc import courses, services
from callins.dtc.attention import roll
from callins.dtc.models import Attempt, AuditEntry, DrugTest, Enrolment
from dmi.accounts.compartment import treatment
from dmi.errors import RuleBroken
from tests.dtc.enrolled import day, enrolled, given, noon, paused, prescribed

HOUR = timedelta(hours=1)


def address(name, *key):
    return reverse(f"callins:dtc:{name}", args=key)


def status(enrolment, number):
    return courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number))


def ordered(enrolment, by, at, specimen="urine"):
    return services.order_test(by=by, enrolment=enrolment, why="cause", specimen=specimen, at=at)


def collected(test, by, at, **facts):
    return services.record_collection(by=by, test=test, collected_at=at, panel=["Fentanyl"], at=at, **facts)


def found(test, by, finding, substance, number):
    return services.record_result(
        by=by, test=test, finding=finding, substance=substance, found_on=day(number), source="L-26-9", at=noon(number)
    )


def drawn(clock, enrolment, number, monkeypatch):
    monkeypatch.setitem(services.draw_tests.__wrapped__.__globals__, "randbelow", lambda of: 0)
    services.draw_tests(by=clock, on=day(number), at=noon(number))
    return DrugTest.objects.of(enrolment).get(ordered_on=day(number))


def test_a_prescription_that_comes_to_light_later_undoes_the_relapse(tess, bexley):
    given(bexley, tess, 20, ("confirmed", "Buprenorphine"))
    assert [each.ended_as for each in Attempt.objects.all()] == ["relapse", ""]
    prescribed(bexley, tess, 25, since=21)  # begun after the test: it explains nothing of it
    assert Attempt.objects.count() == 2
    prescribed(bexley, tess, 30, since=5, until=20)
    assert [each.ended_as for each in Attempt.objects.all()] == [""]
    assert (status(bexley, 30).day, status(bexley, 30).tests[0].outcome) == (30, "explained")
    assert status(bexley, 30).attempt.started_on == day(0)


def test_a_prescription_ends_and_explains_nothing_after_it(tess, ray, bexley):
    prescription = prescribed(bexley, tess, 1)
    given(bexley, tess, 10, ("confirmed", "buprenorphine"))

    def end(number):
        return services.end_prescription(by=tess, prescription=prescription, until_on=day(number), at=noon(30))

    with pytest.raises(RuleBroken, match="It explained the test of 11 Jan 2026; it ends on that day or later"):
        end(9)
    with pytest.raises(RuleBroken, match="can not end before"):
        end(-1)
    end(15)
    with pytest.raises(RuleBroken, match="ends on 16 Jan 2026 already"):
        end(20)
    given(bexley, tess, 16, ("confirmed", "buprenorphine"))
    assert Attempt.objects.count() == 2
    assert AuditEntry.objects.filter(verb="dtc.end_prescription", outcome="done").count() == 1


def test_what_is_not_so_can_not_be_found(tess, bexley):
    test = given(bexley, tess, 5)
    with pytest.raises(RuleBroken, match="Log the prescription"):
        found(test, tess, "explained", "fentanyl", 5)
    with pytest.raises(RuleBroken, match="Only a test that was missed or tampered with is excused"):
        found(test, tess, "excused", "", 5)
    with pytest.raises(RuleBroken, match="Nothing is disputed here"):
        found(test, tess, "upheld", "fentanyl", 5)
    with pytest.raises(RuleBroken, match="a result comes on that day or later"):
        found(test, tess, "negative", "", 4)
    found(test, tess, "presumptive", "FENTANYL ", 5)
    assert test.results.get().substance == "fentanyl"  # as the panel spells it: one substance, one outcome
    with pytest.raises(IntegrityError, match="dtc_found_once"):
        found(test, tess, "presumptive", "Fentanyl", 6)
    found(test, tess, "not_confirmed", "Fentanyl", 6)
    assert status(bexley, 6).tests[0].outcome == "negative"


def test_a_test_is_given_after_notice_and_not_twice(tess, clock, bexley, monkeypatch):
    test = drawn(clock, bexley, 5, monkeypatch)
    with pytest.raises(RuleBroken, match="give notice first"):
        collected(test, tess, noon(5))
    services.notify_test(by=tess, test=test, at=noon(5))
    with pytest.raises(RuleBroken, match="Notice was given on 6 Jan 2026, 12:00"):
        services.record_collection(by=tess, test=test, collected_at=noon(5) - HOUR, panel=[], at=noon(5))
    with pytest.raises(RuleBroken, match="still to come"):
        services.record_collection(by=tess, test=test, collected_at=noon(5) + HOUR, panel=[], at=noon(5))
    collected(test, tess, noon(5) + 9 * HOUR)
    assert (test.is_late, test.given_in) == (True, "9 h")
    with pytest.raises(RuleBroken, match="recorded already"):
        collected(test, tess, noon(5) + 9 * HOUR)


@pytest.mark.parametrize(
    ("told_at", "specimen", "due_at"),
    [
        (datetime(2026, 3, 8, 5, 30, tzinfo=UTC), "oral_fluid", datetime(2026, 3, 8, 9, 30, tzinfo=UTC)),
        (datetime(2026, 11, 1, 4, 30, tzinfo=UTC), "urine", datetime(2026, 11, 1, 12, 30, tzinfo=UTC)),
    ],
    ids=["clocks go forward", "clocks go back"],
)
def test_the_hours_are_real_ones_across_the_change_of_the_clocks(tess, bexley, told_at, specimen, due_at):
    test = ordered(bexley, tess, told_at, specimen)
    assert test.due_at == due_at
    with pytest.raises(RuleBroken, match="The hours still run"):
        services.record_missed_test(by=tess, test=test, at=due_at - timedelta(minutes=1))
    services.record_missed_test(by=tess, test=test, at=due_at)


def test_missed_in_a_pause_counts_against_nobody_and_tampered_with_shuts_the_gate(tess, bexley):
    missed = ordered(bexley, tess, noon(5))
    services.begin_pause(by=tess, enrolment=bexley, kind="custody", began_on=day(5), at=noon(5))
    services.record_missed_test(by=tess, test=missed, at=noon(6))
    services.end_pause(by=tess, enrolment=bexley, ended_on=day(8), at=noon(8))
    gate = status(bexley, 9).gates[2]
    assert gate.is_open
    assert gate.name == "tests"
    tampered = collected(ordered(bexley, tess, noon(10)), tess, noon(10), is_tampered=True)
    assert status(bexley, 10).gates[2].found == "11 Jan 2026: tampered with"
    found(tampered, tess, "excused", "", 11)
    assert status(bexley, 11).gates[2].is_open


def test_the_roll_says_what_is_to_be_done_and_what_is_awaited(tess, clock, bexley, monkeypatch):
    earlier = given(bexley, tess, 3, ("presumptive", "fentanyl"))
    done = given(bexley, tess, 4, ("negative", ""))
    given(bexley, tess, 5, ("dilute", ""))
    test = drawn(clock, bexley, 6, monkeypatch)

    def stages(at):
        return {row.test.pk: (row.stage.code, row.words) for row in roll.roll(tess, at)}

    assert stages(noon(6)) == {
        earlier.pk: ("earlier", "Positive, not confirmed"),
        test.pk: ("to_tell", "Not told yet"),
    }
    services.notify_test(by=tess, test=test, at=noon(6))
    assert stages(noon(6) + HOUR)[test.pk] == ("due", "7 h left")
    assert stages(noon(6) + 9 * HOUR)[test.pk] == ("overdue", "1 h over")
    assert stages(noon(7))[test.pk][0] == "overdue"  # told yesterday, and still to be recorded
    collected(test, tess, noon(6) + 2 * HOUR)
    assert stages(noon(6) + 3 * HOUR)[test.pk] == ("awaited", "Result to come")
    found(test, tess, "negative", "", 6)
    assert stages(noon(6) + 3 * HOUR)[test.pk] == ("settled", "Negative")
    assert done.pk not in stages(noon(6))
    never_told = drawn(clock, bexley, 9, monkeypatch)
    assert never_told.pk not in stages(noon(10))  # the program's shortfall, and nobody's test any more


def test_the_pages_of_the_room(client, tess, ray, otis, pat, clock, within, monkeypatch, django_assert_max_num_queries):
    bexley = enrolled(tess)
    prescription = prescribed(bexley, tess, 1)
    given(bexley, tess, 2, ("presumptive", "fentanyl"), ("confirmed", "fentanyl"), ("disputed", "fentanyl"))
    services.record_missed_test(by=tess, test=ordered(bexley, tess, noon(3)), at=noon(4))
    client.force_login(tess)
    tests = address("view_tests", bexley.participant_id)
    with django_assert_max_num_queries(40) as few:
        shown = client.get(tests).content.decode()
    asked = len(few.captured_queries)
    for words in ("Disputed", "Missed", "Presumptive", "L-26-118", "Suboxone", "Dr. Vale"):
        assert words in shown
    shown = client.get(tests, {"state": "failed"}).content.decode()
    assert "L-26-118" not in shown
    assert "No test of this kind" in client.get(tests, {"state": "outstanding"}).content.decode()
    with treatment():
        for number in range(5, 9):
            given(bexley, tess, number, ("negative", ""))
    with django_assert_max_num_queries(asked):
        client.get(tests)

    page = client.get(address("view_roll"))
    assert "Disputed" in page.content.decode()
    assert client.get(address("view_roll"), {"show": "to_do"}).status_code == 200
    told = client.get(reverse("api:callins:dtc:view_roll")).json()["tests"]
    assert [(row["stage"], row["words"]) for row in told] == [("earlier", "Disputed")]
    rows = client.get(reverse("api:callins:dtc:view_tests", args=[bexley.participant_id])).json()["results"]
    assert {row["outcome"] for row in rows} == {"negative", "disputed", "missed"}
    ends = address("end_prescription", prescription.pk)
    assert client.post(ends, {"until_on": "2026-02-01"}).url == tests
    assert "already" in client.post(ends, {"until_on": "2026-02-02"}).content.decode()
    for stranger in (ray, otis, pat):
        client.force_login(stranger)
        assert {client.get(each).status_code for each in (tests, ends, address("view_roll"))} == {404}


def test_a_pause_is_corrected_and_every_date_follows(client, tess, ray, within):
    bexley = enrolled(tess)
    pause = paused(bexley, tess, 10, 17)
    assert status(bexley, 20).earliest_graduation == day(187)
    client.force_login(tess)
    page = address("correct_pause", pause.pk)
    form = client.get(page).context["form"]
    said = {"kind": "custody", "began_on": "2026-01-11", "ended_on": "2026-01-15", "where": "",
            "seen": form.initial["seen"], "why": "The jail’s own list"}  # fmt: skip
    assert "nothing is corrected" in client.post(page, {**said, "ended_on": "2026-01-18"}).content.decode()
    assert "can not end before" in client.post(page, {**said, "ended_on": "2026-01-02"}).content.decode()
    assert client.post(page, said).status_code == 302
    with treatment():
        assert status(bexley, 20).earliest_graduation == day(184)
        pause.refresh_from_db()
        assert pause.corrected_why == "The jail’s own list"
        assert AuditEntry.objects.filter(verb="dtc.correct_pause", outcome="done").count() == 1
    assert "Clem" not in client.post(page, {**said, "ended_on": "2026-01-16"}).content.decode()  # a stale version
    twin = reverse("api:callins:dtc:correct_pause", args=[pause.pk])
    answer = client.post(twin, {"ended_on": None, "why": "Still there"}, content_type="application/json")
    assert (answer.status_code, answer.json()["ended_on"]) == (200, None)
    client.force_login(ray)
    assert client.post(page, said).status_code == 404
