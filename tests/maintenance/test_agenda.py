"""maintenance.carry_rest, take_back_decision, and what a meeting is opened with: who waits, who comes back, who said
what while somebody else was typing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.urls import reverse

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.agenda.pressing import Press, Reason, urgency, waiting
from maintenance.models import AgendaItem, Decision
from markets import services as places
from markets.models import Incident, IncidentBatch
from tests.conftest import NOON, TODAY, officer
from tests.maintenance.conftest import THURSDAY, closed_meeting, decided, point

Section = AgendaItem.Section
WEEK = timedelta(days=7)


def next_meeting(by, task_force, weeks=1):
    at = NOON + timedelta(days=2) + weeks * WEEK
    return services.open_meeting(by=by, task_force=task_force, on=THURSDAY + weeks * WEEK, at=at)


def test_the_least_pressing_waits_and_never_what_would_be_gone_unsaid():
    ends, seen, stands = (Reason(press, "") for press in (Press.ENDS, Press.SEEN, Press.STANDS))
    urgencies = [urgency(reasons) for reasons in ([stands], [stands, seen], [ends, stands], [stands], [ends])]
    assert waiting(urgencies, 3) == {0, 3}
    assert waiting(urgencies, 1) == {0, 1, 3}
    assert waiting(urgencies, 9) == set()


def test_a_full_agenda_leaves_the_rest_for_the_next_meeting_and_says_so(sal, task_force, farrow, whitlow, client):
    task_force.most_points = 1
    task_force.save()
    meeting = services.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + timedelta(days=2))
    left = meeting.items.get(section=Section.LATER)
    client.force_login(sal)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Left for the next meeting" in page
    assert "<b>0 of 1</b> decided" in page
    decided(sal, meeting.items.exclude(pk=left.pk).get())
    services.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    services.close_meeting(by=sal, meeting=meeting, at=NOON + timedelta(days=2, hours=1))
    assert (
        "The agenda was full; they come first at the next meeting."
        in client.get(meeting.get_absolute_url()).content.decode()
    )
    task_force.most_points = 40
    task_force.save()
    again = point(next_meeting(sal, task_force), left.dealer)
    assert (again.reasons, again.section) == (["Left over from Thu 5 Mar"], Section.NEW)


def test_what_is_carried_over_comes_back_and_what_stands_stands(meeting, sal, task_force, farrow, whitlow):
    decided(sal, point(meeting, farrow))
    assert services.carry_rest(by=sal, meeting=meeting, at=NOON + timedelta(days=2)) == 1
    with pytest.raises(RuleBroken, match="nothing is left to carry over"):
        services.carry_rest(by=sal, meeting=meeting, at=NOON)
    services.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    services.close_meeting(by=sal, meeting=meeting, at=NOON + timedelta(days=2, hours=2))
    with pytest.raises(RuleBroken, match="comes to the next one"):
        services.carry_rest(by=sal, meeting=meeting, at=NOON)
    second = next_meeting(sal, task_force)
    assert "Carried over from Thu 5 Mar" in point(second, whitlow).reasons
    assert not point(second, whitlow).is_on_sheet
    decided(sal, point(second, farrow), "carry", reason="No time.")
    decided(sal, point(second, whitlow), "pass", reason="Nothing.")
    services.write_headline(by=sal, meeting=second, headline="Quiet.")
    services.close_meeting(by=sal, meeting=second, at=second.opened_at + timedelta(hours=1))
    third = next_meeting(sal, task_force, 2)
    last = point(third, farrow)
    assert last.is_on_sheet
    assert last.reasons == ["Expires Thu 19 Mar, before the next sheet", "Carried over from Thu 12 Mar"]
    with pytest.raises(RuleBroken, match="only until the next sheet; keep or remove it now: Cody Farrow"):
        decided(sal, last, "carry", reason="No time.")
    with pytest.raises(RuleBroken, match="keep or remove it now"):
        services.carry_rest(by=sal, meeting=third, at=third.opened_at)
    assert [line.outcome for line in AuditEntry.objects.filter(verb="maintenance.carry_rest").order_by("pk")] == [
        "done", "refused", "refused", "refused",
    ]  # fmt: skip


def test_of_two_at_one_meeting_the_second_is_told_what_the_first_decided(meeting, sal, sue, farrow, client):
    item = point(meeting, farrow)
    client.force_login(sal)
    address = meeting.get_absolute_url()
    seen = client.get(address).context["version"]
    asked = f"{address}?seen={seen}&item={item.pk}"
    assert client.get(asked, headers={"HX-Request": "true"}).status_code == 204
    said = decided(sue, item, reason="Sells again.")
    told = client.get(asked, headers={"HX-Request": "true"}).content.decode()
    assert "Sells again." in told
    assert "<b>1 of 2</b> decided" in told
    assert 'id="decision"' not in told  # what is being typed stays
    sent = {"kind": "pass", "attention": "enforcement", "reason": "Not yet.", "seen": ""}
    page = client.post(reverse("maintenance:decide", args=[item.pk]), sent).content.decode()
    assert "Sgt. Sue Ames decided about Cody Farrow at 13:00: added, “Sells again.”" in page
    assert f'name="seen" value="{said.version}"' in page
    assert 'value="Not yet."' in page
    assert client.post(reverse("maintenance:decide", args=[item.pk]), sent | {"seen": said.version}).status_code == 302
    assert Decision.objects.get(item=item).kind == "pass"


def test_a_word_is_taken_back_while_the_meeting_is_open(meeting, sal, sue, ray, farrow, client):
    item = point(meeting, farrow)
    with pytest.raises(RuleBroken, match="Nothing is decided about Cody Farrow"):
        services.take_back_decision(by=sal, item=item, seen="")
    said = decided(sal, item)
    with pytest.raises(RuleBroken, match="decided about Cody Farrow anew"):
        services.take_back_decision(by=sue, item=item, seen="other")
    with pytest.raises(PermissionDenied):
        services.take_back_decision(by=ray, item=item, seen=said.version)
    client.force_login(sal)
    assert client.post(reverse("maintenance:take_back_decision", args=[item.pk]), {"seen": said.version}).url == (
        f"{meeting.get_absolute_url()}?item={item.pk}"
    )
    assert not AgendaItem.objects.get(pk=item.pk).is_decided
    with pytest.raises(RuleBroken, match="was taken back meanwhile"):
        decided(sal, item, "pass", seen=said.version)
    closed_meeting(meeting, sal)
    with pytest.raises(RuleBroken, match="its decisions stand"):
        services.take_back_decision(by=sal, item=item, seen=said.version)
    done = AuditEntry.objects.filter(verb="maintenance.take_back_decision", outcome="done")
    assert [line.record for line in done] == [f"maintenance.agendaitem:{item.pk}"]


def test_nobody_is_decided_on_twice_and_nothing_after_the_freeze(frozen, sal, task_force, farrow):
    with pytest.raises(RuleBroken, match=r"Hot sheet 2026-W11 frozen from it; revise the sheet"):
        decided(sal, point(frozen.meeting, farrow))
    following = next_meeting(sal, task_force)
    with pytest.raises(IntegrityError, match="person_once_a_meeting"):
        services.put_on_agenda(by=sal, meeting=following, dealer=farrow)


def test_a_place_is_talked_about_for_what_happened_there(sal, ray, west_end, task_force, client):
    place = places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)
    closed_meeting(services.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + timedelta(days=2)), sal)
    batch = IncidentBatch.objects.create(market=west_end, by=ray, at=NOON, source="RMS", holds="calls", file_name="a")
    on = THURSDAY + timedelta(days=2)
    Incident.objects.create(
        market=west_end, batch=batch, number="26-9", is_call=True, occurred_at=NOON + timedelta(days=4), occurred_on=on,
        category="drugs", address="41 cutler street",
    )  # fmt: skip
    places.log_promise(
        by=ray, hot_place=place, promised_by="T. Varga", what="Locks the cellar", promised_on=on,
        due_on=on + timedelta(days=7), at=NOON + timedelta(days=4),
    )  # fmt: skip
    following = next_meeting(sal, task_force)
    item = following.items.get(hot_place=place)
    assert item.reasons[1:] == ["1 report or call since the last meeting", "Owner’s promise due Sat 14 Mar"]
    client.force_login(sal)
    page = client.get(f"{following.get_absolute_url()}?item={item.pk}").content.decode()
    assert "Drug offences (call)" in page
    assert "T. Varga promised" in page


def test_who_works_elsewhere_carries_and_takes_back_nothing(meeting, otis, sal, farrow):
    stranger = officer("9", "supervisor")
    said = decided(sal, point(meeting, farrow))
    with pytest.raises(Http404):
        services.take_back_decision(by=stranger, item=point(meeting, farrow), seen=said.version)
    with pytest.raises(RuleBroken, match="nothing is left"):
        services.carry_rest(by=stranger, meeting=meeting, at=NOON)
    with pytest.raises(PermissionDenied):
        services.carry_rest(by=otis, meeting=meeting, at=NOON)
