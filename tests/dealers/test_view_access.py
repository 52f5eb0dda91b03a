"""dealers.view_access: who looked, who acted, who was refused, and what left the desk."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from dealers import access, services
from dealers.models import Involvement
from dmi.audit import trail
from dmi.audit.models import AuditEntry
from tests.conftest import NOON, TODAY

GRADED = {"reliability": "B", "validity": "2", "at": NOON}


def told(dealer, officer):
    looks, _ = access.page_of(access.lines_about(dealer, officer), officer, size=500)
    return [(look.line.badge, look.words) for look in looks]


def tie(by, dealer, other):
    return services.log_tie(by=by, dealer=dealer, other=other, kind="phone", seen_on=TODAY, basis="Calls", **GRADED)


def caution(by, dealer, source="26-0741"):
    return services.log_caution(by=by, dealer=dealer, kind="armed", source=source, noted_on=TODAY, at=NOON)


def test_acts_on_the_record_and_on_its_facts_are_listed_newest_first(ray, farrow, whitlow):
    caution(ray, farrow)
    tie(ray, farrow, whitlow)
    assert told(farrow, ray)[:4] == [
        ("114", "Log tie"),
        ("114", "Log caution"),
        ("7", "Approve predicate"),
        ("114", "Log dealer"),
    ]
    assert told(whitlow, ray)[0] == ("114", "Log tie")


def test_a_look_and_a_look_at_nothing_are_listed(client, ray, otis, farrow):
    for officer in (ray, otis):
        client.force_login(officer)
        client.get(f"/dealers/{farrow.pk}/")
    assert told(farrow, ray)[:2] == [("119", "Tried to open, absent"), ("114", "Read")]


def test_refusals_are_listed_with_what_they_were(ray, pat, sal, farrow):
    with pytest.raises(PermissionDenied):
        services.return_draft(by=pat, dealer=farrow, because="x")
    with pytest.raises(Exception, match="on file already"):
        services.return_draft(by=sal, dealer=farrow, because="x")
    assert told(farrow, ray)[:2] == [("7", "Return draft, refused"), ("214", "Return draft, forbidden")]


def test_what_left_the_desk_is_marked(ray, farrow):
    trail.enter(ray, "dealers.print_dossier", trail.Outcome.READ, farrow)
    trail.enter(ray, "dealers.download_dossier", trail.Outcome.REFUSED, farrow)
    looks, _ = access.page_of(access.lines_about(farrow, ray), ray)
    assert [look.is_dissemination for look in looks[:3]] == [False, True, False]


def test_lines_about_what_one_may_not_see_are_not_listed(ray, sue, otis, ferry, farrow, alley):
    made = tie(sue, farrow, alley)
    part = Involvement.objects.create(dealer=farrow, market=ferry, role="supplier", from_on=TODAY, by=sue, at=NOON)
    trail.enter(otis, "dealers.correct_involvement", trail.Outcome.DONE, part)
    assert ("8", "Log tie") in told(farrow, sue)
    assert ("119", "Correct involvement") in told(farrow, sue)
    seen = told(farrow, ray)
    assert ("8", "Log tie") not in seen
    assert ("119", "Correct involvement") not in seen
    with pytest.raises(Http404):
        trail.find(type(made).objects, by=ray, pk=made.pk)


def test_pages_hold_every_line_once(ray, farrow):
    for number in range(7):
        caution(ray, farrow, source=str(number))
    lines, found, before = access.lines_about(farrow, ray), [], ""
    while before is not None:
        looks, last = access.page_of(lines, ray, before, size=3)
        found += [look.line.pk for look in looks]
        before = last and str(last)
    assert found == [line.pk for line in lines]


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "999999"])
def test_a_number_that_is_none_of_its_lines_is_the_newest_page(ray, farrow, before):
    lines = access.lines_about(farrow, ray)
    assert access.page_of(lines, ray, before) == access.page_of(lines, ray)


def test_the_page_is_narrowed_by_badge_act_and_outcome(client, ray, farrow):
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/access/"
    assert "Approve predicate" in client.get(address).content.decode()
    for question, shown in (
        ("?officer=7", True),
        ("?act=approve pred", True),
        ("?outcome=done", True),
        ("?act=tie", False),
    ):
        assert ("Approve predicate" in client.get(address + question).content.decode()) is shown, question


def test_an_act_is_found_as_the_page_says_it(client, ray, farrow):
    client.force_login(ray)
    client.get(f"/dealers/{farrow.pk}/")
    page = client.get(f"/dealers/{farrow.pk}/access/?act=read").content.decode()
    assert "Read who looked" in page
    assert "Approve predicate" not in page


def test_only_supervisors_see_from_which_machine(client, ray, sal, farrow):
    for officer, sees in ((ray, False), (sal, True)):
        client.force_login(officer)
        assert ("127.0.0.1" in client.get(f"/dealers/{farrow.pk}/access/").content.decode()) is sees


def test_looking_here_is_a_line_on_top(client, ray, farrow):
    client.force_login(ray)
    assert "Read who looked" in client.get(f"/dealers/{farrow.pk}/access/").content.decode()
    [line] = AuditEntry.objects.filter(verb="dealers.view_access")
    assert (line.badge, line.outcome, line.record) == ("114", "read", f"dealers.dealer:{farrow.pk}")


def test_otis_and_pat_find_no_page(client, otis, pat, farrow):
    for reader, status in ((otis, 404), (pat, 403)):
        client.force_login(reader)
        assert client.get(f"/dealers/{farrow.pk}/access/").status_code == status


def test_more_lines_ask_no_more_often(client, ray, farrow):
    client.force_login(ray)
    counts = []
    for number in (1, 20):
        for each in range(number):
            caution(ray, farrow, source=f"{number}-{each}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/dealers/{farrow.pk}/access/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
