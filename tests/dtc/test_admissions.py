"""open_file, change_participant, enrol_participant and the page of who waits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse

from callins.dtc import services
from callins.dtc.models import AuditEntry, Enrolment, Participant
from callins.dtc.waiting import waiting
from dealers import services as dealing
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.conftest import NOON, TODAY, officer
from tests.dtc.enrolled import consented, day, enrolled, noon
from tests.dtc.test_inward import DAY, EVENING, accepted

BORN = date(1990, 4, 1)


def address(name, **key):
    return reverse(f"callins:dtc:{name}", kwargs=key)


@pytest.fixture
def offer(task_force, west_end, farrow):
    """Cody Farrow accepted treatment at a call-in a week ago."""
    farrow.date_of_birth = BORN
    farrow.save()
    return accepted(officer("q1", Role.COORDINATOR, full_name="Cora Whitfield"), west_end, farrow)


def opened(tess, at=NOON, **facts):
    said = {"last_name": "Farrow", "first_name": "Cody", "date_of_birth": BORN}
    return services.open_file(by=tess, at=at, **{**said, **facts})


def admitted(tess, participant, at=NOON, **facts):
    said = {"offence": "possession", "enrolled_on": TODAY}
    return services.enrol_participant(by=tess, participant=participant, at=at, **{**said, **facts})


def test_a_file_is_opened_once_for_a_person(tess, offer, farrow, sal, whitlow, within):
    by_hand = opened(tess, last_name="FARROW")
    assert by_hand.dealer_id is None
    assert opened(tess, offer_id=offer.pk) == by_hand  # by name and birth date; now it knows of whom the police speak
    by_hand.refresh_from_db()
    assert (by_hand.dealer_id, by_hand.last_name) == (farrow.pk, "FARROW")
    assert opened(tess, last_name="Farrow-Lane", offer_id=offer.pk) == by_hand  # by the record
    assert opened(tess, date_of_birth=date(1991, 4, 1)) != by_hand
    with pytest.raises(RuleBroken, match="A birth date lies behind us"):
        opened(tess, date_of_birth=TODAY + DAY)
    with pytest.raises(RuleBroken, match="not an offer of treatment that somebody who came"):
        opened(tess, offer_id=uuid4())


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_taps_in_the_same_second_open_one_file(tess):
    begin = Barrier(2)

    def tap(_):
        try:
            begin.wait(10)
            with treatment():
                return opened(tess).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        assert len(set(hands.map(tap, range(2)))) == 1


def test_an_offer_is_not_tied_to_a_strangers_file(tess, offer, whitlow, within):
    stranger = {"last_name": "Bexley", "first_name": "Shawna", "date_of_birth": date(1994, 5, 2)}
    by_hand = opened(tess, **stranger)
    with pytest.raises(RuleBroken, match="made to Cody Farrow, born 1 Apr 1990"):
        opened(tess, offer_id=offer.pk, **stranger)
    by_hand.refresh_from_db()
    assert by_hand.dealer_id is None  # else it would show another's visits, and be enrolled on his offer
    assert opened(tess, last_name="Farrar", offer_id=offer.pk).dealer_id == offer.invitation.dealer_id


def test_a_merged_persons_file_is_found_by_the_other_record(tess, offer, farrow, whitlow, sal):
    with treatment():
        by_hand = opened(tess, last_name="Whitlow", first_name="Dana")
        by_hand.dealer_id = whitlow.pk
        by_hand.save()
    dealing.merge_dealers(by=sal, dealer=farrow, other=whitlow, because="Same phone", at=NOON)
    with treatment():
        assert opened(tess, offer_id=offer.pk) == by_hand
        by_hand.refresh_from_db()
        assert by_hand.dealer_id == whitlow.pk
        consented(by_hand, tess, is_to_court=True)
        assert admitted(tess, by_hand, offer_id=offer.pk).offer_id == offer.pk


def test_an_admission_rests_on_a_consent_and_on_an_offer_or_a_docket(tess, offer, west_end, within):
    participant = opened(tess)
    with pytest.raises(RuleBroken, match="No consent to the court is in force"):
        admitted(tess, participant, offer_id=offer.pk)
    consented(participant, tess, is_to_court=True, expires_on=TODAY)
    for at in (NOON + DAY, NOON + 2 * DAY):
        with pytest.raises(RuleBroken, match="No consent to the court is in force"):
            admitted(tess, participant, docket="26-CR-1", at=at)
    with pytest.raises(RuleBroken, match="Name the accepted offer, or the docket number"):
        admitted(tess, participant)
    with pytest.raises(RuleBroken, match="not an offer of treatment"):
        admitted(tess, participant, offer_id=uuid4())
    with pytest.raises(RuleBroken, match="The offer was made on 24 Feb 2026"):
        admitted(tess, participant, offer_id=offer.pk, enrolled_on=EVENING.date() - DAY)
    with pytest.raises(RuleBroken, match="is still to come"):
        admitted(tess, participant, docket="26-CR-1", enrolled_on=TODAY + DAY)
    with pytest.raises(RuleBroken, match="1 Jan 1026 is more than ten years ago"):
        admitted(tess, participant, docket="26-CR-1", enrolled_on=date(1026, 1, 1))
    other = opened(tess, last_name="Calder")
    consented(other, tess, is_to_court=True)
    with pytest.raises(RuleBroken, match="made to somebody else"):
        admitted(tess, other, offer_id=offer.pk)
    enrolment = admitted(tess, participant, offer_id=offer.pk)
    assert (enrolment.attempts.get().started_on, enrolment.is_exception) == (TODAY, False)
    with pytest.raises(IntegrityError, match="dtc_one_open_enrolment"):
        admitted(tess, participant, docket="26-CR-1")
    services.withdraw_participant(by=tess, enrolment=enrolment, decided_on=TODAY, why="Moved away", at=NOON)
    with pytest.raises(IntegrityError, match="dtc_offer_enrolled_once"):
        admitted(tess, participant, offer_id=offer.pk)


def test_a_felony_sale_is_an_exception_with_approver_and_reason(tess, within):
    for said in ({}, {"approved_by": "Judge Marlowe"}, {"exception_reason": "First sale, own use"}):
        with pytest.raises(IntegrityError, match="dtc_exception_is_approved"):
            enrolled(tess, offence="felony_sale", **said)
    whole = {"approved_by": "Judge Marlowe", "exception_reason": "First sale, own use"}
    assert enrolled(tess, offence="felony_sale", **whole).is_exception
    assert AuditEntry.objects.filter(verb="dtc.enrol_participant", outcome="refused").count() == 3
    assert AuditEntry.objects.filter(verb="dtc.enrol_participant", outcome="done").count() == 1


def test_whoever_left_is_admitted_again_on_the_same_file(tess, bexley):
    services.withdraw_participant(by=tess, enrolment=bexley, decided_on=day(20), why="Moved away", at=noon(20))
    with pytest.raises(RuleBroken, match="The last admission ended on 21 Jan 2026"):
        enrolled(tess, enrolled_on=day(10), at=noon(40))
    again = enrolled(tess, enrolled_on=day(40), at=noon(40))
    assert (again.participant_id, Participant.objects.count()) == (bexley.participant_id, 1)
    assert [each.started_on for each in again.attempts.all()] == [day(40)]
    assert Enrolment.objects.latest().get() == again


def test_a_file_is_changed_and_never_into_somebody_elses(tess, bexley):
    participant, seen = bexley.participant, version(bexley.participant, Participant.CORRECTED)
    now = {"last_name": "Bexley", "first_name": "Shawna", "born_on": participant.born_on, "phone": "", "speaks": "es"}

    def changed(**facts):
        given = {"participant": participant, "seen": seen, "at": NOON}
        return services.change_participant(by=tess, **given, **{**now, **facts})

    assert changed(phone="802-555-0117").phone == "802-555-0117"
    with pytest.raises(ChangedMeanwhile):
        changed(last_name="Bexley-Moss")
    seen = version(participant, Participant.CORRECTED)
    calder = opened(tess, last_name="Calder")
    with pytest.raises(RuleBroken, match="has a file already; open that one"):
        changed(last_name="calder", first_name="cody", born_on=calder.born_on)
    with pytest.raises(RuleBroken, match="A birth date lies behind us"):
        changed(born_on=TODAY + DAY)
    assert AuditEntry.objects.filter(verb="dtc.change_participant", outcome="done").count() == 1


def test_who_waits_is_told_what_is_lacking(client, tess, offer, django_assert_num_queries):
    client.force_login(tess)
    page = client.get(address("view_admissions"))
    assert "A file, a consent to the court" in page.text
    form = client.get(f"{address('open_file')}?offer={offer.pk}").context["form"]
    assert (form["last_name"].value(), form["date_of_birth"].value(), form["offer_id"].value()) == (
        "Farrow", BORN, str(offer.pk),
    )  # fmt: skip
    said = {"last_name": "Farrow", "first_name": "Cody", "date_of_birth": BORN, "speaks": "en", "offer_id": offer.pk}
    page = client.post(address("open_file"), said, follow=True)
    assert "No consent to the court is in force" in page.text
    assert "has a file here since" in client.post(address("open_file"), said, follow=True).text
    with treatment():
        participant = Participant.objects.get()
        opened(tess, last_name="Calder")
        with django_assert_num_queries(6) as few:
            rows = waiting(tess, NOON)
        assert [(row.name, row.lacking, row.next_step) for row in rows] == [
            ("Cody Calder", ["a consent to the court", "the court’s docket number"], "record_consent"),
            ("Cody Farrow", ["a consent to the court"], "record_consent"),
        ]  # fmt: skip
        consented(participant, tess, is_to_court=True)
        for number in range(3):
            opened(tess, last_name=f"Reyes{number}")
        with django_assert_num_queries(len(few)):
            assert {row.next_step for row in waiting(tess, NOON)} == {"record_consent", "enrol_participant"}
    key = {"participant_id": participant.pk}
    form = client.get(address("enrol_participant", **key)).context["form"]
    assert form["offer_id"].value() == str(offer.pk)
    said = {"offer_id": offer.pk, "offence": "possession", "enrolled_on": TODAY}
    assert "Enrolled; phase one begins." in client.post(address("enrol_participant", **key), said, follow=True).text
    assert "Farrow" not in client.get(address("view_admissions")).text
    assert "Nobody of that name waits" in client.get(f"{address('view_admissions')}?q=farrow").text
    assert "Calder" in client.get(f"{address('view_admissions')}?q=calder").text
    waits = client.get(reverse("api:callins:dtc:view_admissions")).json()["waiting"]
    assert {row["participant"]["last_name"] for row in waits} == {"Calder", "Reyes0", "Reyes1", "Reyes2"}


@pytest.mark.parametrize("who", ["ray", "otis", "pat"])
def test_to_the_police_there_are_no_admissions(client, request, offer, who):
    client.force_login(request.getfixturevalue(who))
    key = {"participant_id": uuid4()}
    for page in (
        address("view_admissions"), address("open_file"), f"{address('open_file')}?offer={offer.pk}",
        address("enrol_participant", **key), address("change_participant", **key),
    ):  # fmt: skip
        assert client.get(page).status_code == client.post(page).status_code == 404
