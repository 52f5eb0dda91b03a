"""What treatment court reads of the police side: accepted offers, visits, arrests. Nothing is written there."""

from datetime import date
from uuid import uuid4

import pytest

from callins import services as calling
from callins.dtc import inward
from callins.models import Offer, OfferCondition
from dealers import services as dealing
from dealers.cases.models import Charge, Prosecution
from dealers.models import Phone
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from tests.callins.made import held, invited, planned
from tests.callins.visited import DAY, HOUR, MONDAY, scheduled, visited
from tests.conftest import NOON, TODAY, officer
from tests.dtc.enrolled import enrolled

EVENING = NOON - 7 * DAY


@pytest.fixture
def cora(task_force):
    return officer("q1", Role.COORDINATOR, full_name="Cora Whitfield")


@pytest.fixture
def liv(task_force):
    return officer("v1", Role.LIAISON, full_name="Liv Tanner", rank="Ofc.", phone="802-555-0133")


def accepted(cora, market, dealer, *, sends_here=False, starts_at=EVENING, outcome="attended", **facts):
    """Treatment offered at a call-in that was held; on a plea by its condition alone."""
    call_in = held(planned(cora, market, starts_at=starts_at))
    invitation = invited(call_in, dealer, outcome=outcome, prosecution=facts.pop("prosecution", None))
    said = {"state": "accepted", "answered_at": starts_at, "services": [] if sends_here else ["treatment"]} | facts
    offer = Offer.objects.create(invitation=invitation, by=cora, at=starts_at, **said)
    if sends_here:
        OfferCondition.objects.create(offer=offer, number=1, kind="treatment_court", text="180 days")
    return offer


def charged(dealer, by):
    prosecution = Prosecution.objects.create(
        dealer=dealer, court="state", court_name="Otter County Superior", docket="26-CR-0741",
        arresting_agency="Otter Falls", arrested_on=EVENING.date(), by=by, at=NOON,
    )  # fmt: skip
    Charge.objects.create(prosecution=prosecution, offence="possession", offence_on=EVENING.date())
    return prosecution


def participant_of(tess, dealer, **facts):
    with treatment():
        participant = enrolled(tess, **facts).participant
        participant.dealer_id = dealer.pk
        participant.save()
    return participant


def test_an_accepted_offer_tells_who_it_is_and_what_the_court_knows(cora, west_end, farrow, ray, tess):
    Phone.objects.create(dealer=farrow, number="+18025550142", by=ray, at=NOON)
    offer = accepted(cora, west_end, farrow, prosecution=charged(farrow, ray))
    with treatment():
        [told] = inward.accepted_offers()
        assert told == inward.accepted_offer(offer.pk)
    assert (told.dealer_id, told.name, told.date_of_birth) == (farrow.pk, str(farrow), farrow.date_of_birth)
    assert (told.phone, told.docket, told.called_in_on) == ("802-555-0142", "26-CR-0741", EVENING.date())
    assert told.charges
    assert not told.is_enrolled_on


def test_only_what_sends_somebody_here_is_an_offer_of_treatment(
    cora, west_end, farrow, whitlow, django_assert_num_queries
):
    by_condition = accepted(cora, west_end, farrow, sends_here=True, pending_count="Sale of heroin")
    accepted(cora, west_end, whitlow, starts_at=EVENING - DAY, services=["housing"])
    accepted(cora, west_end, whitlow, starts_at=EVENING - 2 * DAY, state="declined")
    accepted(cora, west_end, whitlow, starts_at=EVENING - 3 * DAY, outcome="no_show")
    with treatment():
        with django_assert_num_queries(2) as few:  # no prosecution, no charges asked for
            [told] = inward.accepted_offers()
        assert (told.id, told.charges, told.docket) == (by_condition.pk, "Sale of heroin", "")
        assert inward.accepted_offer(uuid4()) is None
        accepted(cora, west_end, whitlow, starts_at=EVENING - 4 * DAY)
        with django_assert_num_queries(len(few)):
            assert len(inward.accepted_offers()) == 2


def test_visits_are_told_without_what_was_found_at_the_door(
    sal, liv, tess, farrow, whitlow, django_assert_max_num_queries
):
    schedule = scheduled(sal, farrow, liv, times_a_week=4)
    visited(liv, schedule, at=NOON, wellbeing="unsure")
    calling.log_no_answer(by=liv, schedule=schedule, at=NOON - 3 * HOUR)
    participant = participant_of(tess, farrow)
    with treatment():
        with django_assert_max_num_queries(2):
            seen = inward.check_ins_of(participant, MONDAY)
        assert [(each.on, each.is_met, each.wellbeing) for each in seen] == [
            (TODAY, True, "Not sure"), (TODAY, False, ""),
        ]  # fmt: skip
        assert {each.officer for each in seen} == {"Ofc. Liv Tanner"}
        assert inward.times_a_week(participant) == 4
        assert inward.check_ins_of(participant, TODAY + DAY) == []
    calling.end_check_ins(by=sal, schedule=schedule, until_on=TODAY, at=NOON)
    stranger = participant_of(tess, whitlow, last_name="Calder")
    with treatment():
        assert inward.times_a_week(participant) is None
        assert (inward.check_ins_of(stranger, MONDAY), inward.times_a_week(stranger)) == ([], None)
        stranger.dealer_id = None
        assert (inward.check_ins_of(stranger, MONDAY), inward.times_a_week(stranger)) == ([], None)


def test_who_was_merged_is_followed_to_where_the_record_went(cora, sal, liv, tess, ray, west_end, farrow, whitlow):
    """The file names the record that went up in another; the visits and arrests stand at the other."""
    visited(liv, scheduled(sal, farrow, liv))
    offer = accepted(cora, west_end, farrow)
    arrested(offer.invitation, cora, EVENING.date() + 3 * DAY)
    participant = participant_of(tess, whitlow)
    with treatment():
        assert inward.arrests_of([whitlow.pk]) == {}
    dealing.merge_dealers(by=sal, dealer=farrow, other=whitlow, because="Same phone", at=NOON)
    with treatment():
        assert len(inward.check_ins_of(participant, MONDAY)) == 1
        assert inward.times_a_week(participant) == 3
        on = EVENING.date() + 3 * DAY
        assert inward.arrests_of([whitlow.pk, farrow.pk, None, uuid4()]) == {whitlow.pk: [on], farrow.pk: [on]}


def arrested(invitation, by, on):
    invitation.rearrests.create(
        arrested_on=on, offence="Sale of cocaine", is_dealing=True, source="26-1204", by=by, at=NOON
    )


def test_whose_record_was_purged_stays_on_file_and_nothing_more_is_seen(tess, farrow, west_end):
    participant = participant_of(tess, farrow)
    with treatment():
        participant.dealer_id = uuid4()  # as a purge leaves it
        participant.save()
        assert inward.check_ins_of(participant, MONDAY) == []
        assert inward.arrests_of([participant.dealer_id]) == {}
        assert inward.offers_of(participant) == []


def test_an_offer_is_known_by_name_and_birth_date_where_the_file_names_no_record(cora, west_end, farrow, tess):
    farrow.date_of_birth = date(1990, 4, 1)
    farrow.save()
    offer = accepted(cora, west_end, farrow)
    with treatment():
        told = inward.accepted_offer(offer.pk)
        by_hand = enrolled(tess, last_name="FARROW", first_name="Cody", date_of_birth=date(1990, 4, 1)).participant
        assert by_hand.dealer_id is None
        assert inward.is_made_to(told, by_hand)
        assert inward.offers_of(by_hand) == [told]
        by_hand.born_on = date(1990, 4, 2)
        assert not inward.is_made_to(told, by_hand)
        assert inward.offers_of(by_hand) == []
        by_hand.dealer_id = farrow.pk
        assert inward.offers_of(by_hand) == [told]
