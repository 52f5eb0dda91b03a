"""What a participant allows to be told: written down, in force to its last midnight, taken back."""

from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import AuditEntry, Consent
from callins.dtc.models.consent import ConsentRecipient
from dmi.accounts.compartment import treatment
from dmi.errors import RuleBroken
from tests.dtc.enrolled import consented, day, enrolled, noon

BORN = date(1994, 5, 2)
FOR_LIAISON = {"rule": "2.31", "scope": "course", "revocable_from": "", "expires_on": day(90)}
COURT = {"rule": "2.35", "scope": "status", "is_to_court": "on", "purpose": "To supervise the plea"}


@pytest.fixture
def calder(tess, within):
    """A file, and nothing signed yet."""
    return services.open_file(by=tess, last_name="Calder", first_name="Ines", date_of_birth=BORN, at=noon(0))


def test_whoever_has_a_file_signs_before_any_enrolment(tess, pru, liv, calder):
    """record_consent: each names his own officers; one line on the trail."""
    consent = consented(calder, tess, is_to_court=True, officers=[pru])
    assert (consent.badges, consent.tells_status, calder.enrolments.count()) == (["p1"], True, 0)
    assert consented(calder, tess, officers=[liv], **FOR_LIAISON).badges == ["liv"]
    assert list(Consent.objects.to_the_court()) == [consent]
    assert AuditEntry.objects.filter(verb="dtc.record_consent", outcome="done").count() == 2
    assert [row.visible_to(tess).count() for row in (Consent.objects, ConsentRecipient.objects)] == [2, 2]
    assert not Consent.objects.visible_to(pru).exists()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"purpose": " "}, "Fill in what is missing"),
        ({"signed_on": day(1)}, "2 Jan 2026 is still to come"),
        ({"signed_on": day(-9), "expires_on": day(-1)}, r"expired on 31 Dec 2025\. Have a new one signed"),
        ({"revocable_on": day(-1)}, "lies before the signature"),
        ({**FOR_LIAISON, "revocable_from": "The plea"}, "may be revoked at any time; leave out from when"),
        ({"scope": "counselling"}, r"each need a consent of their own under 2\.31"),
        ({"scope": "course"}, r"each need a consent of their own under 2\.31"),
        ({**FOR_LIAISON, "is_to_court": True}, "leave the court out"),
    ],
)
def test_what_is_no_consent_is_refused(tess, calder, facts, words):
    with pytest.raises(RuleBroken, match=words):
        consented(calder, tess, **facts)
    assert not Consent.objects.exists()


def test_an_officer_is_named_for_what_he_may_be_told(tess, pru, liv, ray, calder):
    for officers, facts in (([liv], {}), ([pru], FOR_LIAISON), ([ray], {})):
        with pytest.raises(RuleBroken, match="would find nothing of this here"):
            consented(calder, tess, officers=officers, **facts)
    assert not ConsentRecipient.objects.exists()


def test_a_consent_of_either_rule_says_how_it_ends(tess, calder):
    """The database holds it, and says so."""
    for facts in ({"rule": "2.31", "scope": "contact", "revocable_from": ""}, {"revocable_from": ""}):
        with pytest.raises(IntegrityError, match="dtc_consent_ends"):
            consented(calder, tess, **facts)


@pytest.mark.parametrize(
    ("expires_on", "midnight"),
    [
        (date(2026, 3, 7), datetime(2026, 3, 8, 5, tzinfo=UTC)),  # the clocks go forward two hours later
        (date(2026, 3, 8), datetime(2026, 3, 9, 4, tzinfo=UTC)),
        (date(2026, 10, 31), datetime(2026, 11, 1, 4, tzinfo=UTC)),  # and back
        (date(2026, 11, 1), datetime(2026, 11, 2, 5, tzinfo=UTC)),
    ],
)
def test_it_ends_at_midnight_by_the_clocks_of_the_place(tess, calder, expires_on, midnight):
    consent = consented(calder, tess, expires_on=expires_on)
    before = midnight - timedelta(seconds=1)
    assert (consent.is_in_force(before), consent.is_in_force(midnight)) == (True, False)
    assert list(Consent.objects.in_force(before)) == list(Consent.objects.ending_soon(before)) == [consent]
    assert not Consent.objects.in_force(midnight).exists()
    assert not Consent.objects.ending_soon(before - timedelta(days=32)).exists()
    assert consent.why_not(midnight).startswith(f"Expired at the end of {expires_on:%-d %b %Y}. Have a new one")


def test_the_patients_own_is_taken_back_at_any_minute_and_once(tess, calder):
    """revoke_consent"""
    consent = consented(calder, tess, **FOR_LIAISON)
    services.revoke_consent(by=tess, consent=consent, at=noon(12))
    assert consent.is_in_force(noon(12) - timedelta(seconds=1))
    assert consent.why_not(noon(12)) == "Revoked on 13 Jan 2026 at 12:00. Have a new one signed."
    assert not Consent.objects.in_force(noon(12)).exists()
    with pytest.raises(RuleBroken, match="revoked already"):
        services.revoke_consent(by=tess, consent=consent, at=noon(13))
    with pytest.raises(RuleBroken, match="may be revoked at any time"):
        services.make_consent_revocable(by=tess, consent=consent, revocable_on=day(13), at=noon(13))


def test_one_for_justice_is_taken_back_from_what_it_names(tess, calder):
    """make_consent_revocable says that the event has come."""
    consent = consented(calder, tess)
    with pytest.raises(RuleBroken, match=r"from what it names: Final disposition\. Once that has come, record its day"):
        services.revoke_consent(by=tess, consent=consent, at=noon(50))
    with pytest.raises(RuleBroken, match="lies before the signature"):
        services.make_consent_revocable(by=tess, consent=consent, revocable_on=day(-1), at=noon(50))
    services.make_consent_revocable(by=tess, consent=consent, revocable_on=day(60), at=noon(50))
    with pytest.raises(RuleBroken, match="from what it names: 2 Mar 2026"):
        services.revoke_consent(by=tess, consent=consent, at=noon(59))
    with pytest.raises(RuleBroken, match="since 2 Mar 2026 already"):
        services.make_consent_revocable(by=tess, consent=consent, revocable_on=day(90), at=noon(60))
    services.revoke_consent(by=tess, consent=consent, at=noon(60))
    assert not consent.is_in_force(noon(60))


def address(name, *key, api=""):
    return reverse(f"{api}callins:dtc:{name}", args=key)


def test_the_tab_says_of_each_whether_it_holds_and_why_not(
    client, tess, pru, ray, otis, pat, django_assert_max_num_queries
):
    with treatment():
        participant = enrolled(tess).participant
        today = timezone.localdate()
        consented(participant, tess, officers=[pru], recipients="Pru’s office", expires_on=today + timedelta(days=9))
        gone = consented(participant, tess, recipients="Clinic", **FOR_LIAISON | {"expires_on": today})
        services.revoke_consent(by=tess, consent=gone, at=timezone.now() - timedelta(minutes=1))
    client.force_login(tess)
    with django_assert_max_num_queries(40) as few:
        page = client.get(address("view_consents", participant.pk)).content.decode()
    asked = len(few.captured_queries)
    for words in ("The consent to Pru’s office ends with", "With an account", "Pru Cole", "Revoked on", "nothing yet"):
        assert words in page
    assert page.index("Names the court") < page.index("No longer in force</h2>") < page.index(">Clinic</h3>")
    told = client.get(address("view_consents", participant.pk, api="api:")).json()["consents"]
    assert [(each["consent"]["officers"], each["why_not"][:7], each["ends_soon"]) for each in told] == [
        (["p1"], "", True),
        ([], "", False),
        ([], "Revoked", False),
    ]
    with treatment():
        for _ in range(4):
            consented(participant, tess, officers=[pru])
    with django_assert_max_num_queries(asked):
        client.get(address("view_consents", participant.pk))
    for stranger in (ray, otis, pat, pru):
        client.force_login(stranger)
        assert client.get(address("view_consents", participant.pk)).status_code == HTTPStatus.NOT_FOUND


def test_by_page_and_by_api_the_same_consent(client, tess, pru, liv):
    with treatment():
        participant = services.open_file(by=tess, last_name="Calder", first_name="Ines", date_of_birth=BORN, at=noon(0))
    client.force_login(tess)
    here = address("record_consent", participant.pk)
    form = client.get(here).content.decode()
    assert "Pru Cole, prosecutor" in form
    assert "Ofc. Liv Lund, liaison" in form
    said = COURT | {
        "discloser": "Treatment court team", "recipients": "Court and prosecutor", "signed_on": "2026-01-05",
        "signed_by": "Ines Calder", "officers": ["liv"], "revocable_from": "Final disposition",
    }  # fmt: skip
    assert "would find nothing of this here" in client.post(here, said).content.decode()
    refused = client.post(here, said | {"officers": ["p1"], "revocable_from": ""}).content.decode()
    assert "under 2.35 the date or event from which it may be revoked" in refused
    done = client.post(here, said | {"officers": ["p1"]})
    assert done["Location"] == address("view_consents", participant.pk)
    by_json = said | {"officers": ["p1"], "is_to_court": True}
    answer = client.post(address("record_consent", participant.pk, api="api:"), by_json, "application/json")
    assert (answer.status_code, answer.json()["officers"]) == (201, ["p1"])
    answer = client.post(address("record_consent", participant.pk, api="api:"), by_json | {"officers": ["114"]},
                         "application/json")  # fmt: skip
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    done = client.post(address("make_consent_revocable", answer_of(participant)), {"revocable_on": "2026-01-06"})
    assert done.status_code == HTTPStatus.FOUND
    client.post(address("revoke_consent", answer_of(participant)))
    with treatment():
        assert sorted(each.is_in_force(timezone.now()) for each in participant.consents.all()) == [False, True]


def answer_of(participant):
    """The first that was recorded."""
    with treatment():
        return participant.consents.order_by("at").first().pk
