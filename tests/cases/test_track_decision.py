"""cases.state_track_facts, decide_track, confirm_track, reopen_track: two people, and what opens it again."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404

from dealers import services as dealing
from dealers.cases import services, tracks
from dealers.cases.models import Substance, TrackDecision, TrackFacts
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.made import buy_of
from tests.conftest import NOON, TODAY, logged

LATER = NOON + timedelta(days=1)


def stated(dealer, by, at=NOON, **facts):
    """Farrow is an addict-dealer by his part in the market; nothing else is said of him."""
    return services.state_track_facts(by=by, dealer=dealer, basis="Records check of 2 Mar", at=at, **facts)


def decided(dealer, by, way="call_in", because="", at=NOON):
    return services.decide_track(by=by, dealer=dealer, decided=way, because=because, at=at)


@pytest.fixture
def called_in(farrow, ray, sal, pru):
    stated(farrow, ray)
    return services.confirm_track(by=pru, decision=decided(farrow, sal), at=NOON)


def test_supervisor_and_prosecutor_decide(called_in, farrow, sal, pru):
    standing = tracks.of_dealer(farrow, TODAY)
    assert (standing.track, standing.is_final) == ("call_in", True)
    assert (called_in.supervisor, called_in.prosecutor) == (sal, pru)
    assert called_in.proposed_because == "Addict-dealer without significant prior dealing"
    for verb in ("state_track_facts", "decide_track", "confirm_track"):
        assert AuditEntry.objects.filter(verb=f"cases.{verb}", outcome="done").count() == 1


def test_nothing_is_decided_before_the_prosecutor_confirms(farrow, ray, sal):
    stated(farrow, ray)
    decided(farrow, sal, "federal", "Brings it up himself.")
    standing = tracks.of_dealer(farrow, TODAY)
    assert (standing.track, standing.is_final, standing.waits_for_prosecutor) == ("call_in", False, True)


def test_without_facts_nobody_decides(farrow, sal):
    with pytest.raises(RuleBroken, match="State the facts first"):
        decided(farrow, sal)


def test_facts_rest_on_something(farrow, ray):
    with pytest.raises(IntegrityError, match="track_facts_rest_on_something"):
        services.state_track_facts(by=ray, dealer=farrow, basis="", at=NOON)


def test_facts_stated_anew_replace_what_stood_and_history_keeps_both(farrow, ray):
    stated(farrow, ray, is_violent=True)
    stated(farrow, ray, has_arson=True)
    facts = TrackFacts.objects.get(dealer=farrow)
    assert (facts.has_arson, facts.is_violent) == (True, True)  # what the form leaves unsaid stays
    assert apps.get_model("cases.TrackFactsEvent").objects.filter(pgh_obj=facts).count() == 2


def test_another_way_than_the_proposed_needs_a_reason(farrow, ray, sal):
    stated(farrow, ray)
    with pytest.raises(RuleBroken, match="not what the rule proposes"):
        decided(farrow, sal, "state")
    assert decided(farrow, sal, "state", "Convicted in another state.").decided == "state"


def test_undecided_is_no_decision(farrow, ray, sal):
    stated(farrow, ray)
    with pytest.raises(RuleBroken, match="as long as nobody does, it is undecided"):
        decided(farrow, sal, "undecided")


@pytest.mark.parametrize(
    "bar", [{"is_violent": True}, {"has_sexual_offence": True}, {"has_arson": True}, {"is_under_age": True}]
)
def test_a_bar_is_overridden_only_by_both_with_their_reasons(farrow, ray, sal, pru, bar):
    stated(farrow, ray, **bar)
    with pytest.raises(RuleBroken, match="bars the call-in"):
        decided(farrow, sal)
    decision = decided(farrow, sal, because="Twenty years ago.")
    with pytest.raises(RuleBroken, match="give your own reason"):
        services.confirm_track(by=pru, decision=decision, at=NOON)
    assert services.confirm_track(by=pru, decision=decision, because="Agreed: 1999.", at=NOON).is_final


def test_the_same_person_does_not_confirm(farrow, ray, sal):
    stated(farrow, ray)
    decision = decided(farrow, sal)
    sal.roles = ["supervisor", "prosecutor"]
    sal.save()
    with pytest.raises(RuleBroken, match="another person confirms"):
        services.confirm_track(by=sal, decision=decision, at=NOON)


def test_it_is_confirmed_once(called_in, lou):
    with pytest.raises(RuleBroken, match="Pru Castellan confirmed this on 3 Mar 2026"):
        services.confirm_track(by=lou, decision=called_in, at=LATER)


def test_what_stands_is_re_opened_before_it_is_decided_anew(called_in, farrow, sal, sue):
    with pytest.raises(RuleBroken, match="re-open it first"):
        decided(farrow, sue, "state", "New facts.")
    services.reopen_track(by=sal, decision=called_in, because="Sold to a minor, 26-0999.", at=LATER)
    assert decided(farrow, sue, "state", "Sold to a minor.", at=LATER).decided == "state"
    assert TrackDecision.objects.count() == 2


def test_re_opening_wants_a_reason_and_happens_once(called_in, sal):
    with pytest.raises(RuleBroken, match="Say why"):
        services.reopen_track(by=sal, decision=called_in, because="", at=LATER)
    services.reopen_track(by=sal, decision=called_in, because="Sold again.", at=LATER)
    with pytest.raises(RuleBroken, match="re-opened already"):
        services.reopen_track(by=sal, decision=called_in, because="Sold again.", at=LATER)


def test_new_violence_opens_it_again_without_anybody_doing_so(called_in, farrow, ray, sal):
    dealing.log_caution(by=ray, dealer=farrow, kind="violent", source="26-0931", noted_on=TODAY, at=LATER)
    standing = tracks.of_dealer(farrow, TODAY)
    assert (standing.is_final, standing.open_again) == (False, "Violence became known since")
    anew = decided(farrow, sal, "federal", "Pistol-whipped a buyer.", at=LATER)
    called_in.refresh_from_db()
    assert (called_in.reopened_because, anew.decided) == ("Violence became known since", "federal")


def test_a_caution_known_at_the_decision_opens_nothing(farrow, ray, sal, pru):
    dealing.log_caution(by=ray, dealer=farrow, kind="violent", source="26-0931", noted_on=TODAY, at=NOON)
    stated(farrow, ray)
    decision = decided(farrow, sal, at=LATER)
    services.confirm_track(by=pru, decision=decision, at=LATER)
    assert tracks.of_dealer(farrow, TODAY).is_final


def test_facts_that_lead_elsewhere_open_it_again(called_in, farrow, ray, pru, sal):
    stated(farrow, ray, has_significant_prior_dealing=True, at=LATER)
    assert "significant prior dealing" in tracks.of_dealer(farrow, TODAY).open_again
    anew = decided(farrow, sal, "state", at=LATER)
    stated(farrow, ray, has_significant_prior_dealing=False, at=LATER)
    with pytest.raises(RuleBroken, match="Decide anew first"):
        services.confirm_track(by=pru, decision=anew, at=LATER)


def test_part_fentanyl_and_age_come_from_the_records(farrow, ray, west_end):
    buy = buy_of(farrow, ray, west_end)
    assert not tracks.of_dealer(farrow, TODAY).sells_fentanyl
    Substance.objects.create(buy=buy, kind="fentanyl")
    farrow.date_of_birth = TODAY.replace(year=TODAY.year - 18)
    standing = tracks.of_dealer(farrow, TODAY)
    assert standing.sells_fentanyl
    assert standing.facts.is_under_age
    assert standing.proposal.bars == ("age",)


def test_otis_and_the_wrong_roles_decide_nothing(called_in, farrow, otis, ray, pru, sal):
    with pytest.raises(Http404):
        stated(farrow, otis)
    with pytest.raises(PermissionDenied):
        decided(farrow, ray)
    with pytest.raises(PermissionDenied):
        services.confirm_track(by=sal, decision=called_in, at=NOON)
    with pytest.raises(PermissionDenied):
        services.reopen_track(by=pru, decision=called_in, because="No.", at=NOON)


def test_the_table_counts_by_layer_and_says_what_is_diverted(client, called_in, farrow, whitlow, ray, sal, west_end):
    stated(whitlow, ray, has_significant_prior_dealing=True)
    logged(ray, west_end, street_name="Rook")
    client.force_login(sal)
    page = " ".join(client.get("/cases/tracks/").content.decode().split())
    assert "Diverted from state court</dt><dd>50 % <small>1 of 2" in page
    assert "Decided by two</dt><dd>1 <small>of 2" in page
    assert "Rook" not in page
    told = client.get("/api/cases/tracks/").json()["markets"][0]
    assert told["diverted"] == 50
    assert [(each["dealer"]["known_as"], each["track"]) for each in told["people"]] == [
        ("Cody Farrow", "call_in"), ("Dana Whitlow", "state"),
    ]  # fmt: skip


def test_the_disparity_report_shows_n_rate_and_interval(client, called_in, whitlow, ray, sal):
    client.force_login(sal)
    page = client.get("/cases/tracks/disparity/").content.decode()
    assert "Few people: read no rate into this" in page
    assert "100 % (34 to 100)" in page
    told = client.get("/api/cases/tracks/disparity/").json()["markets"][0]
    assert told["n"] == 2
    assert told["breakdowns"][1]["by"] == "Sex"


def test_the_two_halves_in_the_browser(client, farrow, ray, sal, pru):
    client.force_login(ray)
    tab = f"/cases/dealers/{farrow.pk}/court/"
    said = {"basis": "Records check of 2 Mar"}
    assert client.post(f"/cases/dealers/{farrow.pk}/state-track-facts/", said)["Location"] == tab
    assert "No rule" not in client.get(tab).content.decode()
    client.force_login(sal)
    assert "The rule proposes" in client.get(f"/cases/dealers/{farrow.pk}/decide-track/").content.decode()
    answer = client.post(f"/cases/dealers/{farrow.pk}/decide-track/", {"decided": "state"})
    assert "not what the rule proposes" in answer.content.decode()
    assert client.post(f"/cases/dealers/{farrow.pk}/decide-track/", {"decided": "call_in"})["Location"] == tab
    client.force_login(pru)
    assert client.post(f"/cases/dealers/{farrow.pk}/confirm-track/", {"because": ""})["Location"] == tab
    assert "Decided" in client.get(tab).content.decode()
