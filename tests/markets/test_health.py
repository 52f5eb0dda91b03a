"""markets.view_health, log_health_count, correct_health_count, log_treatment_capacity, correct_treatment_capacity,
estimate_cut_off, waive_capacity, log_survey, correct_survey.
"""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404
from django.utils.timezone import localdate, now

from dmi.accounts.models import TaskForce
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from markets import services
from markets.capacity import readiness_of
from markets.models import HealthCount, StageChange, TreatmentCapacity
from tests.conftest import NOON, TODAY, officer
from tests.markets.healthy import asked_of_residents, counted, deaths_of, estimated, told_by_clinic, waived

DAY = timedelta(days=1)
LATER = NOON + timedelta(hours=3)


@pytest.fixture
def ana(sal, west_end):
    person = officer("ana", Role.ANALYST, full_name="Ana Petrie")
    services.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


def correct(service, by, name, record, seen=None, **changed):
    """With everything else as it stands, as a form sends it."""
    stands = {each: getattr(record, each) for each in record.CORRECTED}
    return service(
        by=by, **{name: record}, seen=seen or version(record, record.CORRECTED), at=LATER, **stands | changed
    )


def page_of(client, by, market):
    client.force_login(by)
    return client.get(f"/markets/{market.pk}/health/").content.decode()


# Readiness


def test_sixty_cut_off_and_ten_places_are_not_ready_until_a_supervisor_writes_why(client, ana, sal, west_end):
    told_by_clinic(ana, west_end)
    assert readiness_of(west_end, TODAY).cut_off is None
    estimated(ana, west_end)
    answer = readiness_of(west_end, TODAY)
    assert (answer.free, answer.cut_off, answer.missing, answer.is_ready) == (10, 60, 50, False)
    with pytest.raises(PermissionDenied):
        waived(ana, west_end)
    waived(sal, west_end)
    assert readiness_of(west_end, TODAY).is_waived
    with pytest.raises(RuleBroken, match=r"Nothing is to be waived\. 10 free places for 60 users"):
        waived(sal, west_end)


def test_a_new_estimate_asks_again_and_so_do_fewer_places(ana, sal, west_end):
    told_by_clinic(ana, west_end)
    estimated(ana, west_end)
    waived(sal, west_end)
    told_by_clinic(ana, west_end, caseload=751, as_of=TODAY + DAY, at=NOON + DAY)
    assert not readiness_of(west_end, TODAY + DAY).is_ready
    waived(sal, west_end, at=NOON + DAY)
    assert readiness_of(west_end, TODAY + DAY).is_ready
    estimated(ana, west_end, users=61, at=NOON + 2 * DAY)
    assert not readiness_of(west_end, TODAY + 2 * DAY).is_ready


def test_without_an_estimate_and_with_places_enough_there_is_nothing_to_waive(ana, sal, west_end):
    with pytest.raises(RuleBroken, match="Nobody has estimated yet"):
        waived(sal, west_end)
    with pytest.raises(IntegrityError):
        estimated(ana, west_end, users=0)
    told_by_clinic(ana, west_end, places=900)
    estimated(ana, west_end)
    with pytest.raises(RuleBroken, match="nobody is left out"):
        waived(sal, west_end)


def test_the_last_figures_of_each_provider_count_as_long_as_the_task_force_believes_them(ana, west_end):
    told_by_clinic(ana, west_end, caseload=700, as_of=TODAY - 40 * DAY)
    told_by_clinic(ana, west_end)
    told_by_clinic(ana, west_end, provider="Detox", kind="detox", places=9, caseload=2)
    assert readiness_of(west_end, TODAY).free == 10
    assert readiness_of(west_end, TODAY + 32 * DAY).free == 0
    TaskForce.objects.update(capacity_days=60, capacity_kinds=["medication", "detox"])
    assert readiness_of(west_end, TODAY + 32 * DAY).free == 17


# What is entered


@pytest.mark.parametrize(("facts", "refusal"), [
    ({"until_on": TODAY + DAY}, "still to come"), ({"from_on": date(1015, 1, 1)}, "before 1900"),
])  # fmt: skip
def test_a_period_that_can_not_be_is_refused(ana, west_end, facts, refusal):
    with pytest.raises(ValidationError, match=refusal):
        counted(ana, west_end, **facts)


def test_a_count_is_on_record_once_and_its_period_has_days(ana, west_end):
    counted(ana, west_end)
    with pytest.raises(IntegrityError, match="health_count_once"):
        counted(ana, west_end, count=17)
    with pytest.raises(IntegrityError, match="health_period_has_days"):
        counted(ana, west_end, from_on=date(2016, 2, 1))
    told_by_clinic(ana, west_end)
    with pytest.raises(IntegrityError, match="capacity_told_once"):
        told_by_clinic(ana, west_end, places=1)
    with pytest.raises(ValidationError, match="still to come"):
        told_by_clinic(ana, west_end, as_of=TODAY + DAY)


@pytest.mark.parametrize(("answers", "refusal"), [
    ([["Yes", 121]], "121 answered, but 120 were asked"), ([["Yes", 0]], "Nobody answered"),
    ([["Yes", 1], ["yes", 2]], "“Yes” stands twice"),
])  # fmt: skip
def test_answers_that_can_not_be_are_refused(ana, west_end, answers, refusal):
    with pytest.raises(ValidationError, match=refusal):
        asked_of_residents(ana, west_end, answers=answers)


# What is corrected


def test_a_correction_keeps_what_stood_there(ana, sal, west_end):
    kinds = (
        (services.correct_health_count, "health_count", counted(ana, west_end), {"count": 14}),
        (services.correct_treatment_capacity, "capacity", told_by_clinic(ana, west_end), {"caseload": 740}),
        (services.correct_survey, "survey", asked_of_residents(ana, west_end), {"answers": [["Yes", 9]]}),
    )
    for service, name, record, change in kinds:
        seen = version(record, record.CORRECTED)
        correct(service, sal, name, record, **change)
        record.refresh_from_db()
        [(field, value)] = change.items()
        assert (getattr(record, field), record.by) == (value, sal)
        events = type(record).pgh_event_model.objects.filter(pgh_obj=record).order_by("pgh_id")
        assert len({str(getattr(event, field)) for event in events}) == 2
        with pytest.raises(ChangedMeanwhile) as refusal:
            correct(service, ana, name, record, seen=seen)
        assert [each.name for each in refusal.value.changes] == [field]
        assert AuditEntry.objects.filter(verb=service.verb, outcome="done").count() == 1


def test_two_who_correct_a_survey_at_once_lose_nothing_typed(client, ana, sal, west_end):
    survey = asked_of_residents(ana, west_end)
    client.force_login(ana)
    address = f"/markets/surveys/{survey.pk}/correct/"
    said = client.get(address).context["form"].initial
    assert "Much safer: 41" in client.get(address).content.decode()
    correct(services.correct_survey, sal, "survey", survey, answers=[["Much safer", 44]])
    typed = said | {
        "held_on": "2026-03-03",
        "answers": "Much safer: 41\nSomewhat safer: 30\nNo safer: 12",
        "asked": 130,
    }
    refused = client.post(address, typed)
    page = refused.content.decode()
    assert "What changed meanwhile" in page
    assert refused.context["form"]["answers"].value() == "Much safer: 44"
    assert "Much safer: 44</textarea>" in page
    again = typed | {"answers": "Much safer: 44", "seen": refused.context["form"]["seen"].value()}
    assert client.post(address, again)["Location"] == f"/markets/{west_end.pk}/health/"
    survey.refresh_from_db()
    assert (survey.asked, survey.answers) == (130, [["Much safer", 44]])


# The page, and the API


def test_the_page_shows_numbers_with_their_level_and_what_may_be_said(client, ana, sal, west_end):
    deaths_of(ana, west_end)
    told_by_clinic(ana, west_end, caseload=700, as_of=TODAY - 40 * DAY)
    told_by_clinic(ana, west_end)
    estimated(ana, west_end)
    asked_of_residents(ana, west_end)
    page = page_of(client, ana, west_end)
    for words in ("-12.5 %", "0.396 to 1.913", "No increase", "WDD -21,", "8.185", "-2.566", "-37.04 to -4.96",
                  "County", "A county is not its city", "figures at most 31 days old", "n = 83", "49 %"):  # fmt: skip
        assert words in page, words
    assert "A fall" not in page
    assert "Write why it goes on" not in page
    assert "Write why it goes on" in page_of(client, sal, west_end)
    assert AuditEntry.objects.filter(verb="markets.view_health", outcome="read").count() == 2


def test_what_was_said_after_the_call_in_stands_beside_what_was_said_before(client, ana, sal, west_end):
    asked_of_residents(ana, west_end, held_on=TODAY - 2 * DAY)
    services.change_stage(by=sal, market=west_end, stage="after_call_in", why="Held", on=TODAY - DAY)
    asked_of_residents(ana, west_end)
    page = page_of(client, ana, west_end)
    assert page.index(">Before<") < page.index(">After<")
    assert StageChange.objects.visible_to(ana).filter_market(west_end).call_in_day() == TODAY - DAY


def test_every_act_by_page(client, ana, sal, west_end):
    client.force_login(sal)
    before = f"/markets/{west_end.pk}"
    figures = {"provider": "Clinic", "kind": "medication", "places": 760, "caseload": 750, "waiting": 0,
               "as_of": "2026-03-03", "source": "Call"}  # fmt: skip
    deaths = {"measure": "deaths", "geography": "Rutland County", "level": "county", "part": "own", "count": 16,
              "from_on": "2015-01-01", "until_on": "2015-12-31", "definition": "There", "source": "VDH"}  # fmt: skip
    survey = {
        "held_on": "2026-03-01",
        "audience": "officers",
        "question": "Seen?",
        "asked": 9,
        "answers": "Yes: 4\nNo: 5",
    }
    for verb, said in (
        ("log-treatment-capacity", figures), ("estimate-cut-off", {"users": 60, "basis": "Buyers served"}),
        ("waive-capacity", {"why": "The van"}), ("log-health-count", deaths), ("log-survey", survey),
    ):  # fmt: skip
        assert client.get(f"{before}/{verb}/").status_code == 200
        assert client.post(f"{before}/{verb}/", said)["Location"] == f"{before}/health/", verb
    page = page_of(client, sal, west_end)
    assert "Ready: waived" in page
    assert "The van" in page
    refused = client.post(f"{before}/log-survey/", survey | {"answers": "Yes\nNo: 5"}).content.decode()
    assert "Line 1 is no answer with its count" in refused
    assert "Yes\nNo: 5</textarea>" in refused


def test_the_same_by_json(client, ana, sal, west_end):
    deaths_of(ana, west_end)
    told_by_clinic(ana, west_end, as_of=localdate(), at=now())
    client.force_login(sal)
    before = f"/api/markets/{west_end.pk}"

    def post(address, **said):
        return client.post(address, said, content_type="application/json")

    assert post(f"{before}/estimate-cut-off/", users=60, basis="Buyers served").status_code == 201
    board = client.get(f"{before}/health/").json()
    assert (board["readiness"]["is_ready"], board["readiness"]["missing_places"]) == (False, 50)
    assert post(f"{before}/waive-capacity/", why="The van").json()["free_places"] == 10
    [table] = client.get(f"{before}/health/").json()["compared"]
    assert round(table["against_neighbours"]["z"], 3) == -2.566
    assert [row["words"] for row in table["rows"] if row["part"] == "own"] == ["no increase"]
    survey = {"held_on": "2026-03-01", "audience": "officers", "question": "Seen?", "asked": 9, "answers": "Yes: 4"}
    made = post(f"{before}/log-survey/", **survey).json()
    assert made["answers"] == [{"label": "Yes", "count": 4}]
    corrected = post(f"/api/markets/surveys/{made['id']}/correct/", asked=10).json()
    assert (corrected["asked"], corrected["answers"]) == (10, made["answers"])
    count = HealthCount.objects.first()
    assert post(f"/api/markets/health-counts/{count.pk}/correct/", count=99).json()["count"] == 99
    figures = TreatmentCapacity.objects.get()
    assert post(f"/api/markets/treatment-capacities/{figures.pk}/correct/", seen="stale", places=1).status_code == 409


def test_otis_touches_none_and_sees_none(client, otis, ray, ana, west_end):
    count, figures, survey = counted(ana, west_end), told_by_clinic(ana, west_end), asked_of_residents(ana, west_end)
    boss = officer("sup9", Role.SUPERVISOR)  # sees that the market exists, and works elsewhere
    for act in (counted, told_by_clinic, estimated, waived, asked_of_residents):
        with pytest.raises(PermissionDenied):
            act(ray, west_end)
        with pytest.raises(Http404):
            act(boss, west_end)
    for service, name, record in (
        (services.correct_health_count, "health_count", count),
        (services.correct_treatment_capacity, "capacity", figures),
        (services.correct_survey, "survey", survey),
    ):
        with pytest.raises(Http404):
            correct(service, boss, name, record)
    client.force_login(otis)
    assert client.get(f"/markets/{west_end.pk}/health/").status_code == 404
    page = page_of(client, boss, west_end)
    assert "Seen by those who work this market" in page
    assert "Otter Falls Treatment Center" not in page


def test_the_trail_has_one_line_of_each_and_none_of_the_words(ana, sal, west_end):
    told_by_clinic(ana, west_end)
    estimated(ana, west_end)
    waived(sal, west_end)
    asked_of_residents(ana, west_end)
    counted(ana, west_end)
    verbs = ("log_treatment_capacity", "estimate_cut_off", "waive_capacity", "log_survey", "log_health_count")
    for verb in verbs:
        [line] = AuditEntry.objects.filter(verb=f"markets.{verb}")
        assert (line.outcome, line.others["market"]) == ("done", f"markets.market:{west_end.pk}")
        assert "van" not in str(line.others)
