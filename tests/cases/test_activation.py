"""Approval, banking, activation, charge: who decides, what is measured, and that nobody is late."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealers.cases import services
from dealers.cases.models import Case, Trigger, Waiver
from dealers.cases.states import BY_VERB, State
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.made import BUSTED_AT, at_of, brought_to, built, buy_of, draft_of
from tests.conftest import NOON, TODAY

BROKEN = {"kind": "buy", "happened_at": BUSTED_AT, "words": "Sold again at Alder Plaza."}
FILED = {"commenced_by": "Information filed", "commenced_on": BUSTED_AT.date()}


def waive(case, by, **said):
    facts = {"signed_on": TODAY, "until_on": date(2035, 1, 1), "is_signed_by_defendant": True, "is_consented": True}
    return services.record_waiver(by=by, case=case, at=NOON, **{**facts, **said})


def late(case):
    """As if its counts were of long ago."""
    case.counts.update(offence_on=date(2023, 1, 2))
    case.refresh_from_db()
    case.wind()
    case.save()
    return case


# Approval


def test_who_approves_is_the_prosecutor(case, cast, lou):
    brought_to("prosecutor_review", case, cast)
    assert services.approve_case(by=lou, case=case, at=NOON).prosecutor == lou


def test_without_a_positive_lab_only_a_written_reason_approves(farrow, ray, west_end, cast, pru):
    case = built(farrow, ray, west_end, is_positive=False)
    brought_to("prosecutor_review", case, cast)
    with pytest.raises(RuleBroken, match="No positive result of the laboratory"):
        services.approve_case(by=pru, case=case, at=NOON)
    done = services.approve_case(by=pru, case=case, without_lab="Recorded offer of heroin.", at=NOON)
    assert done.approved_without_lab == "Recorded offer of heroin."


def test_two_prosecutors_at_once_the_second_is_told(case, cast, pru, lou):
    brought_to("prosecutor_review", case, cast)
    second = Case.objects.get(pk=case.pk)
    services.approve_case(by=pru, case=case, at=NOON)
    with pytest.raises(RuleBroken, match="is “Approved” now, by Pru Castellan on 3 Mar 2026"):
        services.decline_case(by=lou, case=second, because="Entrapment.", at=NOON)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_prosecutors_in_the_same_second_one_decides(case, cast, pru, lou):
    brought_to("prosecutor_review", case, cast)
    begin = Barrier(2)

    def decide(by, service, **said):
        try:
            begin.wait(10)
            return service(by=by, case=Case.objects.get(pk=case.pk), at=NOON, **said).state
        except RuleBroken as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        first = hands.submit(decide, pru, services.approve_case)
        second = hands.submit(decide, lou, services.decline_case, because="Entrapment.")
        said = {first.result(30), second.result(30)}
    assert len(said & {"approved", "declined"}) == 1
    assert any("Reload the page" in each for each in said)
    assert case.steps.filter(source="prosecutor_review").count() == 1


def test_it_is_not_banked_when_the_limitation_is_past(case, cast, sal):
    late(brought_to("approved", case, cast))
    with pytest.raises(RuleBroken, match="The last day is 2 Jan 2026"):
        services.bank_case(by=sal, case=case, at=NOON)


def test_on_its_last_day_a_case_is_still_approved_for_the_charge_but_not_banked(case, cast, pru, sal):
    """The last day counts: what is filed on it is in time."""
    brought_to("prosecutor_review", case, cast)
    last = NOON.replace(year=2029, month=2, day=2)
    with pytest.raises(RuleBroken, match="ran out on 2 Feb 2029"):
        services.approve_case(by=pru, case=case, at=last + timedelta(days=1))
    services.approve_case(by=pru, case=case, at=last)
    with pytest.raises(RuleBroken, match="The last day is 2 Feb 2029"):
        services.bank_case(by=sal, case=case, at=last)
    assert services.charge_case(by=pru, case=case, at=last, **FILED).state == "charged"


def test_what_was_added_in_review_passes_the_checklist_too(case, cast, ray, pru, farrow, west_end):
    brought_to("prosecutor_review", case, cast)
    at_home = buy_of(farrow, ray, west_end, is_in_a_home=True, report_number="26-0742")
    services.add_count(by=ray, case=case, offence="sale_fentanyl", buy=at_home, at=NOON)
    with pytest.raises(RuleBroken, match="Buy 26-0742: In a home one party's consent is not enough"):
        services.approve_case(by=pru, case=case, at=NOON)


# Activation


def test_who_asked_does_not_decide(case, cast, sal, sue):
    brought_to("banked", case, cast)
    services.request_activation(by=sal, case=case, at=BUSTED_AT, **BROKEN)
    for service, said in ((services.activate_case, {}), (services.refuse_activation, {"because": "No."})):
        with pytest.raises(RuleBroken, match="somebody else decides"):
            service(by=sal, case=case, at=BUSTED_AT, **said)
    assert services.activate_case(by=sue, case=case, at=BUSTED_AT).state == "activated"


def test_the_database_knows_that_two_people_decide(case, cast):
    brought_to("activation_requested", case, cast)
    with pytest.raises(IntegrityError):
        Trigger.objects.update(decided_by=Trigger.objects.get().requested_by)


@pytest.mark.parametrize(
    ("happened_at", "why"),
    [
        (BUSTED_AT + timedelta(hours=1), "not happened yet"),
        (NOON - timedelta(days=2), "banked since 3 Mar 2026"),
        (datetime.fromisoformat("0001-01-01T00:00+14:00"), "before 1900"),  # in UTC it has no year
    ],
)
def test_a_trigger_lies_between_banking_and_now(happened_at, why, case, cast, ray):
    brought_to("banked", case, cast)
    with pytest.raises((RuleBroken, ValidationError), match=why):
        services.request_activation(by=ray, case=case, at=BUSTED_AT, **{**BROKEN, "happened_at": happened_at})
    assert not Trigger.objects.exists()


def test_hours_are_measured_from_the_trigger(case, cast, ray):
    brought_to("activated", case, cast)
    arrested_at = BUSTED_AT + timedelta(hours=5, minutes=30)
    services.record_activation_arrest(by=ray, case=case, arrested_at=arrested_at, at=arrested_at)
    trigger = Trigger.objects.get()
    assert (trigger.hours_to_decision, trigger.hours_to_arrest) == (2.0, 5.5)
    with pytest.raises(RuleBroken, match="is on record already"):
        services.record_activation_arrest(by=ray, case=case, arrested_at=arrested_at, at=arrested_at)


def test_an_arrest_is_of_an_activation_and_after_its_trigger(case, cast, ray, otis):
    brought_to("banked", case, cast)
    with pytest.raises(RuleBroken, match="was not activated"):
        services.record_activation_arrest(by=ray, case=case, arrested_at=NOON, at=NOON)
    brought_to("activated", case, cast)
    with pytest.raises(RuleBroken, match="between the trigger and now"):
        services.record_activation_arrest(by=ray, case=case, arrested_at=NOON, at=at_of("activated"))
    with pytest.raises(Http404):
        services.record_activation_arrest(by=otis, case=case, arrested_at=NOON, at=NOON)


def test_a_refused_request_leaves_it_banked_and_may_be_asked_again(case, cast, sue, ray):
    brought_to("activation_requested", case, cast)
    done = services.refuse_activation(by=sue, case=case, because="Another man.", at=BUSTED_AT + timedelta(hours=2))
    assert (done.state, Trigger.objects.get().is_granted) == ("banked", False)
    services.request_activation(by=ray, case=case, at=BUSTED_AT + timedelta(days=1), **BROKEN)
    assert Trigger.objects.count() == 2


def test_in_the_last_days_only_the_prosecutors_word_activates(case, cast, sue, pru):
    brought_to("activation_requested", case, cast)
    at = BUSTED_AT.replace(year=case.commence_by.year, month=1, day=case.commence_by.day + 3)
    with pytest.raises(RuleBroken, match="only a prosecutor can activate it now"):
        services.activate_case(by=sue, case=case, vouched_for_time="Plenty.", at=at)
    with pytest.raises(RuleBroken, match="give your word that there is still time"):
        services.activate_case(by=pru, case=case, at=at)
    services.activate_case(by=pru, case=case, vouched_for_time="The information is drafted.", at=at)
    assert Trigger.objects.get().vouched_for_time == "The information is drafted."


def test_past_the_limitation_nothing_activates(case, cast, pru):
    brought_to("activation_requested", case, cast)
    with pytest.raises(RuleBroken, match="too late to activate"):
        services.activate_case(by=pru, case=case, vouched_for_time="Time.", at=BUSTED_AT + timedelta(days=1200))


# Charge and waiver


def test_the_last_day_is_not_too_late_and_the_next_is(case, cast, pru):
    brought_to("activated", case, cast)
    last = case.limit_of_counts
    at = BUSTED_AT.replace(year=last.year, month=last.month, day=last.day) + timedelta(days=1)
    with pytest.raises(RuleBroken, match=f"ran out on {last:%-d %b %Y} and a late prosecution is void"):
        services.charge_case(by=pru, case=case, at=at, **{**FILED, "commenced_on": last + timedelta(days=1)})
    done = services.charge_case(by=pru, case=case, at=at, docket="26-CR-9", **{**FILED, "commenced_on": last})
    assert (done.state, done.commenced_on, done.commenced_by) == ("charged", last, "Information filed")


def test_a_waiver_opens_the_days_it_covers(case, cast, pru):
    late(brought_to("approved", case, cast))
    with pytest.raises(RuleBroken, match="a late prosecution is void"):
        services.charge_case(by=pru, case=case, at=BUSTED_AT, **FILED)
    waive(case, pru, until_on=BUSTED_AT.date())
    assert services.charge_case(by=pru, case=case, at=BUSTED_AT, **FILED).state == "charged"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"is_consented": False}, "needs the prosecution’s consent"),
        ({"is_signed_by_defendant": False}, "that the defendant signed"),
        ({"signed_on": TODAY + timedelta(days=1)}, "not signed yet"),
    ],
)
def test_a_waiver_that_lacks_something_is_none(said, why, case, pru):
    with pytest.raises(RuleBroken, match=why):
        waive(case, pru, **said)
    assert not Waiver.objects.exists()


def test_a_waiver_is_the_prosecutors_to_record_and_reaches_further(case, cast, ray, pru, otis):
    with pytest.raises(PermissionDenied):
        waive(case, ray)
    with pytest.raises(IntegrityError):
        waive(case, pru, until_on=TODAY)
    brought_to("declined", case, cast)
    with pytest.raises(RuleBroken, match="changes nothing any more"):
        waive(case, pru)
    assert {line.outcome for line in AuditEntry.objects.filter(verb="cases.record_waiver")} == {"forbidden", "refused"}


def test_a_charge_is_neither_ahead_nor_before_the_offence(case, cast, pru):
    brought_to("activated", case, cast)
    with pytest.raises(RuleBroken, match="still to come"):
        services.charge_case(by=pru, case=case, at=BUSTED_AT, **{**FILED, "commenced_on": date(2026, 5, 5)})
    with pytest.raises(RuleBroken, match="An offence lies after this day"):
        services.charge_case(by=pru, case=case, at=BUSTED_AT, **{**FILED, "commenced_on": date(2026, 1, 5)})
    assert Case.objects.get(pk=case.pk).state == "activated"


# No path leads around it

STEPS = st.lists(
    st.tuples(
        st.sampled_from([*sorted(BY_VERB), "record_waiver"]), st.sampled_from(["ray", "sal", "sue", "pru", "clock"]),
        st.integers(0, 1500),
    ),
    min_size=4, max_size=14,
)  # fmt: skip
ALONG = ["mark_evidence_ready", "submit_to_prosecutor", "approve_case", "bank_case", "request_activation"]


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(begin=st.integers(0, len(ALONG)), steps=STEPS)
def test_no_path_activates_or_charges_what_must_not_be(begin, steps, farrow, west_end, ray, sal, sue, pru, clock):
    people = {"ray": ray, "sal": sal, "sue": sue, "pru": pru, "clock": clock}
    case = built(farrow, ray, west_end, report_number=f"26-{Case.objects.count()}")
    by_default = [(verb, name, 0) for verb in ALONG[:begin] for name in ("ray", "sal", "pru")]
    days = 0
    for verb, name, gap in by_default + sorted(steps, key=lambda step: step[2]):
        days = max(days, gap)
        try_step(verb, case, people[name], NOON + timedelta(days=days))
    keeps_the_promise(case)


def try_step(verb, case, by, at):
    said = {
        "return_case": {"because": "More."}, "decline_case": {"because": "No."}, "release_case": {"because": "Kept."},
        "refuse_activation": {"because": "No."}, "dispose_case": {"outcome": "X"}, "convert_to_plea": {"outcome": "X"},
        "request_activation": {"kind": "buy", "happened_at": at, "words": "Sold."},
        "charge_case": {"commenced_by": "Information", "commenced_on": at.date()},
        "activate_case": {"vouched_for_time": "Time."},
        "record_waiver": {
            "signed_on": at.date(), "until_on": at.date() + timedelta(days=90), "is_signed_by_defendant": True,
            "is_consented": True,
        },
    }.get(verb, {})  # fmt: skip
    try:
        getattr(services, verb)(by=by, case=Case.objects.get(pk=case.pk), at=at, **said)
    except (RuleBroken, PermissionDenied):
        return


def keeps_the_promise(case):
    """Activated: approved before, with a trigger, by two people. Charged: in time, or waived for that day."""
    case = Case.objects.get(pk=case.pk)
    steps = list(case.steps.all())
    for place, step in enumerate(steps):
        before = {each.verb for each in steps[:place]}
        if step.target == State.ACTIVATED:
            trigger = case.triggers.get(is_granted=True)
            assert {"approve_case", "bank_case", "request_activation"} <= before
            assert trigger.requested_by_id != trigger.decided_by_id
        if step.target == State.CHARGED:
            assert "approve_case" in before
            assert case.prosecutor is not None
            waived = [
                waiver for waiver in case.waivers.all() if waiver.signed_on <= case.commenced_on <= waiver.until_on
            ]
            assert case.commenced_on <= case.limit_of_counts or waived


def test_otis_reaches_neither_approval_nor_waiver(case, otis):
    with pytest.raises(PermissionDenied):
        waive(case, otis)
    with pytest.raises(Http404):
        services.mark_evidence_ready(by=otis, case=case, at=NOON)


def test_a_case_without_buys_needs_an_exhibit(farrow, ray, west_end):
    case = draft_of(farrow, ray, west_end, basis="seizure")
    services.add_count(by=ray, case=case, offence="possession", offence_on=TODAY, at=NOON)
    with pytest.raises(RuleBroken, match="Add an exhibit of the seizure"):
        services.mark_evidence_ready(by=ray, case=case, at=NOON)


def test_a_case_that_lacks_something_says_all_of_it(farrow, ray, west_end):
    case = built(farrow, ray, west_end, is_in_a_home=True, deconfliction_number="")
    with pytest.raises(RuleBroken, match=r"deconfliction number.*In a home one party's consent is not enough"):
        services.mark_evidence_ready(by=ray, case=case, at=NOON)
