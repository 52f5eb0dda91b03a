"""maintenance.revise_hot_sheet: what officers are told between meetings, and what becomes of the earlier print."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from callins import services as calling
from dealers import services as dealing
from dmi import pdf
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, tasks
from maintenance.hot_sheet.collect import support
from maintenance.hot_sheet.contents import Contents
from maintenance.models import Copy, HotSheet, RevisedCard
from tests.callins.visited import supported
from tests.conftest import NOON, logged
from tests.maintenance.conftest import decided, point
from tests.maintenance.sheets import bare, edition

TUESDAY = NOON + timedelta(days=7)  # of the sheet's week; FARROW and WHITLOW are its items 1 and 2
FARROW, WHITLOW = 1, 2
ARRESTED = {"item": FARROW, "what": "arrested"}
SAYS = {"patrol_line": "Carries a handgun since Monday.", "officer_action": "Two units; do not stop him alone."}


@pytest.fixture
def printer(monkeypatch):
    monkeypatch.setattr(tasks, "printed", lambda sheet: pdf.Body(pdf=b"%PDF-1.7 of the test", pages=2, sha256="0" * 64))


@pytest.fixture
def published(approved, printer, clock, pat):
    return out(approved)


def out(sheet):
    tasks.build_hot_sheet(sheet=str(sheet.pk))
    return HotSheet.objects.get(pk=sheet.pk)


def revision(by, sheet, *words, at=TUESDAY):
    return services.revise_hot_sheet(by=by, sheet=sheet, words=list(words), why="Booked on Tuesday.", at=at)


def approved_by(by, sheet):
    return out(services.approve_hot_sheet(by=by, sheet=sheet, at=TUESDAY))


def said(sheet):
    return Contents.from_json(sheet.contents)


def test_an_arrest_on_tuesday_is_a_revision_that_takes_the_prints_place(published, sal, sue, pat, clock):
    first = revision(sue, published, ARRESTED)
    assert (first.edition, first.state, first.meeting, first.recorder) == (
        "2026-W11 rev 1", "frozen", published.meeting, sue,
    )  # fmt: skip
    assert published.superseded_by is None  # until it is out
    contents = said(first)
    assert [(card.item, card.surname, card.tag) for card in contents.people] == [(WHITLOW, "Whitlow", "new")]
    assert (contents.removed, contents.revision) == (("Cody Farrow",), 1)
    assert "arrest" not in first.contents.casefold()
    with pytest.raises(RuleBroken, match="You recorded this revision"):
        services.approve_hot_sheet(by=sue, sheet=first, at=TUESDAY)
    approved_by(sal, first)  # who closed the meeting may: he did not record this
    before = HotSheet.objects.get(pk=published.pk)
    assert before.superseded_by == first
    assert list(HotSheet.objects.in_force(date(2026, 3, 10))) == [first]
    old, new = (Copy.objects.visible_to(pat).get(sheet=sheet) for sheet in (before, first))
    with pytest.raises(RuleBroken, match="Superseded by 2026-W11 rev 1"):
        services.download_copy(by=pat, copy=old, at=TUESDAY)
    assert services.download_copy(by=pat, copy=new, at=TUESDAY).downloads == 1
    assert AuditEntry.objects.filter(verb="maintenance.revise_hot_sheet", outcome="done").count() == 1
    assert [str(word) for word in RevisedCard.objects.visible_to(sal)] == ["Cody Farrow: arrested"]
    assert not RevisedCard.objects.visible_to(pat).exists()


def test_a_danger_marks_the_card_and_keeps_its_number(published, ray, sal, sue, farrow, whitlow):
    dealing.log_caution(by=ray, dealer=whitlow, kind="armed", source="26-0917", noted_on=date(2026, 3, 9), at=TUESDAY)
    first = revision(sue, published, {"item": WHITLOW, "what": "danger", **SAYS})
    one, two = said(first).people
    assert (one.item, one.tag, two.item, two.tag) == (FARROW, "new", WHITLOW, "revised")
    assert (two.why, two.action, two.cautions[0].word) == (SAYS["patrol_line"], SAYS["officer_action"], "ARMED")
    assert said(first).changes[0] == "1 revised: item 2."
    assert said(first).changes[-1].startswith("West End: ")


def test_few_support_contacts_make_no_difference_to_who_is_not_told_them(client, published, ray, sal, monkeypatch):
    """Withheld for being few, they would stand in the difference, or in there being one."""
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)
    now = bare(support=edition().support[:2])
    HotSheet.objects.filter(pk=published.pk).update(contents=now.to_json())
    week = timedelta(days=7)
    published.pk, published.contents = None, bare().to_json()
    published.valid_from, published.valid_until = published.valid_from - week, published.valid_until - week
    published.save(force_insert=True)
    said = {}
    for officer in (ray, sal):
        client.force_login(officer)
        said[officer] = client.get(HotSheet.objects.first().get_absolute_url()).content.decode()
    told = [("says the same" in page, "Bishop, Carla" in page) for page in (said[ray], said[sal])]
    assert told == [(True, False), (False, True)]


def test_a_support_contact_that_ended_stands_on_no_later_print(published, ray, sal, sue, west_end):
    """With consent ends what may be told; the print of Friday can not be called back, that of Tuesday can be right."""
    drafts = [logged(ray, west_end, last_name=name, first_name="Lee") for name in ("Ash", "Birch", "Coy", "Dorr")]
    people = [dealing.approve_predicate(by=sal, dealer=each, is_lawfully_acquired=True, at=NOON) for each in drafts]
    first, *_ = [supported(sal, each, sal) for each in people]
    published.contents = replace(said(published), support=tuple(support([], TUESDAY.date()))).to_json()
    published.save()
    yesterday = TUESDAY.date() - timedelta(days=1)
    calling.end_support_contact(by=sal, support_contact=first, until_on=yesterday, at=TUESDAY)
    assert [each.name for each in said(published).support] == [str(each) for each in people]
    after = said(revision(sue, published, ARRESTED))
    assert [each.name for each in after.support] == [str(each) for each in people[1:]]


def test_what_the_records_took_back_comes_off_with_it(published, sue, farrow, whitlow):
    """On file no more, or expired since the freeze: no revision prints it again."""
    type(farrow).objects.filter(pk=farrow.pk).update(status="draft")
    first = revision(sue, published, {"item": WHITLOW, "what": "served", **SAYS})
    assert [card.surname for card in said(first).people] == ["Whitlow"]
    assert said(first).removed == ("Cody Farrow",)
    type(farrow).objects.filter(pk=farrow.pk).update(status="on_file")
    late = said(revision_of_expired(published, sue))
    assert (late.people, late.removed) == ((), ("Cody Farrow", "Dana Whitlow"))


def revision_of_expired(published, sue):
    HotSheet.objects.filter(revision=1).delete()
    HotSheet.objects.update(valid_until=date(2026, 3, 31))
    sheet = HotSheet.objects.get(pk=published.pk)
    return revision(sue, sheet, {"item": WHITLOW, "what": "cleared"}, at=NOON + timedelta(days=18))


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ([], "Choose at least one person"),
        ([{"item": 9, "what": "arrested"}], "There is no item 9"),
        ([ARRESTED, ARRESTED], "Item 1 is chosen twice"),
        ([{"item": FARROW, "what": "danger", "patrol_line": "Armed."}], "Item 1 stays: write the line"),
    ],
)
def test_words_that_do_not_fit_are_refused(published, sue, words, because):
    with pytest.raises(RuleBroken, match=because):
        revision(sue, published, *words)


def test_one_revision_at_a_time_and_only_of_the_newest(published, sal, sue, clock):
    first = revision(sue, published, ARRESTED)
    with pytest.raises(RuleBroken, match="rev 1 is on its way already"):
        revision(sal, published, ARRESTED)
    with pytest.raises(RuleBroken, match="is not out yet"):
        revision(sal, first, {"item": WHITLOW, "what": "cleared"})
    first = approved_by(sal, first)
    with pytest.raises(RuleBroken, match="rev 1 is newer; revise that one"):
        revision(sal, published, ARRESTED)
    second = revision(sal, first, {"item": WHITLOW, "what": "cleared"})
    assert (second.edition, said(second).removed) == ("2026-W11 rev 2", ("Cody Farrow", "Dana Whitlow"))
    with pytest.raises(RuleBroken, match="ended on Sun 15 Mar 2026"):
        revision(sue, first, ARRESTED, at=TUESDAY + timedelta(days=7))


def test_a_sheet_that_could_not_be_built_has_a_way_on(approved, clock, sal, sue, printer):
    services.give_up_build(by=clock, sheet=approved, because="The photo of item 1 is not the one that was approved.")
    first = approved_by(sal, revision(sue, approved, {"item": WHITLOW, "what": "cleared"}))
    assert (first.state, list(HotSheet.objects.failed())) == ("published", [])


def test_what_a_revision_took_off_is_not_carried_back(published, sal, sue, task_force, farrow, whitlow, clock):
    approved_by(sal, revision(sue, published, ARRESTED, {"item": WHITLOW, "what": "danger", **SAYS}))
    after = NOON + timedelta(days=9)
    meeting = services.open_meeting(by=sal, task_force=task_force, on=date(2026, 3, 12), at=after)
    for dealer in (farrow, whitlow):
        services.decide(by=sal, item=point(meeting, dealer), kind="carry", reason="No time.", at=after)
    for item in meeting.items.filter(decision=None):
        decided(sal, item, item.choices[0])
    services.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    services.close_meeting(by=sal, meeting=meeting, at=after)
    contents = said(services.freeze_hot_sheet(by=sal, meeting=meeting, at=after))
    assert [(card.surname, card.action) for card in contents.people] == [("Whitlow", SAYS["officer_action"])]
    assert contents.removed == ()  # he was named when he came off


def test_who_may_not_and_who_may_not_see(published, ray, pat, sue, frozen):
    with pytest.raises(PermissionDenied):
        revision(ray, published, ARRESTED)
    with pytest.raises(Http404):
        services.revise_hot_sheet(by=sue, sheet=HotSheet(pk=sue.pk), words=[ARRESTED], why="x", at=TUESDAY)


def test_by_page_in_one_form(client, published, sue, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)
    client.force_login(sue)
    address = f"/hot-sheets/{published.pk}/revise/"
    page = client.get(address).content.decode()
    assert "Cody Farrow" in page
    typed = {
        "words-1-what": "danger",
        "words-1-line": "Armed.",
        "words-1-action": "",
        "words-2-what": "",
        "why": "New.",
    }
    answer = client.post(address, typed)
    assert "Item 1 stays: write the line" in answer.content.decode()
    assert 'value="Armed."' in answer.content.decode()
    answer = client.post(address, typed | {"words-1-action": "Two units."}, follow=True)
    assert b"2026-W11 rev 1" in answer.content
    assert b"What it was made for" in answer.content
    assert b"Against 2026-W11" in answer.content
