"""dealers.correct_supervision, correct_condition: a wrong day, name or condition is mended; the old words stay."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers import history, services
from dealers.models import Condition, Supervision
from dealers.models.kinds import version_of
from dmi.audit.models import AuditEntry
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.facts import correct
from tests.dealers.supervised import BEGAN, condition_of, supervision_of

LATER = NOON + timedelta(days=1)
OLD = TODAY - timedelta(days=20)


@pytest.fixture
def probation(ray, farrow):
    return supervision_of(farrow, ray)


@pytest.fixture
def curfew(ray, probation):
    return condition_of(probation, ray, verified_on=OLD)


def correct_condition(by, condition, seen=None, **changed):
    stands = {name: getattr(condition, name) for name in condition.CORRECTED}
    said = {"seen": seen or version_of(condition), **stands, **changed}
    return services.correct_condition(by=by, condition=condition, at=LATER, **said)


def told(dealer, officer, kind):
    [act, *_] = history.page_of(dealer, officer, kind=kind).acts
    return act.verb, {(each.label, each.old, each.new) for each in act.lines[0].changes}


def test_its_end_may_lie_ahead(ray, probation):
    ends = TODAY + timedelta(days=90)
    correct("supervision", ray, probation, until_on=ends)
    assert Supervision.objects.in_force(TODAY).contains(probation)
    assert not Supervision.objects.in_force(ends + timedelta(days=1)).exists()


def test_a_wrong_end_is_taken_back(ray, probation):
    services.end_supervision(by=ray, supervision=probation, until_on=TODAY - timedelta(days=1), at=NOON)
    correct("supervision", ray, probation, until_on=None)
    assert Supervision.objects.in_force(TODAY).contains(probation)


def test_the_history_tells_what_was_corrected(ray, sal, farrow, probation):
    correct("supervision", sal, probation, kind="parole", source="Docket 26-CR-0120")
    assert told(farrow, ray, "supervision") == (
        "dealers.correct_supervision",
        {
            ("By", str(ray), str(sal)),
            ("Kind", "Probation", "Parole"),
            ("Source", "Docket 26-CR-0119", "Docket 26-CR-0120"),
        },
    )


def test_it_does_not_run_into_another_of_its_kind(ray, farrow, probation):
    earlier = BEGAN - timedelta(days=90)
    before = supervision_of(farrow, ray, from_on=earlier, until_on=BEGAN - timedelta(days=1))
    with pytest.raises(RuleBroken, match="is on record already since 5 Jan 2026"):
        correct("supervision", ray, before, until_on=BEGAN)
    parole = supervision_of(farrow, ray, kind="parole")
    with pytest.raises(RuleBroken, match="is on record already since 5 Jan 2026"):
        correct("supervision", ray, parole, kind="probation")


def test_it_does_not_end_before_it_begins(ray, probation):
    with pytest.raises(IntegrityError, match="supervision_ends_after_it_begins"):
        correct("supervision", ray, probation, until_on=BEGAN - timedelta(days=1))


def test_what_a_colleague_changed_meanwhile_is_shown(ray, sal, probation, curfew):
    seen = version_of(probation)
    correct("supervision", sal, probation, phone="802-555-0173")
    with pytest.raises(ChangedMeanwhile) as refusal:
        correct("supervision", ray, probation, seen=seen, supervising_officer="Off. June Sallow")
    assert [change.name for change in refusal.value.changes] == ["phone"]
    seen = version_of(curfew)
    correct_condition(sal, curfew, permits="report")
    with pytest.raises(ChangedMeanwhile) as refusal:
        correct_condition(ray, curfew, seen=seen, words="Curfew 22:00 to 06:00")
    assert [change.name for change in refusal.value.changes] == ["permits"]


def test_by_hand_it_leads_back_to_the_tab(client, ray, farrow, probation, curfew):
    client.force_login(ray)
    tab = f"/dealers/{farrow.pk}/supervision/"
    shown = client.get(tab).content.decode()
    said = {
        f"{tab}{probation.pk}/correct/": {"supervising_officer": "Off. June Sallow", "until_on": ""},
        f"/dealers/conditions/{curfew.pk}/correct/": {"words": "Curfew 22:00 to 06:00"},
    }
    for address, changed in said.items():
        assert address in shown
        answer = client.post(address, client.get(address).context["form"].initial | changed)
        assert (answer.status_code, answer["Location"]) == (302, tab)
    now = client.get(tab).content.decode()
    assert "Off. June Sallow" in now
    assert "Curfew 22:00 to 06:00" in now


def test_a_condition_stays_verified_as_of_its_day(ray, sal, farrow, curfew):
    correct_condition(sal, curfew, words="Curfew 22:00 to 06:00", permits="report", source="Order of 5 Jan, item 5")
    curfew.refresh_from_db()
    assert (curfew.words, curfew.permits, curfew.source) == (
        "Curfew 22:00 to 06:00", "report", "Order of 5 Jan, item 5",
    )  # fmt: skip
    assert (curfew.verified_on, curfew.verified_by, curfew.by, curfew.at) == (OLD, ray, sal, LATER)
    verb, changes = told(farrow, ray, "condition")
    assert verb == "dealers.correct_condition"
    assert ("Condition", "Curfew 21:00 to 06:00", "Curfew 22:00 to 06:00") in changes
    assert ("Who may act", "Police may act", "Report to the supervising officer only") in changes


def test_who_saves_a_condition_without_a_change_stands_for_nothing(ray, sal, curfew):
    assert correct_condition(sal, curfew).by == ray


def test_the_words_of_another_condition_are_refused(ray, probation, curfew):
    condition_of(probation, ray, words="No contact with Whitlow")
    with pytest.raises(IntegrityError, match="condition_once"):
        correct_condition(ray, curfew, words="No contact with Whitlow")


def test_a_condition_of_a_withdrawn_supervision_is_not_corrected(ray, farrow, probation, curfew):
    services.withdraw_fact(by=ray, dealer=farrow, fact=probation, because="Another Farrow's docket", at=NOON)
    with pytest.raises(Http404):
        correct_condition(ray, curfew, permits="report")


def test_otis_and_pat_correct_no_condition(otis, pat, curfew):
    with pytest.raises(Http404):
        correct_condition(otis, curfew, permits="report")
    with pytest.raises(PermissionDenied):
        correct_condition(pat, curfew, permits="report")
    assert Condition.objects.get().permits == "police"


def test_the_trail_has_one_line_of_a_corrected_condition(ray, curfew):
    correct_condition(ray, curfew, permits="report")
    [line] = AuditEntry.objects.filter(verb="dealers.correct_condition")
    assert (line.outcome, line.record) == ("done", f"dealers.condition:{curfew.pk}")
    assert "Curfew" not in str(line.others)
