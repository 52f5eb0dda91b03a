"""schedule_check_ins, change_check_ins, end_check_ins, log_check_in, log_no_answer and their pages."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from callins import rounds, services
from callins.models import CheckIn, CheckInSchedule
from dealers import services as dealing
from dealers.dossier import events_of, timeline_rows
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.api.conftest import with_token
from tests.callins.visited import DAY, HOUR, MONDAY, pleaded, scheduled, visited
from tests.cases.made import draft_of
from tests.conftest import NOON, TODAY, logged, officer


@pytest.fixture
def schedule(cora, liv, farrow):
    return scheduled(cora, farrow, liv)


def changed(by, schedule, **said):
    facts = {name: getattr(schedule, name) for name in schedule.CORRECTED}
    seen = version(schedule, schedule.CORRECTED)
    return services.change_check_ins(by=by, schedule=schedule, **{"seen": seen} | facts | said)


def ended(by, schedule, on=TODAY, at=NOON):
    return services.end_check_ins(by=by, schedule=schedule, until_on=on, at=at)


def no_answer(by, schedule, at=NOON):
    return services.log_no_answer(by=by, schedule=schedule, at=at)


def test_the_week_of_a_liaison(cora, liv, schedule):
    visited(liv, schedule)
    no_answer(liv, schedule, at=NOON + 2 * HOUR)
    changed(cora, schedule, times_a_week=2, where="9 Mill Street")
    assert ended(cora, CheckInSchedule.objects.get()).until_on == TODAY
    for verb in ("schedule_check_ins", "change_check_ins", "end_check_ins", "log_check_in", "log_no_answer"):
        assert AuditEntry.objects.filter(verb=f"callins.{verb}", outcome="done").count() == 1, verb


def test_who_builds_the_case_does_not_visit(cora, sal, sue, liv, ray, farrow, west_end, schedule):
    """Refused when it is scheduled; a fault when the case changes hands afterwards; refused at the door."""
    ray.roles = [*ray.roles, Role.LIAISON]
    ray.save()
    with pytest.raises(RuleBroken, match="answers for the case or the record of this person"):
        changed(cora, schedule, liaison=ray)
    case = draft_of(farrow, ray, west_end)
    dealing.assign_dealers(by=sal, dealers=[farrow], officer=sue)
    with pytest.raises(RuleBroken, match="somebody else makes the check-in"):
        visited(ray, schedule)
    assert CheckInSchedule.objects.with_people().get().fault == ""
    case.owner = liv
    case.save()
    fault = CheckInSchedule.objects.with_people().get().fault
    assert fault == "Liv Lund now answers for this person's case or record: name another liaison."
    with pytest.raises(RuleBroken, match="somebody else makes the check-in"):
        no_answer(liv, schedule)
    case.owner, liv.roles = ray, [Role.PATROL]
    case.save()
    liv.save()
    assert CheckInSchedule.objects.with_people().get().fault.startswith("Liv Lund makes no check-ins any more")


def test_what_can_not_be_scheduled(cora, sal, liv, pat, ray, farrow, whitlow, west_end, schedule):
    anothers = pleaded(cora, whitlow, west_end)
    with pytest.raises(RuleBroken, match="makes no check-ins"):
        changed(cora, schedule, liaison=pat)
    with pytest.raises(RuleBroken, match="allows no inspections of Cody Farrow’s residence"):
        changed(cora, schedule, condition=anothers)
    with pytest.raises(IntegrityError, match="one_check_in_schedule"):
        scheduled(cora, farrow, liv)
    with pytest.raises(RuleBroken, match="is not on file"):
        scheduled(sal, logged(sal, west_end, street_name="Wren"), liv)
    with pytest.raises(ChangedMeanwhile):
        changed(cora, schedule, seen="0" * 16)
    with pytest.raises(PermissionDenied):
        scheduled(liv, whitlow, liv)
    ended(cora, schedule)
    with pytest.raises(RuleBroken, match="ended on 3 March 2026; schedule them anew"):
        changed(cora, schedule)
    assert scheduled(cora, farrow, liv, from_on=TODAY + DAY).is_standing


@pytest.mark.parametrize(("on", "why"), [(TODAY + DAY, "still to come"), (MONDAY - DAY, "not before it")])
def test_the_last_day_lies_between_the_last_visit_and_today(cora, schedule, on, why):
    with pytest.raises(ValidationError, match=why):
        ended(cora, schedule, on)


def test_a_visit_may_be_entered_later_and_never_ahead(liv, schedule):
    assert visited(liv, schedule, visited_at=NOON - DAY).at == NOON - DAY
    for moment, why in (
        (NOON + timedelta(minutes=1), "still to come"), (NOON - 9 * DAY, "began on 2 March 2026"),
    ):  # fmt: skip
        with pytest.raises(ValidationError, match=why):
            visited(liv, schedule, visited_at=moment)


def test_a_visit_sent_twice_is_one_visit_and_so_is_a_second_tap(liv, schedule):
    visited(liv, schedule)
    with pytest.raises(RuleBroken, match="at that time already; it is saved"):
        visited(liv, schedule, at=NOON + timedelta(minutes=9))
    first = no_answer(liv, schedule, at=NOON + HOUR)
    assert no_answer(liv, schedule, at=NOON + HOUR + timedelta(minutes=3)) == first
    assert no_answer(liv, schedule, at=NOON + 2 * HOUR) != first


def test_an_inspection_needs_its_basis_and_the_visit_does_not(cora, liv, farrow, west_end):
    condition = pleaded(cora, farrow, west_end)
    schedule = scheduled(cora, farrow, liv, condition=condition)
    said = {"present": "His mother", "findings": "Nothing"}
    told = [
        ({"basis": "condition"}, "", "3. Inspections of the residence"),
        ({"basis": "consent", "basis_said": "Jean Farrow"}, "", "Jean Farrow"),
        ({"basis": "supervision", "basis_said": "P.O. Dunn"}, "", "P.O. Dunn"),
        ({}, "It needs a basis", ""),
        ({"basis": "consent"}, "Say who consented", ""),
        ({"basis": "supervision"}, "Say which supervising officer", ""),
    ]
    for hours, (basis, refused, on) in enumerate(told):
        visit = visited(liv, schedule, at=NOON + hours * HOUR, **said, **basis)
        assert visit.is_met
        assert (visit.is_inspected, visit.basis_said, visit.findings) == (not refused, on, "" if refused else "Nothing")
        assert refused in visit.inspection_refused
        assert bool(refused) == visit.inspection_refused.startswith("The visit is saved, the inspection is not.")
    condition.offer.state = "breached"
    condition.offer.save()
    visit = visited(liv, CheckInSchedule.objects.get(), at=NOON + 9 * HOUR, basis="condition", **said)
    assert "No condition of a plea in force" in visit.inspection_refused


def test_a_strangers_market_has_no_check_ins(client, otis, sue, liv, schedule):
    """Nor has a liaison who is not his, in another market; an investigator has none at all."""
    far = officer("l9", Role.LIAISON)
    for act in (visited, no_answer):
        with pytest.raises(Http404):
            act(far, schedule)
        with pytest.raises(PermissionDenied):
            act(otis, schedule)
    boss = officer("s9", Role.SUPERVISOR)
    for act in (ended, changed):
        with pytest.raises(Http404):
            act(boss, schedule)
    client.force_login(boss)
    for page in ("view_check_ins", "view_route", "view_support_contacts", "schedule_check_ins"):
        assert "Farrow" not in client.get(reverse(f"callins:{page}")).text
    assert client.get(schedule.get_absolute_url()).status_code == 404
    assert not CheckIn.objects.visible_to(otis).exists()


def test_everybodys_week_has_the_longest_overdue_first(client, cora, liv, farrow, whitlow):
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    for dealer, weeks in ((whitlow, 1), (farrow, 2)):
        scheduled(cora, dealer, liv, from_on=monday - timedelta(weeks=weeks), times_a_week=7)
    client.force_login(cora)
    page = client.get(reverse("callins:view_check_ins"))
    since = [stop.overdue_since for stop in page.context["stops"]]
    assert since == sorted(since)
    assert "0 of 14 visits of this week made; 2 people are overdue." in page.text
    assert "Check-ins missed" in client.get(reverse("desk")).text


def test_who_accepted_a_plea_and_is_not_visited_stands_on_top(client, cora, liv, farrow, whitlow, west_end):
    pleaded(cora, farrow, west_end)
    client.force_login(cora)
    assert "Nobody visits yet" in client.get(reverse("callins:view_check_ins")).text
    form = client.get(f"{reverse('callins:schedule_check_ins')}?dealer={farrow.pk}").context["form"]
    assert (form["dealer"].initial, form["condition"].initial.number) == (farrow, 3)
    scheduled(cora, farrow, liv)
    assert list(rounds.unscheduled(cora)) == []


def test_a_liaison_goes_from_the_route_to_the_door_and_back(client, cora, liv, farrow, whitlow):
    today = timezone.localdate()
    stops = [scheduled(cora, dealer, liv, from_on=today - 14 * DAY, times_a_week=7) for dealer in (farrow, whitlow)]
    client.force_login(liv)
    assert "2 doors are on your route today" in client.get(reverse("desk")).text
    assert "2 doors to go to" in client.get(reverse("callins:view_route")).text
    said = {"wellbeing": "unsure", "support": ["housing", "work"], "support_said": "A ride", "findings": "A scale"}
    page = client.post(reverse("callins:log_check_in", args=[stops[0].pk]), said, follow=True)
    assert "The visit is saved, the inspection is not. It needs a basis" in page.text
    page = client.post(reverse("callins:log_no_answer", args=[stops[1].pk]), follow=True)
    assert [door.schedule.dealer for door in page.context["wanted"]] == [whitlow]
    assert "No answer" in page.text
    visit = CheckIn.objects.made().get()
    assert (visit.support_offered, visit.findings, visit.place) == (
        "Housing; Work and training; A ride",
        "",
        stops[0].where,
    )


def test_many_people_ask_the_database_no_more_often_than_one(client, cora, liv, farrow, whitlow):
    pages = [reverse("desk"), *(reverse(f"callins:{page}") for page in ("view_check_ins", "view_route"))]
    counts = []
    client.force_login(liv)
    for dealer in (farrow, whitlow):
        visited(liv, scheduled(cora, dealer, liv))
        dealing.log_caution(by=dealer.logged_by, dealer=dealer, kind="dog", source="26-1", noted_on=TODAY, at=NOON)
        counts.append([len(asked(client, page)) for page in pages])
    assert counts[0] == counts[1]


def asked(client, address):
    client.get(address)  # warms what is cached for a process
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return queries


def test_check_ins_stand_on_the_timeline_of_who_may_read_them(sal, ray, liv, schedule, farrow):
    visited(liv, schedule)
    kinds = [event.template for event in events_of(timeline_rows(farrow, sal))]
    assert "callins/timeline/checkin.html" in kinds
    assert "callins/timeline/checkin.html" not in [event.template for event in events_of(timeline_rows(farrow, ray))]


def test_the_api_keeps_the_visit_and_says_what_became_of_the_inspection(cora, liv, schedule):
    api = with_token(liv)
    said = {"wellbeing": "good", "findings": "A scale"}
    answer = api.post(f"/api/check-ins/{schedule.pk}/log/", said, format="json")
    assert (answer.status_code, answer.data["is_inspected"], answer.data["findings"]) == (201, False, "")
    assert "needs a basis" in answer.data["inspection_refused"]
    assert api.get(f"/api/check-ins/{schedule.pk}/").data["visits"][0]["wellbeing"] == "good"
    assert api.get("/api/check-ins/").data["stops"][0]["done"] == 1
    assert api.get("/api/check-ins/route/").status_code == 200
    changed = with_token(cora).post(f"/api/check-ins/{schedule.pk}/change/", {"times_a_week": 5}, format="json")
    assert (changed.status_code, changed.data["times_a_week"]) == (200, 5)
