"""The program's rules hold from a day on: set, looked at and withdrawn, and nothing before that day changes."""

import re
from datetime import date
from http import HTTPStatus

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from callins.dtc import courses, services
from callins.dtc.models import AuditEntry, Enrolment, ProgramRules
from callins.dtc.program.changes import draft, odds_words
from callins.dtc.program.configuration import PHASES, Configuration, Rules
from callins.dtc.program.phases import PhasesWrong, as_said, phases_of
from dmi.accounts.compartment import treatment
from dmi.errors import RuleBroken
from tests.dtc.enrolled import attended, day, given, noon, ruled

SHORT = [{"days": 30, "clear_days": 14, "tasks": [{"code": "orientation", "words": "Orientation", "stays": True}]}]


def address(name, *key):
    return reverse(f"callins:dtc:{name}", args=key)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], "at least one phase, and at most nine"),
        (SHORT * 10, "at most nine"),
        ("thirty", "at least one phase"),
        ([{"days": 0, "tasks": []}], "Phase one: its days are a whole number from 1 to 366"),
        ([{"days": True, "tasks": []}], "whole number"),
        ([{"days": "30", "tasks": []}], "whole number"),
        ([{"days": 4000, "tasks": []}], "from 1 to 366"),
        ([{"days": 30, "tasks": [], "nights": 3}], "and by nothing else"),
        ([{"days": 30}], "is told by clear_days, days, tasks"),
        ([{"days": 30, "clear_days": 31, "tasks": []}], "up to its 30 days"),
        ([{"days": 30, "tasks": [{"code": "Housing", "words": "Housing"}]}], "“Housing” is in lower case"),
        ([{"days": 30, "tasks": [{"code": "housing", "words": " "}]}], "say each task in words"),
        ([{"days": 30, "tasks": [{"code": "housing", "words": "Housing", "stays": 1}]}], "is yes or no"),
        (SHORT * 2, "The code orientation names two tasks"),
    ],
)
def test_phases_that_can_not_be_read_are_refused_in_words(said, words):
    with pytest.raises(PhasesWrong, match=words):
        phases_of(said)


def test_phases_are_read_as_they_were_written():
    assert phases_of(as_said(PHASES)) == PHASES
    assert odds_words(Rules(day(0))) == "2 in 7 every day: 9.5 % of weeks go without a test"


def test_before_it_is_set_a_row_says_what_it_changes_against_what_holds():
    holds = Configuration((Rules(date.min), Rules(day(90), urine_hours=6)))
    drafted = draft(Rules(day(60), phases=PHASES[:2], week_starts=0), holds)
    said = {change.name: (change.before, change.after) for change in drafted.changes}
    assert said["The program"] == ("180 days in 3 phases", "90 days in 2 phases")
    assert said["A week"][1] == "Begins on Monday"
    assert said["Task stable_housing"] == ("Phase three: Stable housing", "None")
    assert "Phase one" not in said
    assert (drafted.is_short, drafted.until) == (True, day(90))


def test_rules_from_a_day_leave_every_day_before_it_as_it_was(tess, bexley):
    """change_rules: the status of every day before is the same, the attempt keeps its phases, the rest holds."""
    attended(bexley, tess, 3, 10, 17)
    given(bexley, tess, 4, ("negative", ""))
    given(bexley, tess, 12, ("confirmed", "heroin"))

    def statuses():
        enrolment = courses.with_events(Enrolment.objects).get(pk=bexley.pk)
        return [courses.status_of(enrolment, day(number)) for number in range(30)]

    before = statuses()
    ruled(tess, from_on=day(30), phases=SHORT, relapse="team_decides", week_starts=0, odds_in=3, at=noon(29))
    assert statuses() == before
    test = given(bexley, tess, 33, ("confirmed", "fentanyl"))
    status = courses.status_of(courses.with_events(Enrolment.objects).get(pk=bexley.pk), day(34))
    assert [each.about for each in status.undecided] == [test.pk.hex]  # the new policy
    assert status.attempt.rules.total == 180  # the phases of its start
    assert AuditEntry.objects.filter(verb="dtc.change_rules", outcome="done").count() == 1


def test_what_has_come_is_neither_set_nor_withdrawn(tess, ray, within):
    """change_rules, withdraw_rules: each with what it refuses."""
    for from_on in (day(1), day(0)):
        with pytest.raises(RuleBroken, match="has come; new rules hold from tomorrow"):
            ruled(tess, from_on=from_on)
    with pytest.raises(RuleBroken, match=r"the rules that hold on 1 Jan 2099 as it is"):
        ruled(tess, urine_hours=8)
    with pytest.raises(RuleBroken, match="names two tasks"):
        ruled(tess, phases=SHORT * 2)
    for wrong in ({"odds_of": 8}, {"odds_in": 0}, {"urine_hours": 25}, {"why": ""}, {"relapse": "forgive"}):
        with pytest.raises(ValidationError):
            ruled(tess, **wrong)
    row = ruled(tess, from_on=day(2))
    with pytest.raises(RuleBroken, match="rules from 3 Jan 2026 already; withdraw them first"):
        ruled(tess, from_on=day(2), urine_hours=10)
    with pytest.raises(RuleBroken, match="hold since 3 Jan 2026"):
        services.withdraw_rules(by=tess, rules=row, at=noon(2))
    services.withdraw_rules(by=tess, rules=row, at=noon(1))
    assert not ProgramRules.objects.exists()
    assert ProgramRules.pgh_event_model.objects.count() == 2  # set, and taken back
    assert AuditEntry.objects.filter(verb="dtc.withdraw_rules", outcome="done").count() == 1


def controls(form_page, **said):
    """What a browser would send: every control that has a value."""
    found = dict(re.findall(r'name="((?!csrf|alter|save)[^"]+)"[^>]*?\bvalue="([^"]*)"', form_page))
    return {**found, "relapse": "restart_program", "week_starts": "", **said}


def test_the_rules_are_changed_in_the_browser_without_scripts(client, tess):
    client.force_login(tess)
    page = client.get(address("change_rules")).content.decode()
    typed = controls(page, from_on="2099-03-01", why="The team’s vote", alter="add_task-0")
    page = client.post(address("change_rules"), typed).content.decode()
    assert 'name="phases-0-3-words" value="" maxlength="80" autofocus' in page
    typed = controls(page, **{"phases-0-3-words": "Bus pass", "phases-0-days": "45", "alter": "remove_phase-2"})
    page = client.post(address("change_rules"), typed).content.decode()
    typed = controls(page, odds_of="3")
    assert "phases-2-days" not in typed
    refused = client.post(address("change_rules"), {**typed, "phases-0-days": "many", "odds_of": "8"}).content.decode()
    assert "its days are a whole number" in refused
    assert "Nobody can be drawn more often than every day" in refused
    page = client.post(address("change_rules"), typed).content.decode()
    assert "Phase one: Bus pass" in page
    assert "The program would last 105 days" in page
    with treatment():
        assert not ProgramRules.objects.exists()
    typed = controls(page)
    typed["phases"] = typed["phases"].replace("&quot;", '"')
    back = client.post(address("change_rules"), {**typed, "alter": "back"}).content.decode()
    assert 'value="Bus pass"' in back
    page = client.post(address("change_rules"), {**typed, "save": "1"}, follow=True).content.decode()
    assert "The team’s vote" in page
    with treatment():
        row = ProgramRules.objects.get()
    assert row.phases[0]["tasks"][-1] == {"code": "bus_pass", "words": "Bus pass", "stays": False}
    assert "nothing was judged by them" in client.get(address("withdraw_rules", row.pk)).content.decode()
    page = client.post(address("withdraw_rules", row.pk), follow=True).content.decode()
    assert "what holds now goes on holding" in page
    assert "9.5 % of weeks go without a test" in page


def test_the_api_takes_phases_as_json_and_strictly(client, tess, ray):
    client.force_login(tess)
    url = reverse("api:callins:dtc:change_rules")
    said = {
        "from_on": "2099-03-01", "why": "The team’s vote", "phases": SHORT, "relapse": "restart_phase",
        "week_starts": "0", "odds_of": 2, "odds_in": 7, "floor": 4, "urine_hours": 8, "oral_fluid_hours": 4,
        "check_ins_a_week": 3,
    }  # fmt: skip
    for phases, words in (
        ("thirty", "Send a list of objects."), ([30], "Send a list of objects."),
        ([{"days": 0, "tasks": []}], "whole number from 1 to 366"), ([], "at least one phase"),
    ):  # fmt: skip
        answer = client.post(url, said | {"phases": phases}, content_type="application/json")
        assert (answer.status_code, words in answer.json()["errors"]["phases"][0]) == (400, True), answer.json()
    answer = client.post(url, said, content_type="application/json")
    assert (answer.status_code, answer.json()["phases"]) == (HTTPStatus.CREATED, SHORT)
    assert client.post(url, said, content_type="application/json").status_code == HTTPStatus.CONFLICT
    told = client.get(reverse("api:callins:dtc:view_rules")).json()
    assert (told["in_force"]["id"], told["in_force"]["odds_in"], len(told["rows"])) == (None, 7, 1)
    key = [answer.json()["id"]]
    client.force_login(ray)
    for name in ("change_rules", "view_rules"):
        assert client.get(address(name)).status_code == HTTPStatus.NOT_FOUND
    assert client.post(address("withdraw_rules", *key)).status_code == HTTPStatus.NOT_FOUND
    client.force_login(tess)
    answer = client.post(reverse("api:callins:dtc:withdraw_rules", args=key), {}, content_type="application/json")
    assert (answer.status_code, answer.json()["id"]) == (HTTPStatus.OK, None)


def test_the_page_tells_what_was_what_is_and_what_will_be(client, tess):
    today = timezone.localdate()
    with treatment():
        for from_on, hours in ((day(10), 6), (today.replace(year=today.year + 1), 10)):
            ruled(tess, from_on=from_on, urine_hours=hours, why=f"{hours} hours suit the clinic")
    client.force_login(tess)
    page = client.get(address("view_rules")).content.decode()
    for words in ("To come", "Holds today", "Until 10 Jan 2026", "6 hours suit the clinic", "stays done", "Case study"):
        assert words in page
    assert page.count("Withdraw these rules") == 1
