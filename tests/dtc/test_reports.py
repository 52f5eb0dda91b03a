"""What is told under a consent, who finds it, and the account of all of it."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import AuditEntry, Consent, Disclosure, DocketSession, Meeting, StatusReport
from callins.dtc.models.disclosure import NOTICE
from callins.dtc.paper import report as paper
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry as CommonEntry
from dmi.errors import RuleBroken
from tests.conftest import officer
from tests.dtc.enrolled import consented, day, docketed, enrolled, noon, told

COURSE = {"rule": "2.31", "scope": "course", "revocable_from": "", "recipients": "Ofc. Lund"}


def address(name, *key, api=""):
    return reverse(f"{api}callins:dtc:{name}", args=key)


def test_a_status_is_told_under_a_live_consent_and_accounted_for(tess, bexley):
    """report_status"""
    consent = consented(bexley.participant, tess, scope="docket")
    services.report_status(by=tess, consent=consent, says="complying", at=noon(20))
    account = Disclosure.objects.get()
    assert (account.recipients, account.what, account.notice) == ("Court and prosecutor", "Status: complying", NOTICE)
    with pytest.raises(RuleBroken, match="is in the program; the report says what is so"):
        services.report_status(by=tess, consent=consent, says="graduated", at=noon(20))
    services.terminate_participant(by=tess, enrolment=bexley, decided_on=day(30), why="Absconded", at=noon(30))
    consent = Consent.objects.get(pk=consent.pk)
    with pytest.raises(RuleBroken, match=r"The program was left: terminated\. Report that"):
        services.report_status(by=tess, consent=consent, says="complying", at=noon(31))
    services.report_status(by=tess, consent=consent, says="terminated", at=noon(31))
    assert StatusReport.objects.count() == Disclosure.objects.count() == 2


def test_a_consent_that_ended_between_tells_nothing(tess, bexley):
    expired = consented(bexley.participant, tess, expires_on=day(10))
    with pytest.raises(RuleBroken, match=r"not in force at this minute.*11 Jan 2026\. Have a new one signed"):
        services.report_status(by=tess, consent=expired, says="complying", at=noon(11))
    wrong = consented(bexley.participant, tess, expires_on=day(90), **COURSE)
    with pytest.raises(RuleBroken, match=r"this is none\. Have one signed"):
        services.report_status(by=tess, consent=wrong, says="complying", at=noon(11))
    nobody = services.open_file(by=tess, last_name="Calder", first_name="Ines", date_of_birth=day(-9000), at=noon(0))
    with pytest.raises(RuleBroken, match="was never enrolled"):
        services.report_status(by=tess, consent=consented(nobody, tess), says="enrolled", at=noon(1))
    assert not Disclosure.objects.exists()


@pytest.fixture
def partner(task_force):
    """The supervising officer."""
    return officer("x9", Role.PARTNER, full_name="Ada Boone")


def test_whom_a_consent_names_finds_the_last_word_and_nobody_else(
    client, tess, pru, clem, partner, liv, ray, django_assert_max_num_queries
):  # fmt: skip
    with treatment():
        bexley = enrolled(tess)
        told(bexley, tess, 5, officers=[pru, partner])
        last = told(bexley, tess, 20, "not_complying", officers=[pru], purpose="To watch over the plea")
        told(enrolled(tess, last_name="Calder"), tess, 5, officers=[partner])
    key, here = last["status_report_id"], address("view_status_reports")
    client.force_login(pru)
    with django_assert_max_num_queries(30) as few:
        page = client.get(here).content.decode()
    asked = len(few.captured_queries)
    assert (page.count("Shawna Bexley</a>"), "Not complying" in page, "Calder" in page) == (1, True, False)
    assert NOTICE in page
    one = client.get(address("view_status_report", key)).content.decode()
    for words in ("26-CR-0118", "Not complying", "Tess Quill", "Told before", "To watch over the plea", NOTICE):
        assert words in one
    assert "1994" not in one  # nothing but name, docket number, word, date, who says so
    answer = client.post(address("download_status_report", key))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert "Bexley" not in answer["Content-Disposition"]
    assert [each["says"] for each in client.get(address("view_status_reports", api="api:")).json()["results"]] == [
        "not_complying"
    ]
    assert "No report fits" in client.get(f"{here}?name=nobody").content.decode()
    client.force_login(partner)  # told of more, by as many questions
    with django_assert_max_num_queries(asked):
        client.get(here)
    assert client.get(here).content.decode().count("Complying</span>") == 2
    assert client.get(address("view_status_report", key)).status_code == HTTPStatus.NOT_FOUND
    client.force_login(clem)  # holds the verb; nobody named him
    assert "Nobody’s consent names you" in client.get(here).content.decode()
    for door in ("view_status_report", "download_status_report"):
        assert client.post(address(door, key)).status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
    for stranger in (liv, ray):
        client.force_login(stranger)
        assert client.get(here).status_code == HTTPStatus.NOT_FOUND
    assert not CommonEntry.objects.filter(verb__startswith="dtc").exists()
    with treatment():
        looked = AuditEntry.objects.filter(badge="p1").values_list("verb", "outcome")
        assert {("dtc.view_status_reports", "read"), ("dtc.view_status_report", "read")} <= set(looked)
        assert looked.filter(verb="dtc.download_status_report", outcome="done").count() == 1


def test_a_revocation_takes_the_word_from_their_page_at_once(client, tess, pru):
    with treatment():
        bexley = enrolled(tess)
        key = told(bexley, tess, 5, officers=[pru], revocable_on=day(6))
        consent = Consent.objects.get(pk=key["consent_id"])
        report = StatusReport.objects.with_people().get(pk=key["status_report_id"])  # its consent as it was before
        services.revoke_consent(by=tess, consent=consent, at=noon(7))
        with pytest.raises(RuleBroken, match="not in force at this minute"):
            services.download_status_report(by=tess, report=report, at=noon(7))
    client.force_login(pru)
    assert "Bexley" not in client.get(address("view_status_reports")).content.decode()
    for door in ("view_status_report", "download_status_report"):
        for api in ("", "api:"):
            send = client.post if "download" in door else client.get
            answer = send(address(door, report.pk, api=api), {}, content_type="application/json")
            assert answer.status_code == HTTPStatus.NOT_FOUND


def test_the_letter_is_one_page_and_says_one_word(tess, bexley):
    key = told(bexley, tess, 5, signed_by="W" * 120, recipients="W " * 99, purpose="w " * 99, scope="docket")
    body = paper.letter(StatusReport.objects.with_people().get(pk=key["status_report_id"]))
    assert body.pages == 1


def test_a_liaison_is_shown_phase_day_and_next_meeting_and_it_is_accounted_for_once_a_day(tess, liv, pru, bexley):
    """view_courses"""
    consented(bexley.participant, tess, officers=[liv], expires_on=day(40), **COURSE)
    consented(enrolled(tess, last_name="Calder").participant, tess, expires_on=day(40), **COURSE)  # names nobody
    Meeting.objects.create(starts_at=noon(21), place="Grange Hall", by=tess, at=noon(0))
    [course] = services.view_courses(by=liv, at=noon(20))
    assert (course.name, course.phase, course.day, course.next_meeting) == ("Shawna Bexley", 1, 20, noon(21))
    services.view_courses(by=liv, at=noon(20) + timedelta(hours=3))
    services.view_courses(by=liv, at=noon(21))
    account = Disclosure.objects.order_by("at")
    assert [(each.recipients, each.what, each.at) for each in account] == [
        ("Ofc. Liv Lund", "Phase, day and next meeting", noon(number)) for number in (20, 21)
    ]
    assert AuditEntry.objects.filter(verb="dtc.view_courses", badge="liv", outcome="done").count() == 3
    services.revoke_consent(by=tess, consent=Consent.objects.naming(liv).get(), at=noon(22))
    assert services.view_courses(by=liv, at=noon(22)) == []
    assert account.count() == 2


def test_a_liaisons_page_opens_to_whom_it_is_for(client, tess, liv, pru, ray, pat):
    with treatment():
        until = timezone.localdate() + timedelta(days=9)
        consented(enrolled(tess).participant, tess, officers=[liv], expires_on=until, **COURSE)
    client.force_login(liv)
    page = client.get(address("view_courses")).content.decode()
    assert ("Shawna Bexley" in page, "Possession" in page, NOTICE in page) == (True, False, True)
    answer = client.get(address("view_courses", api="api:")).json()
    assert [sorted(each) for each in answer["courses"]] == [["day", "name", "next_meeting", "phase"]]
    for stranger in (ray, pat, pru, tess):
        client.force_login(stranger)
        assert client.get(address("view_courses")).status_code == HTTPStatus.NOT_FOUND
    with treatment():
        assert Disclosure.objects.count() == 1


def test_the_account_holds_every_line_with_its_consent(client, tess, pru, ray, django_assert_max_num_queries):
    """Also what a docket on paper told the court."""
    with treatment():
        bexley = enrolled(tess)
        told(bexley, tess, 5, officers=[pru])
        session = DocketSession.objects.get(pk=docketed(tess, bexley)["session_id"])
        services.download_docket(by=tess, session=session, at=timezone.now())
    here = address("view_disclosures", bexley.participant_id)
    client.force_login(tess)
    with django_assert_max_num_queries(30) as few:
        page = client.get(here).content.decode()
    for words in ("Status: complying", "Court and prosecutor", "2.35, signed", "Tess Quill", "session of"):
        assert words in page
    with treatment():
        for number in range(6, 12):
            told(bexley, tess, number, recipients="The clinic")
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(here).content.decode().count("Status: complying") == 7
    assert client.get(f"{here}?about=prosecutor").content.decode().count("Status: complying") == 1
    listed = client.get(address("view_disclosures", bexley.participant_id, api="api:")).json()["results"]
    assert {(each["rule"], each["by"], each["notice"]) for each in listed} == {("2.35", "Tess Quill", NOTICE)}
    for stranger in (ray, pru):
        client.force_login(stranger)
        assert client.get(here).status_code == HTTPStatus.NOT_FOUND


def test_the_team_tells_from_the_consent_what_the_course_carries(client, tess):
    with treatment():
        bexley = enrolled(tess)
        consent = consented(bexley.participant, tess)
    client.force_login(tess)
    here = address("report_status", consent.pk)
    page = client.get(here).content.decode()
    assert ("Not complying</option>" in page, "Graduated</option>" in page) == (True, False)
    assert "nobody: print the letter and hand it over" in page
    done = client.post(here, {"says": "complying"})
    assert done["Location"] == address("view_consents", bexley.participant_id)
    with treatment():
        report = StatusReport.objects.get()
    assert client.post(address("download_status_report", report.pk)).content[:5] == b"%PDF-"
    assert "Letter (PDF)" in client.get(done["Location"]).content.decode()
