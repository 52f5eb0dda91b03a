"""withdraw_invitation, record_counsel, record_rsvp, arrange_attendance, log_influential_contact; the pages."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from callins import services
from callins.models import CallIn
from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.made import invited, planned
from tests.callins.qualified import qualified
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY, logged

TALK = {"how": "At her door", "consents": True, "words": "Come home.", "at": NOON}
GRADED = {"reliability": "B", "validity": "2", "at": NOON}
ACTS = {
    "withdraw_invitation": {"because": "Moved away."},
    "record_counsel": {"counsel_name": "Ada Roe", "counsel_noticed_on": TODAY, "counsel_answer": "agrees"},
    "record_rsvp": {"rsvp": "coming"},
    "arrange_attendance": {"transport": "Liv drives, 17:30", "companion": "His aunt"},
}


@pytest.fixture
def aunt(ray, farrow):
    return close_to(farrow, ray, "May Farrow")


def close_to(dealer, ray, name):
    return dealing.log_influential(
        by=ray, dealer=dealer, name=name, relation="aunt", willing="unknown", contact="", **GRADED
    )


def do(verb, by, invitation):
    return getattr(services, verb)(by=by, invitation=invitation, at=NOON, **ACTS[verb])


@pytest.mark.parametrize("verb", ACTS)
def test_what_is_arranged_beforehand(verb, cora, sue, otis, invitation):
    with pytest.raises(Http404):
        do(verb, sue, invitation)  # a supervisor of the market who is not on it
    with pytest.raises(PermissionDenied):
        do(verb, otis, invitation)
    changed = do(verb, cora, invitation)
    changed.refresh_from_db()
    expected = {"withdrawn_because": "Moved away."} if verb == "withdraw_invitation" else ACTS[verb]
    assert {name: getattr(changed, name) for name in expected} == expected
    line = AuditEntry.objects.get(verb=f"callins.{verb}", outcome="done")
    assert line.record == f"callins.invitation:{invitation.pk}"


@pytest.mark.parametrize("verb", ACTS)
def test_it_ends_with_the_evening_and_with_the_invitation(verb, cora, invitation, aunt):
    CallIn.objects.update(state="held", held_at=NOON)
    with pytest.raises(RuleBroken, match="nothing changes about who is invited"):
        do(verb, cora, invitation)
    CallIn.objects.update(state="planned", held_at=None)
    do("withdraw_invitation", cora, invitation)
    with pytest.raises(RuleBroken, match=r"was withdrawn: Moved away\."):
        do(verb, cora, invitation)
    with pytest.raises(RuleBroken, match="was withdrawn"):
        services.log_influential_contact(by=cora, invitation=invitation, influential=aunt, **TALK)


def test_who_stands_at_the_door_is_withdrawn_only_after_the_entry(cora, invitation):
    invitation.outcome, invitation.arrived_at = "attended", NOON
    invitation.save()
    with pytest.raises(RuleBroken, match=r"Cody Farrow: attended\. Take that entry back first\."):
        do("withdraw_invitation", cora, invitation)


def test_no_answer_is_none_again(cora, invitation):
    do("record_rsvp", cora, invitation)
    assert services.record_rsvp(by=cora, invitation=invitation, rsvp="unknown", at=NOON).rsvp_at is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"counsel_answer": "agrees"}, "Give counsel's name and the day of the notice"),
        ({"counsel_answer": "waiting", "counsel_name": "Ada Roe"}, "the day of the notice"),
        ({"counsel_answer": "not_asked"}, "On the plea form counsel has notice"),
        (
            {"counsel_answer": "agrees", "counsel_name": "A", "counsel_noticed_on": TODAY + timedelta(days=1)},
            "still to come",
        ),
    ],
)
def test_counsel_has_notice_before_counsel_answers(cora, west_end, farrow, said, why):
    plea = invited(planned(cora, west_end, form="plea"), farrow, counsel_answer="waived")
    with pytest.raises(RuleBroken, match=why):
        services.record_counsel(
            by=cora, invitation=plea, at=NOON, **{"counsel_name": "", "counsel_noticed_on": None, **said}
        )


def test_whose_word_counts_speaks_in_words_planned_together(cora, ray, invitation, aunt, whitlow, farrow):
    contact = services.log_influential_contact(by=cora, invitation=invitation, influential=aunt, **TALK)
    invitation.refresh_from_db()
    assert (invitation.influential, contact.words) == (aunt, "Come home.")
    aunt.refresh_from_db()
    assert aunt.willing == "unknown"  # written there, the dossier's History would tell of the call-in
    services.log_influential_contact(
        by=cora, invitation=invitation, influential=aunt, how="Telephone", consents=False, at=NOON
    )
    invitation.refresh_from_db()
    assert invitation.influential is None


def test_never_a_suspect_and_never_without_consent(cora, ray, invitation, aunt, farrow, whitlow):
    def talk(influential, **said):
        services.log_influential_contact(by=cora, invitation=invitation, influential=influential, **TALK | said)

    with pytest.raises(RuleBroken, match="is not on record as close to Cody Farrow"):
        talk(close_to(whitlow, ray, "Ann Whitlow"))
    with pytest.raises(RuleBroken, match=r"Dana Whitlow is on file as a suspect \(D-\d+\)"):
        talk(close_to(farrow, ray, "dana whitlow"))
    with pytest.raises(RuleBroken, match="note the consent, or leave the words out"):
        talk(aunt, consents=False)


def test_a_suspect_whom_one_does_not_see_is_not_told_of(cora, ray, invitation, farrow, alley):
    close = close_to(farrow, ray, "Vern Alley")
    assert services.log_influential_contact(by=cora, invitation=invitation, influential=close, **TALK).pk


def test_the_tab_shows_who_is_invited_and_what_bars_the_others(
    client, cora, ray, sal, pru, call_in, farrow, whitlow, west_end
):
    qualified(farrow, ray, sal, pru, west_end)
    qualified(whitlow, ray, sal, pru, west_end)
    logged_warrant(whitlow, ray)
    client.force_login(cora)
    tab = f"/call-ins/{call_in.pk}/invited/"
    page = client.get(tab).content.decode()
    assert f'href="/call-ins/{call_in.pk}/invite/{farrow.pk}/"' in page
    assert f"/invite/{whitlow.pk}/" not in page
    assert "An active warrant stands (26-W-17)." in page
    assert "/keep-warrant-promise/" not in page  # a supervisor's
    answer = client.post(f"/call-ins/{call_in.pk}/invite/{farrow.pk}/", {"case": ""}, follow=True)
    assert answer.redirect_chain == [(tab, 302)]
    assert "Cody Farrow is invited; now the letter." in answer.content.decode()
    client.force_login(sal)
    assert f"/keep-warrant-promise/{whitlow.pk}/" in client.get(tab).content.decode()


def test_one_person_on_one_page_with_the_answer_in_one_tap(client, cora, ray, invitation, aunt, farrow):
    services.log_influential_contact(by=cora, invitation=invitation, influential=aunt, **TALK)
    logged_warrant(farrow, ray)
    client.force_login(cora)
    page = client.get(invitation.get_absolute_url()).content.decode()
    for words in ("May Farrow, aunt", "Come home.", "NOT A SUSPECT", "26-W-17", "An active warrant stands"):
        assert words in page
    answer = client.post(f"{invitation.get_absolute_url()}record-rsvp/", {"rsvp": "coming"}, follow=True)
    assert "Comes" in answer.content.decode()


def test_by_json_too(client, cora, ray, sal, pru, call_in, farrow, west_end):
    case = qualified(farrow, ray, sal, pru, west_end)
    client.force_login(cora)
    tab = f"/api/call-ins/{call_in.pk}/invited/"
    [candidate] = client.get(tab).json()["candidates"]
    assert (candidate["dealer"]["known_as"], candidate["bars"]) == ("Cody Farrow", [])
    made = client.post(f"/api/call-ins/{call_in.pk}/invite/{farrow.pk}/", {}, content_type="application/json")
    assert (made.status_code, made.json()["case"]) == (201, str(case.pk))
    one = f"/api/call-ins/invitations/{made.json()['id']}/"
    arranged = client.post(f"{one}arrange-attendance/", {"companion": "His aunt"}, content_type="application/json")
    assert (arranged.status_code, arranged.json()["companion"]) == (200, "His aunt")
    [invitee] = client.get(tab).json()["invited"]
    assert invitee["invitation"]["companion"] == "His aunt"
    again = client.post(f"/api/call-ins/{call_in.pk}/invite/{farrow.pk}/", {}, content_type="application/json")
    assert again.status_code == 409


def test_more_people_ask_the_database_no_more_often(client, cora, ray, sal, call_in, farrow, whitlow, west_end):
    client.force_login(cora)
    tab = f"/call-ins/{call_in.pk}/invited/"

    def queries(*dealers):
        for dealer in dealers:
            invitation = invited(call_in, dealer)
            close_to(dealer, ray, f"Aunt of {dealer}")
            logged_warrant(dealer, ray, number=f"26-W-{dealer.number}")
            invitation.contacts.create(
                influential=dealer.influentials.get(), how="Visit", consents=True, by=cora, at=NOON
            )
        with CaptureQueriesContext(connection) as asked:
            assert client.get(tab).status_code == 200
        return len(asked)

    queries()  # the session's own first
    few = queries(farrow)
    assert queries(whitlow, *on_file(ray, sal, west_end, "Moss", "Reed")) <= few


def on_file(ray, sal, market, *names):
    for name in names:
        dealer = logged(ray, market, last_name=name)
        yield dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
