"""What all verbs on facts have in common: log_alias, log_birth_date, log_address, log_phone, log_vehicle, log_handle,
log_influential; correct_alias, correct_birth_date, correct_address, correct_phone, correct_vehicle, correct_handle,
correct_influential, correct_involvement, correct_caution, correct_photo, correct_supervision."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import search, services
from dealers.models.kinds import KINDS
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.facts import CORRECT, FACTS, correct, log, log_caution
from tests.dealers.supervised import supervision_of
from tests.dealers.test_add_photo import picture

LATER = NOON + timedelta(days=1)
CHANGED = {
    "alias": {"name": "Koop"},
    "birth_date": {"day": 6},
    "address": {"line": "43 Cutler Street"},
    "phone": {"number": "802-555-0143"},
    "vehicle": {"plate": "KTR 4477"},
    "handle": {"name": "scooter.cody"},
    "influential": {"willing": "no"},
    "involvement": {"role": "connector"},
    "caution": {"noted_on": date(2026, 2, 1)},
    "photo": {"taken_on": date(2026, 2, 1)},
    "supervision": {"supervising_officer": "Off. June Sallow"},
}
LASTING = ("address", "phone", "vehicle", "handle")


def one(kind, by, dealer):
    """A fact of this kind on record."""
    if kind == "involvement":
        return dealer.involvements.get()
    if kind == "caution":
        return log_caution(by, dealer)
    if kind == "photo":
        return services.add_photo(by=by, dealer=dealer, photo=picture(), taken_on=TODAY, at=NOON)
    if kind == "supervision":
        return supervision_of(dealer, by)
    return log(kind, by, dealer)


@pytest.mark.parametrize("kind", FACTS)
def test_a_fact_carries_its_source_its_grade_who_and_when(ray, farrow, kind):
    fact = log(kind, ray, farrow)
    assert (fact.source, fact.grade, fact.by, fact.at) == ("26-0411", "B2", ray, NOON)
    assert list(KINDS[kind].model.objects.visible_to(ray).standing().of(farrow).filter(pk=fact.pk)) == [fact]


@pytest.mark.parametrize("kind", [kind for kind in FACTS if kind != "vehicle"])
def test_the_same_is_not_logged_twice(ray, farrow, kind):
    log(kind, ray, farrow)
    with pytest.raises(IntegrityError):
        log(kind, ray, farrow)


@pytest.mark.parametrize("kind", FACTS)
def test_otis_logs_nothing_of_farrow_and_tess_nothing_at_all(otis, tess, farrow, kind):
    with pytest.raises(Http404):
        log(kind, otis, farrow)
    with pytest.raises(PermissionDenied):
        log(kind, tess, farrow)
    outcomes = AuditEntry.objects.filter(verb=f"dealers.log_{kind}").values_list("outcome", flat=True)
    assert sorted(outcomes) == ["absent", "forbidden"]


@pytest.mark.parametrize("kind", FACTS)
def test_the_trail_has_one_line_of_a_fact_logged_and_none_of_its_words(ray, farrow, kind):
    fact = log(kind, ray, farrow)
    [line] = AuditEntry.objects.filter(verb=f"dealers.log_{kind}")
    assert line.record == f"{fact._meta.label_lower}:{fact.pk}"
    assert line.others["dealer"] == f"dealers.dealer:{farrow.pk}"
    assert all(str(said) not in str(line.others) for said in FACTS[kind].values() if len(str(said)) > 4)


@pytest.mark.parametrize("kind", CORRECT)
def test_what_is_corrected_stays_in_the_history(ray, sal, farrow, kind):
    fact = one(kind, ray, farrow)
    [name] = CHANGED[kind]
    before = getattr(fact, name)
    after = getattr(correct(kind, sal, fact, at=LATER, **CHANGED[kind]), name)
    assert after != before
    fact.refresh_from_db()
    assert (getattr(fact, name), fact.by, fact.at) == (after, sal, LATER)
    events = type(fact).pgh_event_model.objects.filter(pgh_obj=fact).order_by("pgh_id")
    assert [getattr(event, name) for event in events][-2:] == [before, after]
    assert events.last().pgh_context == {"by": str(sal.pk), "verb": f"dealers.correct_{kind}"}


@pytest.mark.parametrize("kind", CORRECT)
def test_who_saves_without_a_change_stands_for_nothing(ray, sal, farrow, kind):
    fact = one(kind, ray, farrow)
    assert correct(kind, sal, fact, at=LATER).by == ray


@pytest.mark.parametrize("kind", CORRECT)
def test_otis_corrects_nothing_and_the_trail_says_so(otis, ray, farrow, kind):
    fact = one(kind, ray, farrow)
    with pytest.raises(Http404):
        correct(kind, otis, fact, **CHANGED[kind])
    [line] = AuditEntry.objects.filter(verb=f"dealers.correct_{kind}")
    assert (line.outcome, line.badge) == ("absent", "119")


@pytest.mark.parametrize("kind", CORRECT)
def test_the_trail_has_one_line_of_a_correction(ray, farrow, kind):
    fact = one(kind, ray, farrow)
    correct(kind, ray, fact, **CHANGED[kind])
    [line] = AuditEntry.objects.filter(verb=f"dealers.correct_{kind}")
    assert (line.outcome, line.record) == ("done", f"{fact._meta.label_lower}:{fact.pk}")
    assert (line.others["dealer"], line.others[kind]) == (f"dealers.dealer:{farrow.pk}", line.record)


@pytest.mark.parametrize("kind", sorted(set(CORRECT) - {"involvement"}))  # without it nobody would see the dealer
def test_what_was_withdrawn_meanwhile_is_not_corrected(ray, sal, farrow, kind):
    fact = one(kind, ray, farrow)
    type(fact).objects.filter(pk=fact.pk).update(withdrawn_at=NOON, withdrawn_because="Another Farrow.")
    with pytest.raises(RuleBroken, match="withdrawn on 3 March 2026: “Another Farrow"):
        correct(kind, ray, fact, **CHANGED[kind])


def test_a_fact_is_corrected_only_as_that_of_its_own_dealer(ray, farrow, whitlow):
    fact = log("phone", ray, farrow)
    fact.dealer = whitlow
    with pytest.raises(Http404):
        correct("phone", ray, fact, number="802-555-0143")


@pytest.mark.parametrize("kind", LASTING)
def test_what_is_over_ends_and_is_no_mistake(ray, farrow, kind):
    fact = log(kind, ray, farrow)
    correct(kind, ray, fact, until_on=date(2026, 2, 27))
    rows = KINDS[kind].model.objects
    assert list(rows.past()) == [fact]
    assert not rows.current().exists()
    assert log(kind, ray, farrow).until_on is None  # once over, it may be so again


@pytest.mark.parametrize("kind", LASTING)
@pytest.mark.parametrize(
    ("day", "why"), [(date(2026, 3, 4), "still to come"), (date(1850, 1, 1), "before 1900")], ids=["ahead", "1850"]
)
def test_an_end_that_can_not_be_is_refused(ray, farrow, kind, day, why):
    fact = log(kind, ray, farrow)
    with pytest.raises(ValidationError, match=why):
        correct(kind, ray, fact, until_on=day)


@pytest.mark.parametrize("name", ["caution", "photo"])
def test_a_caution_and_a_photo_are_of_the_past(ray, farrow, name):
    fact = one(name, ray, farrow)
    [day] = CHANGED[name]
    with pytest.raises(ValidationError, match="still to come"):
        correct(name, ray, fact, **{day: date(2026, 3, 4)})
    with pytest.raises(ValidationError, match="before 1900"):
        correct(name, ray, fact, **{day: date(1850, 3, 4)})


def test_a_caution_keeps_its_source(ray, farrow):
    fact = one("caution", ray, farrow)
    with pytest.raises(IntegrityError):
        correct("caution", ray, fact, source="")


def test_every_fact_is_shown_in_the_dossier(client, ray, farrow):
    for kind in FACTS:
        log(kind, ray, farrow)
    client.force_login(ray)
    page = client.get(farrow.get_absolute_url()).content.decode()
    for said in ("Coop", "Jun 1994", "41 Cutler Street, Otter Falls", "802-555-0142", "KTR 4471", "scoot.cody"):
        assert said in page
    assert "Rose Farrow, grandmother" in page
    assert "NOT A SUSPECT" in page


def test_search_finds_by_a_further_street_name(ray, farrow):
    log("alias", ray, farrow)
    assert farrow.pk in search.ids("coop", ray)
