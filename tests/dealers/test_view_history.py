"""dealers.view_history: what was entered, changed and withdrawn, field by field, and nothing of another's market."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dealers import history, services
from dealers.models import Address, Alias, Involvement, Phone
from dmi.audit.models import AuditEntry
from tests.conftest import NOON, TODAY
from tests.dealers.test_add_photo import picture

GRADED = {"reliability": "B", "validity": "2"}


def lines_of(dealer, officer, **asked):
    return [line for act in history.page_of(dealer, officer, **asked).acts for line in act.lines]


def changes(lines):
    return {(line.kind, change.label, change.old, change.new) for line in lines for change in line.changes}


def fact(model, dealer, by, **facts):
    return model.objects.create(dealer=dealer, by=by, at=NOON, **{**GRADED, **facts})


def test_what_was_entered_is_told_with_who_and_by_which_act(ray, farrow):
    acts = {act.verb: act for act in history.page_of(farrow, ray).acts}
    assert set(acts) == {"dealers.approve_predicate", "dealers.log_dealer"}
    assert acts["dealers.log_dealer"].by == ray
    told = changes(acts["dealers.log_dealer"].lines)
    assert ("Dealer", "Last name", "", "Farrow") in told
    assert ("Street name", "Name", "", "Scooter") in told
    assert ("Source document", "Number of the report", "", "26-0741") in told
    assert ("Part in a market", "Market", "", "West End") in told
    assert ("Entry", "Place", "", "Alder Plaza") in told


def test_a_change_is_told_from_what_to_what(ray, farrow):
    phone = fact(Phone, farrow, ray, number="+18025550113", kind="mobile")
    phone.number, phone.kind = "+18025550114", "prepaid"
    phone.save()
    line = lines_of(farrow, ray, kind="phone")[0]
    assert (line.kind, line.name, line.done) == ("Phone", "802-555-0114", "Changed")
    assert changes([line]) == {
        ("Phone", "Number", "+18025550113", "+18025550114"),
        ("Phone", "Kind", "Mobile", "Prepaid"),
    }


def test_the_dealers_own_fields_are_told(ray, sal, farrow):
    told = changes(lines_of(farrow, ray, kind="dealer"))
    assert ("Dealer", "Status", "Draft", "On file") in told
    assert ("Dealer", "Approved by", "", "Sgt. Sal Brandt") in told


def test_a_withdrawal_is_told_with_its_reason(ray, farrow):
    alias = fact(Alias, farrow, ray, name="Coop")
    alias.withdrawn_at, alias.withdrawn_because = NOON, "Somebody else is called so"
    alias.save()
    line = lines_of(farrow, ray, kind="alias")[0]
    assert (line.name, line.done) == ("Coop", "Withdrawn")
    assert changes([line]) == {("Street name", "Withdrawn because", "", "Somebody else is called so")}


def test_what_is_deleted_beside_the_services_is_told(ray, farrow):
    address = fact(Address, farrow, ray, line="12 Elm Street")
    Address.objects.filter(pk=address.pk).delete()
    line, entered = lines_of(farrow, ray, kind="address")
    assert (line.name, line.done, entered.done) == ("12 Elm Street", "Removed", "Entered")
    assert ("Address", "House number and street", "12 Elm Street", "") in changes([line])


def test_a_date_and_a_grade_are_told_as_officers_say_them(ray, farrow):
    fact(Address, farrow, ray, line="12 Elm Street", until_on=date(2026, 3, 1))
    told = changes(lines_of(farrow, ray, kind="address"))
    assert ("Address", "Until", "", "Sun 1 Mar 2026") in told
    assert ("Address", "Reliability of the source", "", "B, usually reliable") in told


def test_a_tie_is_told_from_both_ends(ray, farrow, whitlow):
    services.log_tie(
        by=ray, dealer=farrow, other=whitlow, kind="supplies", seen_on=TODAY, basis="Calls", at=NOON, **GRADED
    )
    for dealer, other in ((farrow, whitlow), (whitlow, farrow)):
        told = changes(lines_of(dealer, ray, kind="tie"))
        assert ("Tie", "With", "", str(other)) in told
        assert ("Tie", "Goes from", "", "Cody Farrow") in told


def test_an_entry_about_two_is_told_once_at_each(ray, west_end, farrow, whitlow):
    services.log_observation(
        by=ray, market=west_end, dealers=[farrow, whitlow], narrative="Counted money.", at=NOON, **GRADED
    )
    [act] = [act for act in history.page_of(whitlow, ray).acts if act.verb == "dealers.log_observation"]
    assert [line.kind for line in act.lines] == ["Entry"]


def test_a_photo_is_told_without_its_picture(ray, farrow):
    services.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, source="Arrest", at=NOON)
    with CaptureQueriesContext(connection) as queries:
        told = changes(lines_of(farrow, ray, kind="photo"))
    assert ("Photo", "Taken", "", "Tue 3 Mar 2026") in told
    assert not any('"page"' in query["sql"] or '"sheet"' in query["sql"] for query in queries)


def test_a_part_in_another_market_is_not_told(ray, sue, otis, west_end, ferry, farrow):
    fact(Involvement, farrow, sue, market=ferry, role="supplier", from_on=TODAY, area="Pier 9")
    assert "Ferry Landing" in str(lines_of(farrow, sue))
    told = str(lines_of(farrow, ray))
    assert "Ferry Landing" not in told
    assert "Pier 9" not in told
    assert "West End" not in str(lines_of(farrow, otis))


def test_nor_is_the_other_market_that_a_part_was_moved_from(ray, sal, sue, west_end, ferry, farrow):
    part = farrow.involvements.get()
    Involvement.objects.filter(pk=part.pk).update(market=ferry)
    Involvement.objects.filter(pk=part.pk).update(market=west_end)
    for reader in (ray, sal):  # a supervisor knows that the market exists, not who has a part in it
        told = str(lines_of(farrow, reader, kind="involvement"))
        assert "Ferry Landing" not in told
        assert "not shown" in told


def test_a_tie_to_somebody_unseen_and_an_entry_of_another_market_are_not_told(ray, sue, otis, ferry, farrow, alley):
    services.log_tie(by=sue, dealer=farrow, other=alley, kind="phone", seen_on=TODAY, basis="Calls", at=NOON, **GRADED)
    services.log_observation(
        by=sue, market=ferry, dealers=[farrow, alley], narrative="Seen at the pier.", at=NOON, **GRADED
    )
    told = str(lines_of(farrow, ray))
    assert "Alley" not in told
    assert "pier" not in told
    assert "Mention in an entry" not in told


def test_the_pages_hold_every_change_once(ray, farrow):
    for number in range(7):
        fact(Alias, farrow, ray, name=f"Name {number}")
    everything = lines_of(farrow, ray, size=500)
    found, before = [], ""
    while before is not None:
        page = history.page_of(farrow, ray, before=before, size=3)
        found += [line for act in page.acts for line in act.lines]
        before = page.before
    assert {line for line in found if line.kind != "Mention in an entry"} == set(everything)


@pytest.mark.parametrize("cursor", ["x", "2026-03-03", "2026-03-03T10:00:00+00:00~x~1", "~~", "2026-99-03T1~alias~1"])
def test_a_cursor_that_is_none_of_ours_is_the_newest_page(ray, farrow, cursor):
    assert history.page_of(farrow, ray, before=cursor) == history.page_of(farrow, ray)


def test_every_tracked_kind_that_hangs_on_a_dealer_can_be_asked_for(ray, farrow):
    names = {name for name, _ in history.kinds()}
    assert {"dealer", "phone", "tie", "mention", "observation", "sourcedocument", "condition", "violation"} <= names
    assert not {"tip", "savedlist"} & names
    for name in names:
        history.page_of(farrow, ray, kind=name)


def test_the_page_tells_it_and_enters_the_look(client, ray, farrow):
    client.force_login(ray)
    page = client.get(f"/dealers/{farrow.pk}/history/?kind=alias").content.decode()
    assert "Scooter" in page
    assert "Det. Ray Dunmore, badge" in page
    assert "Log dealer" in page
    assert "Farrow</ins>" not in page
    [line] = AuditEntry.objects.filter(verb="dealers.view_history")
    assert (line.badge, line.outcome, line.record) == ("114", "read", f"dealers.dealer:{farrow.pk}")


def test_otis_and_pat_find_no_page(client, otis, pat, farrow):
    for reader, status in ((otis, 404), (pat, 403)):
        client.force_login(reader)
        assert client.get(f"/dealers/{farrow.pk}/history/").status_code == status


def test_more_changes_ask_no_more_often(client, ray, farrow):
    client.force_login(ray)
    counts = []
    for number in (1, 20):
        for each in range(number):
            fact(Alias, farrow, ray, name=f"Name {number} {each}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/dealers/{farrow.pk}/history/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00%2B23:59"])
def test_a_cursor_beyond_all_days_is_none_of_ours(client, ray, farrow, moment):
    client.force_login(ray)
    assert client.get(f"/dealers/{farrow.pk}/history/?before={moment}~alias~1").status_code == 200
    assert client.get(f"/api/dealers/{farrow.pk}/history/?cursor={moment}~alias~1").status_code == 404
