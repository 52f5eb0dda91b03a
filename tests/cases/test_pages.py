"""The pages of a case: each opens in every state, acts by its form, and says no in words."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dealers.cases import services
from dealers.cases.models import Case
from dealers.cases.states import BY_VERB, State
from dmi.audit.models import AuditEntry
from tests.cases.made import brought_to, draft_of
from tests.conftest import NOON

ACTS = [verb for verb in BY_VERB if verb != "expire_case"]
SAID = {
    "mark_evidence_ready": {},
    "submit_to_prosecutor": {"because": "Two sales on film."},
    "return_case": {"because": "Name the second officer."},
    "approve_case": {},
    "bank_case": {},
}


def page(client, by, verb, case, said=None):
    client.force_login(by)
    address = reverse(f"cases:{verb}", args=[case.pk])
    return client.get(address) if said is None else client.post(address, said)


@pytest.mark.parametrize("state", State)
def test_a_case_opens_in_every_state(state, client, case, cast):
    brought_to(state, case, cast)
    for reader in (cast["investigator"], cast["prosecutor"]):
        answer = page(client, reader, "view_case", case)
        assert answer.status_code == 200
        assert case.label in answer.content.decode()
        for way in [*answer.context["open_ways"], *answer.context["shut_ways"], *answer.context["others"]]:
            assert state in BY_VERB[way.verb].sources


@pytest.mark.parametrize("verb", ACTS)
def test_each_act_has_its_page_which_says_what_stands_in_the_way(verb, client, case, cast):
    by = next(person for person in cast.values() if person.has_perm(f"cases.{verb}"))
    early = page(client, by, verb, case).content.decode()
    if "draft" not in BY_VERB[verb].sources:
        assert "this is done only from" in early
    brought_to(BY_VERB[verb].sources[0], case, cast)
    answer = page(client, by, verb, case)
    assert (answer.status_code, str(case) in answer.content.decode()) == (200, True)


def test_what_is_missing_stands_on_the_page_in_words(client, ray, farrow, west_end):
    case = draft_of(farrow, ray, west_end)
    said = page(client, ray, "view_case", case).content.decode()
    assert "Add the first count." in said
    assert "Not evidence-ready yet." in said
    assert "None planned" in said


def test_the_way_from_draft_to_banked_in_the_browser(client, case, ray, sal, pru):
    for verb, by in (
        ("mark_evidence_ready", ray), ("submit_to_prosecutor", ray), ("return_case", pru),
        ("mark_evidence_ready", ray), ("submit_to_prosecutor", ray), ("approve_case", pru), ("bank_case", sal),
    ):  # fmt: skip
        answer = page(client, by, verb, case, SAID[verb])
        assert (answer.status_code, answer["Location"]) == (302, case.get_absolute_url()), verb
    case.refresh_from_db()
    assert (case.state, case.prosecutor) == ("banked", pru)


def test_a_refusal_keeps_what_was_typed(client, case, cast, pru):
    brought_to("approved", case, cast)
    said = {"commenced_by": "Information filed", "commenced_on": timezone.localdate() + timedelta(days=9)}
    answer = page(client, pru, "charge_case", case, said)
    assert "still to come" in answer.content.decode()
    assert "Information filed" in answer.content.decode()


def test_the_list_finds_by_number_and_by_name_and_enters_the_search(client, case, ray):
    client.force_login(ray)
    for words in (str(case), "Farrow"):
        assert str(case) in client.get("/cases/", {"q": words}).content.decode()
    assert "No case you may see fits" in client.get("/cases/", {"q": "Nobody"}).content.decode()
    assert AuditEntry.objects.filter(verb="cases.view_cases", others__has_key="hits").count() == 3


def test_the_nearest_limitation_stands_first_and_what_has_ended_last(client, case, cast, farrow, ray, west_end):
    nearer = draft_of(farrow, ray, west_end)
    later = draft_of(farrow, ray, west_end)
    Case.objects.filter(pk=nearer.pk).update(commence_by=case.commence_by - timedelta(days=30))
    brought_to("declined", case, cast)
    client.force_login(ray)
    rows = [row for row, _ in client.get("/cases/").context["clocks"]]
    assert rows == [nearer, later, case]


def test_the_dossier_has_a_tab_of_cases(client, case, farrow, ray):
    client.force_login(ray)
    answer = client.get(reverse("cases:view_cases_of", args=[farrow.pk])).content.decode()
    assert str(case) in answer
    assert reverse("cases:open_case", args=[farrow.pk]) in answer
    assert f"Case {case}" in client.get(reverse("dealers:view_timeline", args=[farrow.pk])).content.decode()


def test_otis_finds_no_page_of_it(client, case, otis, farrow):
    client.force_login(otis)
    for verb in ("view_case", "add_count", "plan_next_step", "mark_evidence_ready", "request_activation"):
        assert page(client, otis, verb, case).status_code == 404
    assert client.get(reverse("cases:open_case", args=[farrow.pk])).status_code == 404
    assert str(case) not in client.get("/cases/").content.decode()


def test_the_queue_is_that_of_the_named_prosecutor(client, case, cast, ray, pru, lou):
    brought_to("evidence_ready", case, cast)
    services.submit_to_prosecutor(by=ray, case=case, prosecutor=pru, because="Two sales on film.", at=NOON)
    client.force_login(lou)
    assert str(case) not in client.get("/cases/queue/").content.decode()
    client.force_login(pru)
    assert "Two sales on film." in client.get("/cases/queue/").content.decode()
    assert AuditEntry.objects.filter(verb="cases.view_queue", outcome="read").count() == 2


def test_the_queue_is_for_prosecutors(client, ray):
    client.force_login(ray)
    assert client.get("/cases/queue/").status_code == 403


def test_a_request_stands_on_the_desk_of_those_who_may_decide(client, case, cast, ray, sal, sue, pru):
    brought_to("activation_requested", case, cast)
    for person, sees in ((sal, True), (sue, True), (pru, True), (ray, False)):
        client.force_login(person)
        assert ("Sold again at Alder Plaza." in client.get("/").content.decode()) is sees, person


def test_who_asked_does_not_see_it_as_theirs_to_decide(client, case, cast, sal):
    brought_to("banked", case, cast)
    words = {"kind": "dealing", "happened_at": timezone.now(), "words": "Told by two neighbours."}
    services.request_activation(by=sal, case=case, at=timezone.now(), **words)
    client.force_login(sal)
    assert "Told by two neighbours." not in client.get("/").content.decode()
    ways = page(client, sal, "view_case", case).context["shut_ways"]
    assert {way.why_not for way in ways} == {"You asked for this activation; somebody else decides on it."}


def test_a_case_adrift_stands_on_the_desk_until_it_has_both(client, farrow, ray, west_end, sue):
    case = draft_of(farrow, ray, west_end)
    client.force_login(ray)
    assert "Cases adrift" in client.get("/").content.decode()
    services.plan_next_step(by=ray, case=case, next_step="Send the sample", owner=ray, at=NOON)
    assert "Cases adrift" not in client.get("/").content.decode()
    Case.objects.filter(pk=case.pk).update(owner=None)
    assert "nobody owns it" in client.get("/").content.decode()
    client.force_login(sue)
    assert "nobody owns it" in client.get("/").content.decode()


def test_the_clock_stands_on_the_desk_of_owner_and_prosecutor(client, case, cast, ray, pru, sue):
    brought_to("banked", case, cast)
    Case.objects.filter(pk=case.pk).update(commence_by=timezone.localdate() + timedelta(days=20))
    for person, sees in ((ray, True), (pru, True), (sue, False)):
        client.force_login(person)
        assert ("20 days left" in client.get("/").content.decode()) is sees, person
