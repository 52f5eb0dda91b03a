"""Every transition from every state by every role: what the table names is done, everything else is refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dealers.cases import services
from dealers.cases.guards import GUARDS
from dealers.cases.models import Case, Step
from dealers.cases.states import BY_VERB, FINAL, NEXT, TRANSITIONS, State
from dmi.accounts.roles import MAY, Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.cases.made import BUSTED_AT, LONG_AFTER, at_of, brought_to
from tests.conftest import TODAY, officer

SAID = {
    "submit_to_prosecutor": {}, "mark_evidence_ready": {}, "approve_case": {}, "bank_case": {}, "activate_case": {},
    "return_case": {"because": "Name the second officer."}, "decline_case": {"because": "Entrapment."},
    "request_activation": {"kind": "arrest", "happened_at": BUSTED_AT, "words": "Arrested with 20 bags."},
    "refuse_activation": {"because": "Another man."}, "release_case": {"because": "Two years without an entry."},
    "charge_case": {"commenced_by": "Information filed", "commenced_on": BUSTED_AT.date()},
    "dispose_case": {"outcome": "Acquitted"}, "convert_to_plea": {"outcome": "Pleads to one count"}, "expire_case": {},
}  # fmt: skip
WAYS = [(way.verb, source) for way in TRANSITIONS for source in way.sources]


def when(verb, state):
    """Late enough for the act to be possible from that state."""
    return LONG_AFTER if verb == "expire_case" else max(at_of(state), BUSTED_AT) + timedelta(hours=5)


def try_it(verb, case, by, state):
    return getattr(services, verb)(by=by, case=case, at=when(verb, state), **SAID[verb])


@pytest.fixture
def of_role(sal, west_end, clock):
    def made(role):
        if role == Role.CLOCK:
            return clock
        person = officer(f"x-{role}", role)
        if person.has_perm("markets.view_market"):
            places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
        return person

    return made


@pytest.mark.parametrize(("verb", "state"), WAYS)
def test_what_the_table_names_is_done(verb, state, case, cast, of_role):
    brought_to(state, case, cast)
    by = of_role(next(role for role in Role if f"cases.{verb}" in MAY[role]))
    done = try_it(verb, case, by, state)
    assert (done.state, done.next_step) == (BY_VERB[verb].target, NEXT.get(BY_VERB[verb].target, ""))
    last = case.steps.last()
    assert (last.verb, last.source, last.target, last.by) == (verb, state, done.state, by)


@pytest.mark.parametrize("state", State)
def test_nothing_else_is_done_from_any_state(state, case, cast, of_role):
    brought_to(state, case, cast)
    before = Step.objects.filter(case=case).count()
    people = {role: of_role(role) for role in Role if any(f"cases.{verb}" in MAY[role] for verb in BY_VERB)}
    for verb in BY_VERB:
        if state not in BY_VERB[verb].sources:
            for by in (each for role, each in people.items() if f"cases.{verb}" in MAY[role]):
                with pytest.raises(RuleBroken, match="this is done only from"):
                    try_it(verb, case, by, state)
    assert Step.objects.filter(case=case).count() == before
    assert Case.objects.get(pk=case.pk).state == state


@pytest.mark.parametrize("role", Role)
def test_every_transition_is_refused_to_every_role_that_the_table_does_not_name(role, case, of_role):
    by = of_role(role)
    for verb in BY_VERB:
        if not by.has_perm(f"cases.{verb}"):
            with pytest.raises(PermissionDenied):
                try_it(verb, case, by, case.state)
            assert AuditEntry.objects.filter(verb=f"cases.{verb}", outcome="forbidden", by=by.pk).count() == 1
    assert not Step.objects.exists()


@pytest.mark.parametrize("verb", sorted(BY_VERB))
def test_otis_moves_nothing(verb, case, sue, ferry):
    role = next(role for role in Role if f"cases.{verb}" in MAY[role])
    if role == Role.CLOCK:
        return  # the clock works every market
    stranger = officer("s1", role)
    places.assign_officer(by=sue, market=ferry, officer=stranger, on=TODAY)
    with pytest.raises(Http404):
        try_it(verb, case, stranger, case.state)
    [line] = AuditEntry.objects.filter(verb=f"cases.{verb}")
    assert line.outcome == "absent"


@pytest.mark.parametrize("verb", sorted(BY_VERB))
def test_the_trail_has_one_line_without_a_word_of_the_case(verb, case, cast, of_role):
    state = BY_VERB[verb].sources[0]
    brought_to(state, case, cast)
    by = of_role(next(role for role in Role if f"cases.{verb}" in MAY[role]))
    try_it(verb, case, by, state)
    [line] = AuditEntry.objects.filter(verb=f"cases.{verb}", by=by.pk)
    assert (line.outcome, line.record) == ("done", f"cases.case:{case.pk}")
    assert not {str(each) for each in SAID[verb].values() if isinstance(each, str)} & set(line.others.values())


def test_every_guard_is_answered_in_words():
    named = {name for way in TRANSITIONS for name in way.guards}
    assert named == set(GUARDS)
    assert all(guard.__doc__.strip().endswith(".") for guard in GUARDS.values())


def test_every_state_is_reached_and_the_last_ones_lead_nowhere():
    assert {way.target for way in TRANSITIONS} | {State.DRAFT} == set(State)
    assert set(Case.ENDED) == set(FINAL)
    assert set(NEXT) == set(State) - FINAL - {State.DRAFT}


def test_every_transition_is_a_service_somebody_may():
    for verb in BY_VERB:
        assert getattr(services, verb).verb == f"cases.{verb}"
        assert any(f"cases.{verb}" in MAY[role] for role in Role)
