"""The docket on paper: whoever has a consent in force at the minute of printing, and the account of each."""

import io
from datetime import timedelta
from http import HTTPStatus

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from callins.dtc import services
from callins.dtc.dockets.told import DOCKET_SCOPE
from callins.dtc.models import AuditEntry, Consent, Disclosure, DocketSession
from callins.dtc.models.disclosure import NOTICE
from dmi.accounts.compartment import treatment
from dmi.errors import RuleBroken
from tests.dtc.enrolled import attended, consented, day, docketed, enrolled, given, in_session, noon, sanctioned

NAMES = (
    "Жанна Белова", "Ελένη Ωμέγα", "Nguyễn Thị Hạnh", "Łucja Świątek", "سلمى حداد", "रेखा शर्मा", "王小明", "김하늘",
)  # fmt: skip


def text_of(content):
    """By page; pypdf leaves the upper half of a two-byte letter in."""
    return [
        " ".join(page.extract_text().replace("\0", "").split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages
    ]


@pytest.fixture
def session(tess, within):
    """Of day 20: Ames to the docket until day 18, Bexley to the docket, Calder to the status, Dole to nobody."""
    people = {}
    for name in ("Ames", "Bexley", "Calder", "Dole"):
        people[name] = enrolled(tess, last_name=name)
        attended(people[name], tess, 2, 9)
        given(people[name], tess, 4, ("confirmed", "fentanyl"))
        given(people[name], tess, 6, ("negative", ""))
        sanctioned(people[name], tess, 8)
    for name, facts in (("Ames", {"expires_on": day(18)}), ("Bexley", {})):
        Consent.objects.filter(participant=people[name].participant).update(is_to_court=False)
        consented(people[name].participant, tess, scope="docket", is_to_court=True, recipients="The court", **facts)
    Consent.objects.filter(participant=people["Dole"].participant).update(revoked_at=noon(15))
    session = in_session(tess, noon(20))
    services.add_to_docket(by=tess, session=session, enrolments=list(people.values()), at=noon(14))
    for entry in session.entries.all():
        services.recommend(by=tess, entry=entry, recommendation=f"Thirty days for {entry}", at=noon(14))
    return session


def test_a_consent_that_ended_between_drawing_up_and_printing_keeps_its_giver_off_the_paper(tess, session):
    before = " ".join(text_of(services.download_docket(by=tess, session=session, at=noon(18))))
    assert "Shawna Ames" in before
    assert Disclosure.objects.count() == 3
    pages = text_of(services.download_docket(by=tess, session=session, at=noon(19)))
    after = " ".join(pages)
    for hidden in ("Ames", "Dole", "Thirty days for Shawna Calder", "fentanyl", "Late for a meeting", "of 4"):
        assert hidden not in after
    assert "1 Shawna Bexley 26-CR-0118 Not complying Phase one, day 15 of 180" in after  # the relapse was on day 4
    assert "tests 1 kept, 1 failed" in after
    assert "Sanction of 9 Jan 2026: An essay (open). Not yet eligible for phase two" in after
    assert "Team: Thirty days for Shawna Bexley" in after
    assert "2 Shawna Calder 26-CR-0118 Not complying status only" in after  # numbered anew
    assert Disclosure.objects.count() == 5
    told = Disclosure.objects.filter(at=noon(19), session=session).values_list(
        "participant__last_name", "recipients", "what"
    )
    assert sorted(told) == [
        ("Bexley", "The court", f"Docket of 21 Jan 2026: {DOCKET_SCOPE}"),
        ("Calder", "Court and prosecutor", "Docket of 21 Jan 2026: status"),
    ]
    assert DOCKET_SCOPE.endswith("responses, eligibility, recommendation")  # all that stood there, and not less
    assert set(Disclosure.objects.values_list("notice", flat=True)) == {NOTICE}
    lines = AuditEntry.objects.filter(verb="dtc.download_docket", outcome="done")
    assert [each.record for each in lines] == [f"dtc.docketsession:{session.pk}"] * 2
    Consent.objects.update(revoked_at=noon(19))
    with pytest.raises(RuleBroken, match="Of nobody on this docket may the court be told"):
        services.download_docket(by=tess, session=session, at=noon(20))
    assert Disclosure.objects.count() == 5


def test_words_that_find_no_room_leave_no_account(tess, session, monkeypatch):
    def no_room(*args, **given):
        raise RuleBroken("3 words found no room on the page.")

    monkeypatch.setitem(services.download_docket.__wrapped__.__globals__, "printed", no_room)
    with pytest.raises(RuleBroken, match="no room"):
        services.download_docket(by=tess, session=session, at=noon(18))
    assert Disclosure.objects.count() == 0
    assert AuditEntry.objects.filter(verb="dtc.download_docket", outcome="refused").count() == 1


def test_thirty_people_in_any_script_two_lines_each(tess, within):
    people = []
    for number in range(30):
        first, _, last = NAMES[number].partition(" ") if number < len(NAMES) else ("Shawna", "", f"Calder{number}")
        enrolment = enrolled(tess, first_name=first, last_name=last or first, docket=f"26-CR-{number:04}")
        consented(enrolment.participant, tess, scope="docket", is_to_court=True)
        people.append(enrolment)
    session = in_session(tess, noon(20), judge="Judge Margarethe Featherstonehaugh-Marlowe of the Superior Court")
    services.add_to_docket(by=tess, session=session, enrolments=people, at=noon(14))
    content = services.download_docket(by=tess, session=session, at=noon(20))
    pages = text_of(content)
    assert 2 <= len(pages) <= 4
    for number, page in enumerate(pages, start=1):
        assert NOTICE in page
        assert f"page {number} of {len(pages)}" in page
        assert "Featherstonehaugh" in page
        assert "Courtroom 2" in page
        assert "42 CFR 2.35" in page
        assert f"{tess.full_name}, badge {tess.badge}" in page
    whole = " ".join(pages)
    for seen in ("Жанна", "Ελένη", "Świątek", "26-CR-0002", "Shawna Calder29"):
        assert seen in whole
    reader = pypdf.PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-US"
    assert "Calder29" not in str(reader.metadata)


def test_clerk_and_team_take_it_by_page_and_by_api(client, tess, clem, ray):
    with treatment():
        enrolment = enrolled(tess)
        session = DocketSession.objects.get(pk=docketed(tess, enrolment)["session_id"])
    for officer in (tess, clem):
        client.force_login(officer)
        for name in ("callins:dtc:download_docket", "api:callins:dtc:download_docket"):
            answer = client.post(reverse(name, args=[session.pk]), {}, content_type="application/json")
            assert (answer.status_code, answer["Content-Type"]) == (HTTPStatus.OK, "application/pdf")
            assert "Bexley" not in answer["Content-Disposition"]
            assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]
            assert "Shawna Bexley" in " ".join(text_of(answer.content))
    with treatment():
        assert Disclosure.objects.filter(session=session).count() == 4
        Consent.objects.update(revoked_at=timezone.now() - timedelta(minutes=1))
    answer = client.post(reverse("callins:dtc:download_docket", args=[session.pk]), follow=True)
    assert "Of nobody on this docket may the court be told" in answer.content.decode()
    assert b"Bexley" not in answer.content
    client.force_login(ray)
    answer = client.post(reverse("callins:dtc:download_docket", args=[session.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND
