"""callins.plan_call_in, change_call_in, mark_call_in_ready, call_off, hold_call_in, close_call_in; who is on it."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime, now

from callins import planning, services
from callins.models import CallIn, Clearance, FollowUp
from dealers import services as dealing
from dealers.cases.models import Warrant
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.callins.made import IN_A_WEEK, held, invited, planned
from tests.callins.planned_of import rounded, service_of, speaker_of
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY, logged

IN_A_CENTURY = timedelta(days=36500)
TWO_HOURS = timedelta(hours=2)
PLAN = {
    "form": "banked", "starts_at": IN_A_WEEK, "ends_at": IN_A_WEEK + TWO_HOURS, "venue": "Grange Hall",
    "address": "12 Mill Street", "contact": "Cora Whitfield, 802-555-0135", "at": NOON,
}  # fmt: skip


def planned_by(cora, market, **said):
    return services.plan_call_in(by=cora, market=market, **PLAN | said)


def changed(call_in, by, seen=None, **said):
    stands = {name: getattr(call_in, name) for name in call_in.CORRECTED}
    seen = seen or version(call_in, call_in.CORRECTED)
    return services.change_call_in(by=by, call_in=call_in, seen=seen, at=NOON, **stands | said)


def ready(call_in, by, at=NOON):
    return services.mark_call_in_ready(by=by, call_in=call_in, at=at)


# Planned


def test_whoever_plans_it_is_on_it_and_nobody_else_finds_it(cora, sal, ray, west_end):
    call_in = planned_by(cora, west_end)
    assert [member.officer for member in call_in.team.all()] == [cora]
    assert list(CallIn.objects.visible_to(cora)) == [call_in]
    assert not CallIn.objects.visible_to(sal).exists()
    assert not CallIn.objects.visible_to(ray).exists()
    [line] = AuditEntry.objects.filter(verb="callins.plan_call_in", outcome="done")
    assert line.record == f"callins.callin:{call_in.pk}"


@pytest.mark.parametrize(("said", "sentence"), [
    ({"starts_at": NOON, "ends_at": NOON + TWO_HOURS}, "This hour has passed"),
    ({"ends_at": IN_A_WEEK}, "ends after it begins"),
    ({"ends_at": IN_A_WEEK + timedelta(days=1)}, "lasts hours, not days"),
    ({"starts_at": NOON + IN_A_CENTURY, "ends_at": NOON + IN_A_CENTURY + TWO_HOURS}, "more than ten years"),
])  # fmt: skip
def test_an_hour_that_can_not_be_is_refused(cora, west_end, said, sentence):
    with pytest.raises(RuleBroken, match=sentence):
        planned_by(cora, west_end, **said)


def test_two_at_the_same_hour_are_refused_in_words_at_the_form(client, cora, west_end, call_in):
    with pytest.raises(IntegrityError):
        planned_by(cora, west_end, starts_at=IN_A_WEEK + timedelta(minutes=90), ends_at=IN_A_WEEK + 2 * TWO_HOURS)
    client.force_login(cora)
    typed = PLAN | {"market": west_end.pk, "starts_at": "2031-03-03T18:00", "ends_at": "2031-03-03T20:00"}
    assert client.post(reverse("callins:plan_call_in"), typed).status_code == 302
    refused = client.post(reverse("callins:plan_call_in"), typed | {"starts_at": "2031-03-03T19:00"})
    assert "Another call-in is held at that hour" in refused.content.decode()


def test_a_call_in_called_off_leaves_its_hour_free(cora, west_end, call_in):
    services.call_off(by=cora, call_in=call_in, because="The hall burst a pipe")
    assert planned_by(cora, west_end).starts_at == IN_A_WEEK


def test_only_a_market_that_one_works(cora, ferry):
    with pytest.raises(Http404):
        planned_by(cora, ferry)


def test_investigators_and_patrol_plan_none(ray, pat, west_end):
    for officer in (ray, pat):
        with pytest.raises(PermissionDenied):
            planned_by(officer, west_end)


# Changed


def test_another_hour_takes_ready_back_and_a_safety_plan_does_not(cora, call_in):
    call_in.state, call_in.ready_at = CallIn.State.READY, NOON
    call_in.save()
    assert changed(call_in, cora, safety_plan="A plain car behind the hall").state == "ready"
    later = changed(call_in, cora, starts_at=IN_A_WEEK + TWO_HOURS, ends_at=IN_A_WEEK + 2 * TWO_HOURS)
    assert (later.state, later.ready_at) == ("planned", None)


def test_another_day_is_refused_once_somebody_is_at_the_door(cora, call_in, invitation):
    services.record_arrival(by=cora, invitation=invitation, at=IN_A_WEEK - timedelta(minutes=30))
    for delay, is_refused in ((timedelta(minutes=15), False), (timedelta(days=7), True)):
        now = {name: getattr(call_in, name) for name in call_in.CORRECTED}
        moved = {name: now[name] + delay for name in ("starts_at", "ends_at")}
        given = {"seen": version(call_in, call_in.CORRECTED), "at": IN_A_WEEK - timedelta(minutes=20)}
        with pytest.raises(RuleBroken, match="entered at the door") if is_refused else nullcontext():
            services.change_call_in(by=cora, call_in=call_in, **given, **now | moved)


def test_what_two_change_at_once_is_told(cora, sal, call_in):
    seen = version(call_in, call_in.CORRECTED)
    changed(call_in, sal, venue="Town Hall")
    with pytest.raises(ChangedMeanwhile, match="Sal Brandt changed this meanwhile"):
        changed(call_in, cora, seen, contact="Liv Lund")


def test_the_form_tells_which_hour_another_chose(client, cora, sal, west_end):
    call_in = planned(cora, west_end, sal, starts_at=now().replace(minute=0) + timedelta(days=7))
    stands = {name: getattr(call_in, name) for name in call_in.CORRECTED}
    seen = version(call_in, call_in.CORRECTED)
    later = {"starts_at": call_in.starts_at + timedelta(minutes=30)}
    services.change_call_in(by=sal, call_in=call_in, seen=seen, at=NOON, **stands | later)
    client.force_login(cora)
    typed = stands | {"seen": seen, "venue": "Town Hall"}
    hours = {name: f"{localtime(typed[name]):%Y-%m-%dT%H:%M}" for name in ("starts_at", "ends_at")}
    refused = client.post(reverse("callins:change_call_in", args=[call_in.pk]), typed | hours)
    [[label, before, after, *_]] = refused.context["form"].meanwhile
    assert (label, before[-3:], after[-3:]) == ("Begins", ":00", ":30")


def test_what_was_held_keeps_its_plan(cora, call_in):
    held(call_in)
    for act in (
        lambda: changed(call_in, cora, venue="Town Hall"),
        lambda: services.call_off(by=cora, call_in=call_in, because="Late"),
        lambda: services.add_speaker(
            by=cora, call_in=call_in, prong="community", capacity="family", name="", subject="", minutes=5
        ),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match="is held; its plan stays as it was"):
            act()


# Ready


def test_it_is_ready_when_every_must_is_met_as_the_records_say(cora, ray, farrow, call_in):
    rounded(call_in, farrow, owner=ray)
    assert {point.words for point in planning.checklist(call_in, TODAY) if not point.is_met} == {
        "Somebody whose word counts was spoken with", "Letters are handed over",
    }  # fmt: skip
    assert (ready(call_in, cora).state, call_in.ready_at) == ("ready", NOON)
    with pytest.raises(RuleBroken, match="is ready already"):
        ready(call_in, cora)


def test_no_supervisor_ticks_a_must_by_hand(sal, call_in):
    with pytest.raises(RuleBroken, match="Name who speaks for enforcement, the community and services"):
        ready(call_in, sal)


def test_a_warrant_issued_since_and_a_case_let_go_open_their_lines_again(cora, ray, farrow, call_in):
    rounded(call_in, farrow, owner=ray)
    said = {"number": "5:26-mj-1", "court_name": "U.S. District Court", "issued_on": TODAY, "by": ray, "at": NOON}
    Warrant.objects.create(dealer=farrow, **said)
    with pytest.raises(RuleBroken, match="For Cody Farrow a supervisor writes how the promise is kept"):
        ready(call_in, cora)
    Clearance.objects.create(call_in=call_in, dealer=farrow, kind="promise", words="Recalled", by=cora, at=NOON)
    invitation = call_in.invitations.get()
    invitation.case.state = "released"
    invitation.case.save()
    with pytest.raises(RuleBroken, match="Nothing is held over Cody Farrow"):
        ready(call_in, cora)


def test_a_place_in_treatment_is_promised_only_where_treatment_can_take_them(cora, ray, farrow, call_in):
    rounded(call_in, farrow, owner=ray)
    service_of(call_in, service="treatment", provider="Mill Street Clinic")
    with pytest.raises(RuleBroken, match="Nobody has estimated yet how many users will be cut off"):
        ready(call_in, cora)


# Held and closed


def test_it_is_held_neither_unready_nor_before_its_hour(cora, ray, farrow, call_in):
    rounded(call_in, farrow, owner=ray)
    with pytest.raises(RuleBroken, match="not marked as ready"):
        services.hold_call_in(by=cora, call_in=call_in, at=IN_A_WEEK)
    ready(call_in, cora)
    with pytest.raises(RuleBroken, match=r"This call-in is on 10 March 2026 at \d\d:00; it is held then"):
        services.hold_call_in(by=cora, call_in=call_in, at=IN_A_WEEK - timedelta(minutes=1))
    services.hold_call_in(by=cora, call_in=call_in, at=IN_A_WEEK)
    assert (call_in.state, call_in.held_at) == ("held", IN_A_WEEK)
    assert FollowUp.objects.filter(invitation__call_in=call_in).count() == 5
    assert list(CallIn.objects.visible_to(ray)) == [call_in]


def test_a_warrant_issued_since_it_was_ready_is_asked_for_again_when_it_begins(cora, sal, ray, farrow, call_in):
    rounded(call_in, farrow, owner=ray)
    ready(call_in, cora)
    logged_warrant(farrow, ray)
    with pytest.raises(RuleBroken, match=r"A promise of the letters would be broken\. For Cody Farrow a supervisor"):
        services.hold_call_in(by=cora, call_in=call_in, at=IN_A_WEEK)
    services.keep_warrant_promise(
        by=sal, call_in=call_in, dealer=farrow, how="Nobody serves it that evening.", at=IN_A_WEEK
    )
    assert services.hold_call_in(by=cora, call_in=call_in, at=IN_A_WEEK).held_at == IN_A_WEEK


def test_it_closes_only_when_nobody_would_be_forgotten(cora, ray, farrow, whitlow, call_in):
    with pytest.raises(RuleBroken, match="only what was held is closed"):
        services.close_call_in(by=cora, call_in=call_in, at=NOON)
    done = invited(call_in, farrow, outcome="attended", follow_up_owner=ray)
    FollowUp.objects.create(invitation=done, kind="first", owner=ray, due_on=TODAY, by=cora, at=NOON)
    forgotten = invited(call_in, whitlow, outcome="no_show")
    held(call_in)
    with pytest.raises(RuleBroken) as refusal:
        services.close_call_in(by=cora, call_in=call_in, at=NOON)
    assert str(refusal.value) == (
        "Somebody would be forgotten. Dana Whitlow: say who stays in touch and the day of the first contact."
    )
    services.assign_follow_up(by=cora, invitation=forgotten, owner=ray, at=IN_A_WEEK)
    services.close_call_in(by=cora, call_in=call_in, at=IN_A_WEEK)
    assert (call_in.state, call_in.closed_at) == ("closed", IN_A_WEEK)


# On it


def test_an_officer_added_finds_it_and_one_taken_off_does_not(cora, sal, liv, pat, west_end):
    call_in = planned_by(cora, west_end)
    member = services.add_team_member(by=cora, call_in=call_in, officer=liv, at=NOON)
    assert list(CallIn.objects.visible_to(liv)) == [call_in]
    with pytest.raises(RuleBroken, match="Pat Moreno holds no role that opens call-ins"):
        services.add_team_member(by=cora, call_in=call_in, officer=pat, at=NOON)
    with pytest.raises(IntegrityError, match="on_a_call_in_once"):
        services.add_team_member(by=cora, call_in=call_in, officer=liv, at=NOON)
    with pytest.raises(Http404):
        services.add_team_member(by=sal, call_in=call_in, officer=sal, at=NOON)
    services.remove_team_member(by=cora, member=member)
    assert not CallIn.objects.visible_to(liv).exists()
    with pytest.raises(RuleBroken, match="The last one on a call-in stays"):
        services.remove_team_member(by=cora, member=call_in.team.get())


# The doors


def test_otis_finds_no_call_in_by_any_of_its_doors(client, otis, cora, call_in):
    speaker, service = speaker_of(call_in), service_of(call_in)
    client.force_login(otis)
    assert "Grange" not in client.get(reverse("callins:view_call_ins")).content.decode()
    for name in ("view_call_in", "view_results", "export_results"):
        assert client.get(reverse(f"callins:{name}", args=[call_in.pk])).status_code == 404, name
    client.force_login(cora)
    held(call_in)
    assert "Grange" in client.get(reverse("callins:view_call_ins") + "?state=held").content.decode()
    page = client.get(call_in.get_absolute_url()).content.decode()
    assert speaker.name in page
    assert service.provider in page


def test_the_page_says_what_is_lacking_and_where_it_is_done(client, cora, ray, farrow, west_end):
    call_in = planned(cora, west_end, starts_at=now() + timedelta(days=7))
    client.force_login(cora)
    page = client.get(call_in.get_absolute_url()).content.decode()
    assert "Name who speaks for enforcement, the community and services." in page
    assert reverse("callins:view_invitations", args=[call_in.pk]) in page
    rounded(call_in, farrow, owner=ray)
    assert "every must is met" in client.get(call_in.get_absolute_url()).content.decode()
    client.post(reverse("callins:mark_call_in_ready", args=[call_in.pk]), {"csrfmiddlewaretoken": "x"})
    call_in.refresh_from_db()
    assert call_in.state == "ready"


def test_the_coordinators_desk_says_what_is_lacking_before_it_is_ready(client, cora, sue, west_end):
    planned(cora, west_end, starts_at=now() + timedelta(days=7))
    client.force_login(cora)
    desk = client.get("/").content.decode()
    assert "Your call-ins" in desk
    assert "Write who stands where, and who leaves how." in desk
    client.force_login(sue)
    assert "Your call-ins" not in client.get("/").content.decode()


def test_its_pages_ask_no_more_often_for_many_than_for_few(client, cora, ray, sal, west_end, farrow):
    call_in = rounded(planned(cora, west_end, starts_at=now() + timedelta(days=7)), farrow, owner=ray)
    client.force_login(cora)
    pages = [reverse("desk"), reverse("callins:view_call_ins"), call_in.get_absolute_url()]
    pages.append(reverse("callins:mark_call_in_ready", args=[call_in.pk]))
    few = [asked(client, page) for page in pages]
    for number in range(3):
        dealer = logged(ray, west_end, last_name=f"Person{number}")
        dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
        invited(call_in, dealer, companion="A friend", follow_up_owner=ray)
        speaker_of(call_in, 10 + number)
        service_of(call_in, provider=f"Works {number}")
        planned(cora, west_end, sal, starts_at=now() + timedelta(days=8 + number))
    assert [asked(client, page) for page in pages] == few


def asked(client, address):
    client.get(address)  # warms what is cached for a process
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
