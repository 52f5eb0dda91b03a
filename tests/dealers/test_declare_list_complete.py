"""dealers.declare_list_complete, confirm_list_complete, reopen_list: all of a market's dealers are named, say two."""

from datetime import timedelta

import pytest
from django.http import Http404

from dealers import services
from dealers.models import ListDeclaration
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY, logged

LATER = NOON + timedelta(days=2)


def declare(by, market, at=NOON):
    return services.declare_list_complete(by=by, market=market, sources=["patrol", "narcotics"], at=at)


@pytest.fixture
def declared(ray, west_end, farrow, whitlow):
    return declare(ray, west_end)


def named_later(ray, sal, market, at):
    dealer = logged(ray, market, street_name="Late", at=at)
    return services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=at)


def names_since(declaration):
    return ListDeclaration.objects.with_names_since().get(pk=declaration.pk).names_since


def test_what_stands_on_the_list_the_file_says_itself_without_drafts(declared, rook, ray):
    assert (declared.counts, declared.people) == ({"addict_dealer": 2}, 2)
    assert (declared.declared_on, declared.by, declared.canvassed) == (TODAY, ray, "Patrol, narcotics")
    [line] = AuditEntry.objects.filter(verb="dealers.declare_list_complete")
    assert (line.badge, line.outcome, line.record) == (ray.badge, "done", f"dealers.listdeclaration:{declared.pk}")


def test_only_the_lead_investigator_declares_it(sal, sue, ray, west_end, farrow):
    with pytest.raises(RuleBroken, match=r"declares the list complete: Det\. Ray Dunmore"):
        declare(sal, west_end)
    west_end.assignments.filter(officer=ray).update(is_lead=False)
    with pytest.raises(RuleBroken, match="Nobody leads this market"):
        declare(ray, west_end)


def test_a_list_of_nobody_and_one_declared_already_are_refused(ray, west_end, rook, request):
    with pytest.raises(RuleBroken, match="Nobody is on file in this market yet"):
        declare(ray, west_end)
    request.getfixturevalue("farrow")
    declare(ray, west_end)
    with pytest.raises(RuleBroken, match="was declared complete on 3 March 2026"):
        declare(ray, west_end)


def test_a_supervisor_confirms_it_and_names_approved_later_count_against_it(declared, ray, sal, sue, west_end):
    named_later(ray, sal, west_end, NOON + timedelta(hours=1))  # between the two words
    services.confirm_list_complete(by=sue, declaration=declared, at=LATER)
    assert (declared.confirmed_by, names_since(declared)) == (sue, 0)
    named_later(ray, sal, west_end, LATER + timedelta(days=1))
    logged(ray, west_end, street_name="Draft", at=LATER + timedelta(days=1))
    assert names_since(declared) == 1
    with pytest.raises(RuleBroken, match=r"Sgt\. Sue Ames confirmed this list already"):
        services.confirm_list_complete(by=sal, declaration=declared, at=LATER)
    assert AuditEntry.objects.filter(verb="dealers.confirm_list_complete", outcome="done").count() == 1


def test_nobody_confirms_what_they_declared(sal, ray, west_end, farrow):
    west_end.assignments.filter(officer=ray).update(is_lead=False)
    west_end.assignments.filter(officer=sal).update(is_lead=True)
    declaration = declare(sal, west_end)
    with pytest.raises(RuleBroken, match="another supervisor confirms it"):
        services.confirm_list_complete(by=sal, declaration=declaration, at=LATER)


def test_a_reopened_list_stays_on_record_and_another_may_follow(declared, ray, sal, west_end):
    services.reopen_list(by=sal, declaration=declared, because="Two sellers nobody knew of.", at=LATER)
    for act in (services.confirm_list_complete, services.reopen_list):
        said = {"because": "x"} if act is services.reopen_list else {}
        with pytest.raises(RuleBroken, match="was reopened on 5 March 2026; declare it anew"):
            act(by=sal, declaration=declared, at=LATER, **said)
    assert declare(ray, west_end, at=LATER).pk != declared.pk
    assert ListDeclaration.objects.standing().count() == 1
    assert AuditEntry.objects.filter(verb="dealers.reopen_list", outcome="done").count() == 1


def test_otis_finds_no_list(client, declared, otis, west_end):
    with pytest.raises(Http404):
        declare(otis, west_end)
    client.force_login(otis)
    assert client.get(f"/dealers/markets/{west_end.pk}/declare-list-complete/").status_code == 404


def test_at_both_doors(client, ray, sue, west_end, farrow):
    """Declared on its page, confirmed and reopened by JSON; the board says where it stands."""
    client.force_login(ray)
    address, board = f"/dealers/markets/{west_end.pk}/declare-list-complete/", f"/boards/{west_end.pk}/"
    assert b"1 on file" in client.get(address).content
    assert client.post(address, {"sources": ["patrol", "community"]}).headers["Location"] == board
    declaration = ListDeclaration.objects.get()
    assert "Waits for a supervisor" in client.get(board).content.decode()
    client.force_login(sue)
    assert "Confirm the list" in client.get(board).content.decode()
    answer = client.post(f"/api/dealers/declarations/{declaration.pk}/confirm/", {}, content_type="application/json")
    assert (answer.status_code, answer.json()["confirmed_by"]["name"]) == (200, "Sgt. Sue Ames")
    assert client.get(f"/dealers/declarations/{declaration.pk}/reopen/").status_code == 200
    answer = client.get(f"/api/boards/{west_end.pk}/").json()
    assert (answer["declaration"]["names_since"], answer["declaration"]["counts"]) == (0, {"addict_dealer": 1})


def test_a_list_waits_on_the_desk_of_who_confirms_it_and_not_of_who_declared_it(client, declared, ray, sal, sue):
    words = "Confirm the list of West End"
    for reader, waits in ((sal, True), (sue, True), (ray, False)):
        client.force_login(reader)
        assert (words in client.get("/").content.decode()) is waits
    services.confirm_list_complete(by=sal, declaration=declared, at=LATER)
    client.force_login(sue)
    assert words not in client.get("/").content.decode()
