"""manage.py load_demo: an invented town in the figures of the case study, the same on the same day."""

import re
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F
from django.test import TestCase, override_settings
from django.utils import timezone

from callins.demo import planning
from callins.dtc import courses
from callins.dtc import demo as treatment_court
from callins.dtc import models as court
from callins.models import CallIn, Invitation, Letter
from dealers import demo as people
from dealers.cases import tracks
from dealers.models import Dealer, Involvement, LegalHold, Observation, Tie
from dmi import pdf
from dmi.accounts import context
from dmi.accounts import demo as accounts
from dmi.accounts.compartment import treatment
from dmi.accounts.models import TaskForce, User
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.diary import Act, Calendar, live_through
from dmi.management.commands.load_demo import diaries
from maintenance import rules
from maintenance.demo import meetings as weeks
from maintenance.hot_sheet.contents import Contents
from maintenance.models import (
    Action,
    Announcement,
    Copy,
    Debrief,
    Decision,
    FidelityReading,
    FoundPage,
    HotSheet,
    Meeting,
    MonthlyPage,
    NewDealerAlert,
    OutreachTask,
)
from maintenance.retention.models import ComplianceReport, Disclosure, Dissemination, Removal
from markets.demo import CALL_IN, FERRY_LANDING, WEST_END
from markets.models import Category, DailyCount, HotPlace, Incident, IncidentBatch, Market, StageChange, Zone

CRIME = [category for category in Category if category not in ("drugs", "overdose")]
TODAY = date(2026, 3, 3)  # a Tuesday
MONDAY = date(2026, 3, 2)


def load(*options, today=TODAY):
    out = StringIO()
    call_command("load_demo", *options, today=today, stdout=out)
    return out.getvalue()


def is_found(call_in, badge):
    """By this officer, or anybody invited to it."""
    who = accounts.officer(badge)
    invited = Invitation.objects.visible_to(who).filter(call_in=call_in)
    return CallIn.objects.visible_to(who).contains(call_in) or invited.exists()


def percent(name, *categories, zone=Zone.AREA):
    """How the reports of two years changed in two years."""
    calendar = Calendar(TODAY)
    days = DailyCount.objects.filter(market__name=name, is_call=False, category__in=categories, zone=zone)
    windows = ("-260 Thu", "-156 Wed"), ("-156 Thu", "-52 Wed")
    before, after = (
        sum(days.between(calendar.day(first), calendar.day(last)).values_list("count", flat=True))
        for first, last in windows
    )
    return round(100 * (after - before) / before)


def told():
    """What the demo says, without the keys that chance gives."""
    return {
        "dealers": list(
            Dealer.objects.order_by("number").values_list("known_as", "date_of_birth", "status", "logged_at")
        ),
        "entries": list(Observation.objects.order_by("logged_at", "narrative").values_list("seen_at", "narrative")),
        "ties": sorted((str(tie.seen_on), tie.kind, *sorted((str(tie.a), str(tie.b)))) for tie in Tie.objects.all()),
        "decisions": sorted(
            Decision.objects.values_list("decided_at", "kind", "patrol_line", "officer_action", "reason")
        ),
        "debriefs": list(Debrief.objects.order_by("at").values_list("at", "who", "state", "answer", "market__name")),
        "alerts": list(
            NewDealerAlert.objects.order_by("raised_at", "what").values_list("raised_at", "what", "outcome")
        ),
        "actions": sorted(Action.objects.values_list("due_on", "what", "assignee__badge", "state", "outcome")),
        "read": sorted(Copy.objects.values_list("sheet__frozen_at", "badge", "downloaded_at", "acknowledged_at")),
    }


@pytest.mark.slow
@override_settings(DEMO=True)
class TestLoaded(TestCase):
    """Loaded once for all of these."""

    @classmethod
    def setUpTestData(cls):
        before = transaction.savepoint()
        paper = pdf.Body(pdf=b"%PDF", pages=2, sha256="0" * 64)
        with (
            patch.object(weeks, "printed", return_value=paper),
            patch.object(planning, "printed", return_value=paper),
            patch.object(treatment_court, "diary", return_value=()),  # chance draws there: it is not compared
        ):
            load()
        cls.first_time = told()
        transaction.savepoint_rollback(before)
        load()

    def track(self, name):
        return Dealer.objects.filter(known_as__in=people.names_on(name))

    def roles(self, dealers):
        return Counter(Involvement.objects.filter(dealer__in=dealers).values_list("role", flat=True))

    def test_twenty_three_go_to_federal_court(self):
        assert self.roles(self.track("federal")) == {"supplier": 19, "house_holder": 4}

    def test_two_people_decided_what_the_rule_proposed(self):
        found = tracks.of_market(Market.objects.get(name=WEST_END), accounts.officer("sal"), TODAY)
        tally = tracks.tally(found)
        assert {str(way): count for way, count in tally.totals} == {
            "federal": 23, "state": 20, "call_in": 7, "undecided": 4,
        }  # fmt: skip
        assert (tally.diverted, tally.called_in, tally.kept_by_state, tally.final) == (26, 7, 27, 50)
        assert all(each.decision.decided == each.decision.proposed for each in found if each.decision)

    def test_the_seven_were_called_in_and_nobody_was_forgotten(self):
        call_in = CallIn.objects.get(state="closed")
        assert timezone.localdate(call_in.starts_at) == Calendar(TODAY).day(CALL_IN)
        assert sorted(str(each.dealer) for each in call_in.invitations.all()) == sorted(people.names_on("call_in"))
        outcomes = Counter(call_in.invitations.values_list("outcome", flat=True))
        assert outcomes == {"attended": 5, "excused": 1, "no_show": 1}
        assert Letter.objects.filter(invitation__call_in=call_in).exclude(made_at=None).count() == 7

    def test_the_next_call_in_and_its_two_are_its_teams_alone(self):
        call_in = CallIn.objects.get(state="planned")
        assert call_in.invitations.count() == 2
        seen_by = {account.badge for account in accounts.ACCOUNTS if is_found(call_in, account.badge)}
        assert seen_by == {"cora", "sal", "pru"}

    def test_twenty_seven_are_local(self):
        assert self.roles(self.track("state")) == {"connector": 4, "addict_dealer": 16}
        assert self.roles(self.track("call_in")) == {"addict_dealer": 7}

    def test_all_fifty_are_on_file_before_the_list_is_declared_complete(self):
        fifty = [name for track in ("federal", "state", "call_in") for name in people.names_on(track)]
        complete = StageChange.objects.get(market__name=WEST_END, stage=Market.Stage.PREPARATION).on
        assert Dealer.objects.on_file().filter(known_as__in=fifty, validated_on__lt=complete).count() == 50

    def test_the_violent_are_the_four_who_hold_the_houses(self):
        violent = Dealer.objects.filter(cautions__kind="violent", involvements__market__name=WEST_END)
        assert self.roles(violent) == {"house_holder": 4}

    def test_suppliers_come_from_out_of_state(self):
        suppliers = Involvement.objects.filter(dealer__in=self.track("federal"), role="supplier")
        assert set(suppliers.values_list("origin", flat=True)) == {"Brooklyn, NY"}

    def test_every_layer_of_the_market_is_tied_to_the_next(self):
        layers = {
            frozenset((tie.a.involvements.get().role, tie.b.involvements.get().role))
            for tie in Tie.objects.filter(kind__in=["supplies", "introduces"])
        }
        assert {frozenset(("supplier", "connector")), frozenset(("connector", "addict_dealer"))} <= layers

    def test_a_few_ties_are_too_weak_to_be_ranked(self):
        assert 2 <= Tie.objects.exclude(pk__in=Tie.objects.ranked()).exclude(kind="kin").count() <= 12

    def test_every_entry_and_tie_stays_within_its_market(self):
        outside = Observation.objects.exclude(dealers__involvements__market=F("market"))
        assert not outside.exists()
        for tie in Tie.objects.select_related("a", "b"):
            assert tie.a.involvements.get().market_id == tie.b.involvements.get().market_id

    def test_what_was_seen_is_told_each_time_in_other_words(self):
        narratives = Observation.objects.values_list("narrative", flat=True)
        assert len(narratives) > 180
        assert len(set(narratives)) == len(narratives)
        openings = Counter(" ".join(narrative.split()[:4]) for narrative in narratives)
        assert openings.most_common(1)[0][1] <= 2

    def test_a_confidential_source_has_a_number_and_no_name(self):
        numbers = Observation.objects.exclude(source_number="").values_list("source_number", flat=True)
        assert numbers
        assert all(re.fullmatch(r"CS-\d\d", number) for number in numbers)

    def test_nothing_lies_ahead(self):
        with timezone.override(accounts.TIME_ZONE):
            midnight = Calendar(TODAY).moment("day 0 00:00")
        assert not Observation.objects.filter(logged_at__gte=midnight).exists()
        assert not Decision.objects.filter(decided_at__gte=midnight).exists()
        assert not Dealer.objects.filter(logged_at__gte=midnight).exists()
        assert not StageChange.objects.filter(on__gte=TODAY).exists()

    def test_otis_and_west_end_do_not_see_each_other(self):
        otis, ray = accounts.officer("otis"), accounts.officer("ray")
        his, hers = Dealer.objects.visible_to(otis), Dealer.objects.visible_to(ray)
        assert his.count() == 6
        assert not (set(his) & set(hers))
        assert [str(dealer) for dealer in Dealer.objects.begun_as_juveniles()] == ["Jory Lindqvist"]
        assert Market.objects.get(name=FERRY_LANDING).stage == Market.Stage.CLOSED

    def test_the_file_is_answered_for(self):
        assert {removal.state for removal in Removal.objects.all()} == {"asked"}
        assert Dissemination.objects.without_agreement().count() == 1
        assert [hold.dealer.last_name for hold in LegalHold.objects.standing()] == ["Achterberg"]
        assert ComplianceReport.objects.count() == 3
        assert Disclosure.objects.get().manifest

    def test_west_end_went_through_its_stages(self):
        stages = StageChange.objects.filter(market__name=WEST_END).order_by("on").values_list("stage", flat=True)
        assert list(stages) == list(Market.Stage)[:6]

    def test_places_of_every_kind_and_status_are_there(self):
        places = HotPlace.objects.filter(market__name=WEST_END)
        assert set(places.values_list("kind", flat=True)) == set(HotPlace.Kind)
        assert set(places.values_list("status", flat=True)) == set(HotPlace.Status)

    def test_ferry_landing_gives_the_case_studys_five_percentages(self):
        told = {
            "larceny and vehicle theft": percent(FERRY_LANDING, "larceny", "vehicle_theft"),
            "disorderly": percent(FERRY_LANDING, "disorderly"), "vandalism": percent(FERRY_LANDING, "vandalism"),
            "burglary": percent(FERRY_LANDING, "burglary"), "all crime": percent(FERRY_LANDING, *CRIME),
        }  # fmt: skip
        assert told == {
            "larceny and vehicle theft": -31, "disorderly": -37, "vandalism": -49, "burglary": -53, "all crime": -17,
        }  # fmt: skip
        assert -5 < percent(FERRY_LANDING, *CRIME, zone=Zone.COMPARISON) < 5

    def test_every_incident_of_the_demo_is_said_to_be_synthetic(self):
        assert not IncidentBatch.objects.filter(is_synthetic=False).exists()
        assert set(IncidentBatch.objects.values_list("state", flat=True)) == {"imported"}
        assert not Incident.objects.filter(occurred_on__gte=TODAY).exists()

    def test_drafts_wait_in_every_way(self):
        sal, ray = accounts.officer("sal"), accounts.officer("ray")
        assert Dealer.objects.waiting_for(sal).filter(logged_by=ray).exists()
        assert Dealer.objects.filter(logged_by=ray, status=Dealer.Status.RETURNED).count() == 1
        old = Dealer.objects.drafts().filter(logged_by=ray, predicate__source_documents=None).get()
        assert timedelta(days=5) < Calendar(TODAY).moment("day 0 12:00") - old.logged_at < timedelta(days=7)

    def test_this_weeks_meeting_is_still_to_be_opened(self):
        assert Meeting.objects.count() == 8
        assert not Meeting.objects.filter(week_of=MONDAY).exists()
        assert not Meeting.objects.filter(closed_at=None).exists()

    def test_this_weeks_sheet_waits_for_the_worker_and_the_seven_before_are_published(self):
        sheets = HotSheet.objects.filter(kind="week", revision=0)
        assert list(sheets.values_list("state", flat=True)) == ["approved", *["published"] * 7]
        assert HotSheet.objects.first().valid_from == MONDAY
        assert set(sheets.values_list("recorder__badge", "approved_by__badge")) == {("sal", "sue")}

    def test_the_arrest_of_tuesday_was_told_that_morning_and_the_older_edition_gives_way(self):
        revision = HotSheet.objects.get(kind="week", revision=1)
        first = HotSheet.objects.get(valid_from=revision.valid_from, kind="week", revision=0)
        assert (revision.state, first.superseded_by) == ("published", revision)
        before, now = (Contents.from_json(sheet.contents) for sheet in (first, revision))
        assert len(before.people) - len(now.people) == 1
        assert "Amber Dessaint" in set(now.removed) - set(before.removed)
        later = Contents.from_json(HotSheet.objects.first().contents)
        assert "Amber Dessaint" not in later.removed  # told once

    def test_of_two_bulletins_one_was_recalled_and_a_found_page_leads_to_its_copy(self):
        recalled = HotSheet.objects.filter(kind="flash").values_list("recalled_by__badge", flat=True)
        assert sorted(recalled, key=str) == [None, "sue"]
        page = FoundPage.objects.get()
        assert (page.copy.badge, page.by.badge) == ("231", "sid")

    def test_officers_told_what_they_saw_and_each_heard_what_became_of_it(self):
        assert set(Debrief.objects.values_list("state", flat=True)) == set(Debrief.State)
        assert Debrief.objects.exclude(photo=None).count() == 2
        used = Debrief.objects.used().exclude(dealer=None)
        assert used.exists()
        assert not used.filter(observation=None).exists()

    def test_news_was_answered_in_its_hours_and_yesterdays_alert_is_still_running(self):
        waiting = NewDealerAlert.objects.filter(first_action_at=None)
        assert waiting.get(by__badge="ray").is_open
        assert not waiting.filter(raised_at__lt=Calendar(TODAY).moment("day -4 00:00")).exists()
        answered = NewDealerAlert.objects.exclude(first_action_at=None)
        assert answered.count() >= 5
        assert not answered.filter(first_action_at__gt=F("due_at")).exists()
        assert Action.objects.open().filter(assignee__badge="ivy").count() == 2
        assert Action.objects.exclude(item=None).exists()

    def test_help_went_out_words_were_said_and_months_were_read(self):
        assert set(OutreachTask.objects.values_list("partner__badge", flat=True)) == {"opal"}
        assert {"accepted", "later", ""} <= set(OutreachTask.objects.values_list("outcome", flat=True))
        assert (Announcement.objects.published().count(), Announcement.objects.count()) == (3, 4)
        assert MonthlyPage.objects.count() == 2
        assert FidelityReading.objects.values("month").distinct().count() == 6

    def test_every_published_sheet_has_its_body_and_a_copy_for_the_roster(self):
        roster = User.objects.on_the_roster().count()
        assert 28 <= roster <= 36
        for sheet in HotSheet.objects.published().filter(kind="week", revision=0).with_reading():
            assert sheet.body.pdf.tobytes().startswith(b"%PDF")
            assert sheet.published_at - sheet.approved_at < timedelta(minutes=5)
            assert sheet.issued == roster
            assert roster - 4 < sheet.opened < roster
            assert roster / 2 < sheet.acknowledged < sheet.opened

    def test_the_sheet_in_force_is_two_pages_full(self):
        contents = Contents.from_json(HotSheet.objects.first().contents)
        assert len(contents.people) == 14
        assert len(contents.places) >= 6
        assert len(contents.support) >= 3
        assert len(contents.removed) >= 3
        assert {card.tag for card in contents.people} == {"new", "changed", "kept"}
        assert max(card.weeks for card in contents.people) == 8

    def test_support_contacts_are_people_who_were_called_in(self):
        contents = Contents.from_json(HotSheet.objects.first().contents)
        assert {contact.name for contact in contents.support} <= set(people.names_on("call_in"))

    def test_a_meeting_talks_about_nobody_who_was_not_on_file_yet(self):
        late = Decision.objects.filter(item__dealer__approved_at__gt=F("item__meeting__opened_at"))
        assert not late.exists()

    def test_every_act_was_allowed(self):
        assert set(AuditEntry.objects.values_list("outcome", flat=True)) == {"done"}
        with treatment():
            assert set(court.AuditEntry.objects.values_list("outcome", flat=True)) == {"done"}

    def test_treatment_court_shows_each_way_in_which_somebody_can_stand(self):
        with treatment():
            enrolments = courses.with_events(court.Enrolment.objects.all())
            found = {each.participant.last_name: courses.status_of(each, TODAY) for each in enrolments}
            waiting = court.Participant.objects.filter(enrolments=None)
            assert [each.last_name for each in waiting] == ["Rowe"]
            assert court.Enrolment.objects.exclude(offer=None).count() == 4
            assert court.DrugTest.objects.exclude(draw=None).exists()
        bexley, arroyo = found["Bexley"], found["Arroyo"]
        assert (bexley.phase, bexley.day, len(bexley.attempts), bexley.days_paused) == (2, 95, 2, 7)
        assert bexley.eligible_since, bexley.reasons
        assert (arroyo.eligible_for, arroyo.eligible_since is None) == ("graduation", False)
        assert {found[name].standing for name in ("Frye", "Hatch")} == {"graduated", "terminated"}
        assert len(found["Crane"].undecided) == 1
        assert any(test.outcome == "explained" for test in found["Doyle"].tests)
        assert [gate.name for gate in found["Haskins"].gates if gate.name == "sanctions" and not gate.is_open]

    def test_the_demos_password_opens_every_account_of_the_sign_in_page(self):
        for account in accounts.ACCOUNTS:
            assert accounts.officer(account.badge).check_password(accounts.PASSWORD)
        held = {account.duty for account in accounts.ACCOUNTS}
        assert held == set(Role) - {Role.CLOCK}

    def test_the_task_force_is_named(self):
        task_force = TaskForce.objects.get()
        assert (task_force.name, task_force.time_zone) == ("Otter Falls DMI Task Force", "America/New_York")

    def test_once_means_once(self):
        before = told()
        assert load("--once") == ""
        assert told() == before
        with pytest.raises(CommandError, match="loaded already"):
            load()

    def test_the_same_day_tells_the_same_story(self):
        assert told() == self.first_time


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=day) for day in range(7)], ids=lambda day: f"{day:%a}")
def test_whatever_the_weekday_the_past_is_past_and_in_order(today):
    """Weeks count from Monday, drafts from today: on no day may the one come before what it needs."""
    with timezone.override(accounts.TIME_ZONE):
        calendar = Calendar(today)
        acts = [act for diary in diaries() for act in diary(calendar)]
        assert max(act.at for act in acts) < calendar.moment("day 0 00:00")
        last_meeting = max(week.opens_at for week in weeks.weeks(calendar))
        assert rules.valid_from(last_meeting.date()) == rules.week_of(today)


@pytest.mark.parametrize("week", range(8))
def test_no_line_of_the_sheet_is_over_its_limit(week):
    with timezone.override(accounts.TIME_ZONE):
        week = list(weeks.weeks(Calendar(date(2026, 9, 28))))[week]  # its days have two figures
    assert len(week.told["headline"]) <= 160
    for part, most in (("people", rules.ACTION), ("places", rules.PLACE_ACTION)):
        for point in week.told.get(part, {}).values():
            assert len(week.line(point.get("why", ""))) <= rules.WHY
            assert len(week.line(point.get("do", ""))) <= most


def test_acts_come_in_the_order_of_time_and_say_where_they_stopped():
    done = []
    with timezone.override(accounts.TIME_ZONE):
        calendar = Calendar(TODAY)
        early, late = calendar.moment("-2 Fri 09:00"), calendar.moment("day -1 09:00")
    assert (early.date(), late.date()) == (date(2026, 2, 20), date(2026, 3, 2))
    live_through([Act(late, lambda: done.append("late")), Act(early, lambda: done.append("early"))])
    assert done == ["early", "late"]
    with pytest.raises(ZeroDivisionError) as stopped:
        live_through([Act(early, lambda: 1 / 0)])
    assert "20 Feb 2026, 09:00" in stopped.value.__notes__[0]


# Where it may be loaded


@pytest.mark.django_db
@override_settings(DEMO=True)
@pytest.mark.parametrize("command", ["load_demo", "reset_demo"])
def test_records_that_are_not_the_demos_stay(ray, clock, command, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", {})
    with pytest.raises(CommandError, match=r"accounts here already|did not begin as a demo"):
        call_command(command)
    assert User.objects.get(pk=ray.pk)


@pytest.mark.django_db
@override_settings(DEMO=True)
def test_a_load_that_was_cut_short_is_not_taken_for_whole(clock, task_force):
    accounts.note(accounts.BEGUN)
    with pytest.raises(CommandError, match=r"cut short; manage\.py reset_demo starts over"):
        load("--once")


@pytest.mark.parametrize("command", ["load_demo", "reset_demo"])
def test_without_demo_in_the_settings_nothing_is_loaded_or_dropped(command):
    with override_settings(DEMO=False), pytest.raises(CommandError, match="DEMO is not set"):
        call_command(command)


@pytest.mark.django_db
@override_settings(DEMO=True)
def test_the_tables_are_dropped_by_their_owner_alone():
    with pytest.raises(CommandError, match="without DATABASE_ROLE"):
        call_command("reset_demo")


# Who is told of the accounts


def test_the_sign_in_page_names_the_accounts_in_the_demo_only(rf):
    with override_settings(DEMO=True):
        shown = context.demo(rf.get("/"))
    assert (shown["demo_accounts"], shown["demo_password"]) == (accounts.ACCOUNTS, accounts.PASSWORD)
    with override_settings(DEMO=False):
        shown = context.demo(rf.get("/"))
    assert shown["demo"] is False
    assert not {"demo_accounts", "demo_password"} & set(shown)


@pytest.mark.django_db
@pytest.mark.parametrize(("demo", "words"), [(True, accounts.PASSWORD), (False, "create_administrator BADGE NAME")])
def test_the_shell_says_who_can_sign_in(demo, words):
    out = StringIO()
    with override_settings(DEMO=demo):
        call_command("print_accounts", stdout=out)
    assert words in out.getvalue()
