"""The court's weekly session: who comes before it and why, and what its clerk is told of whom."""

from datetime import datetime, timedelta
from http import HTTPStatus

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from callins.dtc import dockets, services
from callins.dtc.models import AuditEntry, Consent, Disclosure, DocketEntry, DocketSession
from callins.dtc.program.configuration import PHASES
from dmi.accounts.compartment import treatment
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.dtc.enrolled import attended, consented, day, docketed, enrolled, given, in_session, noon, sanctioned


def address(name, *key, api=False):
    return reverse(f"{'api:' if api else ''}callins:dtc:{name}", args=key)


def tasks_of(phase, enrolment, by, number):
    for task in PHASES[phase - 1].tasks:
        services.complete_task(by=by, enrolment=enrolment, task=task.code, done_on=day(number), at=noon(number))


def on_docket(session, enrolment):
    return DocketEntry.objects.get(session=session, enrolment=enrolment)


def withdrawn(consent_of, by, on):
    """The court's consent of that participant ends at the end of that day."""
    Consent.objects.filter(participant=consent_of.participant).update(expires_on=on)


@pytest.fixture
def people(tess, within):
    """Six before the session of day 40, each in a plight of his own; all but the new and the unseen stood on day 33."""
    cast = {name: enrolled(tess, last_name=name) for name in ("Sanctioned", "Undecided", "Eligible", "Quiet", "Left")}
    docketed(tess, *cast.values(), starts_at=noon(33))
    cast["Unseen"] = enrolled(tess, last_name="Unseen")
    cast["New"] = enrolled(tess, last_name="New", enrolled_on=day(35), at=noon(35))
    sanctioned(cast["Sanctioned"], tess, 34)
    services.log_self_report(by=tess, enrolment=cast["Undecided"], used_on=day(36), at=noon(36))
    attended(cast["Eligible"], tess, *range(0, 40, 7))
    tasks_of(1, cast["Eligible"], tess, 20)
    services.terminate_participant(by=tess, enrolment=cast["Left"], decided_on=day(36), why="Absconded", at=noon(36))
    return cast


def test_the_program_says_who_ought_to_come_and_why(tess, people):
    session = in_session(tess, noon(40))
    said = {str(each.enrolment): each.reasons for each in dockets.suggested(session, noon(38))}
    assert said == {
        "Shawna Eligible": ("Eligible for phase two since 31 Jan 2026",),
        "Shawna Left": ("Terminated on 6 Feb 2026, not before the court since",),
        "Shawna New": ("In the first 30 days, enrolled 5 Feb 2026",),
        "Shawna Sanctioned": ("The sanction of 4 Feb 2026 is open",),
        "Shawna Undecided": ("The relapse of 6 Feb 2026 is undecided",),
        "Shawna Unseen": ("Not seen in court yet",),
    }
    assert [str(each) for each in dockets.others(session, dockets.suggested(session, noon(38)))] == ["Shawna Quiet"]
    later = in_session(tess, noon(61))
    assert "Not seen in court since 3 Feb 2026" in {
        reason for each in dockets.suggested(later, noon(40)) for reason in each.reasons
    }


def test_a_docket_is_drawn_up_until_its_day_is_over(tess, people):
    with pytest.raises(RuleBroken, match="This moment has passed"):
        in_session(tess, noon(40), at=noon(41))
    for mistyped in (noon(440), datetime(9999, 12, 31, 23, 59, tzinfo=timezone.get_current_timezone())):
        with pytest.raises(RuleBroken, match="more than a year from today"):  # in UTC the second has no year: no page
            in_session(tess, mistyped, at=noon(33))  # that lists sessions could read it
    session, _ = in_session(tess, noon(40)), in_session(tess, noon(47))
    with pytest.raises(RuleBroken, match="planned for this moment already"):
        in_session(tess, noon(40))
    moved = {"starts_at": noon(40) + timedelta(hours=1), "courtroom": "Courtroom 4", "judge": "Judge Vail"}
    read = {"session": session, "seen": version(session, session.CORRECTED)}
    services.change_session(by=tess, at=noon(38), **read, **moved)
    with pytest.raises(ChangedMeanwhile):
        services.change_session(by=tess, at=noon(38), **read, **{**moved, "judge": "Judge Ives"})
    moved["seen"] = version(session, session.CORRECTED)
    with pytest.raises(RuleBroken, match="planned for this moment already"):
        services.change_session(by=tess, session=session, at=noon(38), **{**moved, "starts_at": noon(47)})
    new, quiet = people["New"], people["Quiet"]
    services.add_to_docket(by=tess, session=session, enrolments=[quiet, new], at=noon(38))
    assert [str(each) for each in session.entries.all()] == ["Shawna New", "Shawna Quiet"]  # by name
    with pytest.raises(RuleBroken, match="Shawna Quiet: on this docket already"):
        services.add_to_docket(by=tess, session=session, enrolments=[quiet, people["Unseen"]], at=noon(38))
    entry = on_docket(session, quiet)
    services.recommend(by=tess, entry=entry, recommendation="A bus pass", at=noon(40))
    services.take_off_docket(by=tess, entry=on_docket(session, new), at=noon(40))
    assert session.entries.get().recommendation == "A bus pass"
    for verb, said in (
        (services.recommend, {"entry": entry, "recommendation": ""}),
        (services.take_off_docket, {"entry": entry}),
        (services.add_to_docket, {"session": session, "enrolments": [new]}),
        (services.change_session, {"session": session, **moved}),
    ):
        with pytest.raises(RuleBroken, match="This session was on 10 Feb 2026; its docket stays"):
            verb(by=tess, at=noon(41), **said)
        assert AuditEntry.objects.filter(verb=verb.verb, outcome="refused").exists()
        assert AuditEntry.objects.filter(verb=verb.verb, outcome="done").exists()
    assert AuditEntry.objects.filter(verb="dtc.plan_session", outcome="done").count() == 3
    assert "bus pass" not in str(list(AuditEntry.objects.values())).lower()


def test_the_clerk_records_what_the_court_ordered_from_its_day_on(tess, ray, clem, bexley):
    session = in_session(tess, noon(40))
    services.add_to_docket(by=tess, session=session, enrolments=[bexley], at=noon(38))
    entry = session.entries.get()
    said = {"entry": entry, "order": "Four hours at the food shelf"}
    with pytest.raises(RuleBroken, match="The court sits on 10 Feb 2026; record then"):
        services.record_order(by=clem, at=noon(39), **said)
    services.record_order(by=clem, at=noon(40), **said)
    with pytest.raises(RuleBroken, match="The court has ordered on Shawna Bexley already"):
        services.take_off_docket(by=tess, entry=entry, at=noon(40))
    for stranger in (tess, ray):
        with pytest.raises(PermissionDenied):
            services.record_order(by=stranger, at=noon(40), **said)
    withdrawn(bexley, tess, on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Http404):  # nobody is told any more that this person is here
        services.record_order(by=clem, at=noon(40), **said)
    lines = AuditEntry.objects.filter(verb="dtc.record_order").values_list("outcome", flat=True)
    assert set(lines) == {"done", "refused", "forbidden", "absent"}


@pytest.fixture
def told(tess):
    """On one docket: somebody with a consent to the docket, one to the status, one revoked, one expired yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    with treatment():
        cast = {name: enrolled(tess, last_name=name) for name in ("Ended", "Revoked", "Status", "Whole")}
        withdrawn(cast["Ended"], tess, yesterday)
        revoked = Consent.objects.filter(participant=cast["Revoked"].participant)
        revoked.update(revoked_at=timezone.now() - timedelta(hours=1))
        consented(cast["Whole"].participant, tess, scope="docket", is_to_court=True)
        for enrolment in cast.values():
            given(enrolment, tess, 3, ("confirmed", "fentanyl"))
            attended(enrolment, tess, 2)
            sanctioned(enrolment, tess, 4)
        cast["session"] = DocketSession.objects.get(pk=docketed(tess, *cast.values())["session_id"])
        for entry in cast["session"].entries.all():
            services.recommend(by=tess, entry=entry, recommendation=f"Keep on, {entry}", at=timezone.now())
    return cast


def test_the_clerk_sees_of_whom_he_may_be_told_and_no_more_than_the_consent_carries(client, tess, clem, told):
    session = told["session"]
    client.force_login(clem)
    page = client.get(session.get_absolute_url()).content.decode()
    assert "1. <b><bdi>Shawna Status</bdi></b>" in page  # numbered anew: no gap tells of anybody
    assert "Keep on, Shawna Whole" in page
    assert "Sanction of 5 Jan 2026: An essay (open)" in page
    for hidden in ("Ended", "Revoked", "Keep on, Shawna Status", "fentanyl", "Late for a meeting", "Of 2 of 4"):
        assert hidden not in page
    assert "42 CFR part 2" in page
    facts = client.get(address("view_docket", session.pk, api=True)).json()
    status, whole = (line["told"] for line in facts["lines"])
    assert (status["word"], status["place"], status["tests"], status["responses"]) == ("Not complying", "", "", [])
    assert whole["tests"] == "0 kept, 1 failed"
    assert "1 attended" in whole["meetings"]
    assert set(facts["lines"][0]) == {"entry", "told"}
    listed = client.get(address("view_dockets", api=True)).json()["results"]
    assert [each["count"] for each in listed] == [2]
    with treatment():
        told_of = Disclosure.objects.filter(session=session, by=clem)
        assert sorted(told_of.values_list("participant__last_name", "what")) == [
            ("Status", f"Docket of {session.day:%-d %b %Y}, on screen: status"),
            ("Whole", f"Docket of {session.day:%-d %b %Y}, on screen: {dockets.told.DOCKET_SCOPE}"),
        ]  # two looks of one day, one account
        hidden = on_docket(session, told["Ended"])
        assert not DocketEntry.objects.visible_to(clem).filter(pk=hidden.pk).exists()
    assert client.post(address("record_order", hidden.pk), {"order": "x"}).status_code == HTTPStatus.NOT_FOUND
    for name in ("add_to_docket",):
        assert client.get(address(name, session.pk)).status_code == HTTPStatus.NOT_FOUND

    client.force_login(tess)
    page = client.get(session.get_absolute_url()).content.decode()
    assert "Of 2 of 4 the court is told nothing" in page
    assert "Expired at the end of" in page
    assert "Revoked on" in page
    assert "Keep on, Shawna Ended" in page
    with treatment():
        assert not Disclosure.objects.filter(session=session, by=tess).exists()


@pytest.mark.parametrize("who", ["ray", "otis", "pat"])
def test_to_the_police_there_is_no_court(client, request, tess, told, who):
    client.force_login(request.getfixturevalue(who))
    session = told["session"]
    for name in ("view_docket", "add_to_docket", "download_docket"):
        for send in (client.get, client.post):
            assert send(address(name, session.pk)).status_code == HTTPStatus.NOT_FOUND
    assert client.get(address("view_dockets")).status_code == HTTPStatus.NOT_FOUND


def test_all_suggested_go_onto_the_docket_in_one_tap(client, tess, told):
    with treatment():
        coming = in_session(tess, timezone.now() + timedelta(days=8), at=timezone.now())
    client.force_login(tess)
    page = client.get(address("add_to_docket", coming.pk))
    ticked = page.context["ticked"]
    assert len(ticked) == 4
    assert page.content.decode().count(" checked") == 4
    assert "Choose whom to put" in client.post(address("add_to_docket", coming.pk), {}).content.decode()
    assert client.post(address("add_to_docket", coming.pk), {"enrolments": ticked}).status_code == HTTPStatus.FOUND
    answer = client.post(
        address("add_to_docket", coming.pk, api=True), {"enrolments": ticked}, content_type="application/json"
    )
    assert answer.status_code == HTTPStatus.BAD_REQUEST  # they are on it
    with treatment():
        assert coming.entries.count() == 4
        entry = coming.entries.first()
    said = {"starts_at": (timezone.localtime() + timedelta(days=15)).strftime("%Y-%m-%dT%H:%M")}
    page = client.get(address("plan_session")).content.decode()
    assert 'value="Courtroom 2"' in page
    answer = client.post(address("plan_session"), {**said, "courtroom": "Courtroom 2", "judge": "Judge Marlowe"})
    assert answer.status_code == HTTPStatus.FOUND
    answer = client.post(
        address("change_session", coming.pk, api=True), {"judge": "Judge Vail"}, content_type="application/json"
    )
    assert (answer.json()["judge"], answer.json()["courtroom"]) == ("Judge Vail", "Courtroom 2")
    assert 'value="Judge Vail"' in client.get(address("change_session", coming.pk)).content.decode()
    assert "Shawna Ended" in client.get(address("recommend", entry.pk)).content.decode()
    assert client.post(address("recommend", entry.pk), {"recommendation": "x"})["Location"] == address(
        "view_docket", coming.pk
    )
    assert client.post(address("take_off_docket", entry.pk)).status_code == HTTPStatus.FOUND
    assert "Marlowe" in client.get(address("view_dockets") + "?q=marlowe").content.decode()
    assert "No session to come fits" in client.get(address("view_dockets") + "?q=nobody").content.decode()


def test_a_docket_of_somebody_who_left_stays_as_the_court_had_it(tess, bexley):
    session = in_session(tess, noon(20))
    services.add_to_docket(by=tess, session=session, enrolments=[bexley], at=noon(19))
    services.terminate_participant(by=tess, enrolment=bexley, decided_on=day(30), why="Absconded", at=noon(30))
    (line,) = dockets.lines_for(tess, session, noon(60))
    assert line.whole.place == "Phase one, day 20 of 180"
    assert line.whole.word == "Not complying"  # no meeting in its weeks
    assert line.told.place == ""


def test_a_docket_asks_no_more_often_for_many_than_for_few(client, tess, told, django_assert_max_num_queries):
    pages = [address(name, told["session"].pk) for name in ("view_docket", "add_to_docket")] + [address("view_dockets")]
    with treatment():
        given(enrolled(tess, last_name="Ames"), tess, 4, ("negative", ""))
    client.force_login(tess)
    counts = []
    for page in pages:
        with django_assert_max_num_queries(60) as few:
            client.get(page)
        counts.append(len(few))
    with treatment():
        more = [enrolled(tess, last_name=f"Calder{number}") for number in range(8)]
        for enrolment in more:
            given(enrolment, tess, 4, ("negative", ""))
        services.add_to_docket(by=tess, session=told["session"], enrolments=more[:4], at=timezone.now())
    for page, few in zip(pages, counts, strict=True):
        with django_assert_max_num_queries(few):
            client.get(page)
