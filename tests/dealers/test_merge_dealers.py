"""dealers.merge_dealers and undo_merge: two records made one, and exactly two again."""

import json
import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core import serializers
from django.http import Http404

from dealers import merging, services
from dealers.models import Dealer, Judgement, Merge, Tie
from dealers.models.kinds import PERSON
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import RuleBroken
from maintenance import services as crt
from maintenance.models import AgendaItem
from markets import services as places
from tests.conftest import NOON, TODAY, logged, officer
from tests.dealers.test_add_photo import picture

GRADED = {"reliability": "B", "validity": "2", "at": NOON}
WHY = "The same phone, and he says so himself"
NOT_EXPORTED = {"audit.AuditEntry", "audit.AuditSeal", "dealers.Merge"}


@pytest.fixture
def smyth(ray, sal, west_end):
    """John Smith again, as somebody else heard his name; on file, with the same street name."""
    dealer = logged(
        ray, west_end, last_name="Smyth", first_name="Jon", street_name="Scooter", date_of_birth=date(1990, 3, 4)
    )
    return services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


@pytest.fixture
def laden(ray, sal, task_force, farrow, smyth, whitlow):
    """Everything that can hang on a record hangs on Smyth; some of it on Farrow too."""
    for dealer in (farrow, smyth):
        services.log_caution(by=ray, dealer=dealer, kind="armed", source="26-1", noted_on=TODAY, at=NOON)
        services.log_tie(
            by=ray, dealer=dealer, other=whitlow, kind="supplies", seen_on=TODAY, basis="Seen", **GRADED
        )  # fmt: skip
    services.log_caution(by=ray, dealer=smyth, kind="dog", source="26-2", noted_on=TODAY, at=NOON)
    services.log_tie(by=ray, dealer=smyth, other=whitlow, kind="phone", seen_on=TODAY, basis="Calls", **GRADED)
    services.log_tie(by=ray, dealer=whitlow, other=smyth, kind="introduces", seen_on=TODAY, basis="Told", **GRADED)
    services.log_tie(by=ray, dealer=smyth, other=farrow, kind="kin", seen_on=TODAY, basis="Said so", **GRADED)
    services.add_photo(by=ray, dealer=smyth, photo=picture(), taken_on=TODAY, at=NOON)
    both = {"market": smyth.involvements.get().market, "narrative": "Both", "seen_at": NOON}
    services.log_observation(by=ray, dealers=[farrow, smyth], **both, **GRADED)
    crt.open_meeting(by=sal, task_force=task_force, on=TODAY, at=NOON)
    return smyth


def merge(by, dealer, other, **sides):
    return services.merge_dealers(by=by, dealer=dealer, other=other, because=WHY, at=NOON, **sides)


def export():
    """Every row of the desk but its histories and the trail, as JSON."""
    rows = [
        row
        for model in apps.get_models()
        if model._meta.label not in NOT_EXPORTED
        and not hasattr(model, "pgh_tracked_model")
        and model._meta.app_label in {"dealers", "markets", "maintenance"}
        for row in model._base_manager.order_by("pk")
    ]
    return json.loads(serializers.serialize("json", rows))


def test_everything_goes_over_that_the_other_has_not_already(sal, farrow, laden):
    merge(sal, farrow, laden)
    assert {caution.kind for caution in farrow.cautions.all()} == {"armed", "dog"}
    assert farrow.photos.count() == 1
    assert farrow.observations.count() == 3  # each one's first, and one that names both
    assert [alias.name for alias in farrow.aliases.all()] == ["Scooter"]
    assert farrow.involvements.count() == 1
    assert AgendaItem.objects.filter(dealer=laden).count() + AgendaItem.objects.filter(dealer=farrow).count() == 2


def test_a_tie_keeps_its_direction_whichever_end_moves(sal, farrow, laden, whitlow):
    merge(sal, farrow, laden)
    introduces = Tie.objects.get(kind="introduces")
    assert introduces.other(whitlow) == farrow
    assert (introduces.a if introduces.goes_from_a else introduces.b) == whitlow
    assert Tie.objects.of(farrow).filter(kind="phone").count() == 1
    assert Tie.objects.of(laden).get(kind="kin").other(laden) == farrow  # nobody is tied to himself


def test_undoing_restores_both_records_exactly(sal, farrow, laden):
    before = export()
    done = merge(sal, farrow, laden, last_name="other", first_name="other", date_of_birth="other")
    assert export() != before
    services.undo_merge(by=sal, merge=done, at=NOON)
    assert export() == before


def test_the_preview_tells_what_the_merge_then_does(sal, farrow, laden):
    before = export()
    shares = merging.preview(farrow, laden)
    assert export() == before
    told = {share.relation.label: sorted(share.moved) for share in shares if share.moved}
    done = merge(sal, farrow, laden)
    assert {label: sorted(keys) for label, keys in done.moved.items()} == told
    assert {"dealers.Mention.dealer", "dealers.Photo.dealer", "dealers.Tie.a.b"} <= set(told)


def test_what_hangs_on_a_dealer_is_found_through_hidden_relations_too():
    labels = {relation.label for relation in merging.relations()}
    assert "maintenance.AgendaItem.dealer" in labels
    assert not any("Event" in label for label in labels)


def test_fields_are_chosen_one_by_one_and_empty_ones_filled(sal, farrow, smyth):
    merge(sal, farrow, smyth, last_name="other")
    farrow.refresh_from_db()
    assert str(farrow) == "Cody Smyth"
    assert farrow.date_of_birth == date(1990, 3, 4)


def test_a_chosen_nothing_stands(sal, farrow, smyth):
    merge(sal, farrow, smyth, date_of_birth="kept")
    farrow.refresh_from_db()
    assert farrow.date_of_birth is None


def test_nobody_finds_the_merged_record(sal, ray, farrow, smyth):
    merge(sal, farrow, smyth)
    for officer_ in (sal, ray):
        assert smyth not in Dealer.objects.visible_to(officer_)


def test_undoing_keeps_what_was_corrected_since(sal, farrow, smyth):
    done = merge(sal, farrow, smyth, first_name="other")
    farrow.refresh_from_db()
    farrow.first_name = "Jonathan"
    farrow.save()
    services.undo_merge(by=sal, merge=done, at=NOON)
    farrow.refresh_from_db()
    smyth.refresh_from_db()
    assert (farrow.first_name, farrow.date_of_birth) == ("Jonathan", None)
    assert (smyth.first_name, smyth.status) == ("Jon", "on_file")


@pytest.mark.parametrize("sides", [{}, {"marks": "other"}])
def test_a_name_corrected_since_is_what_pages_call_the_record_after_undoing(sal, ray, farrow, smyth, sides):
    smyth.marks = "Scar over the left eye"
    smyth.save()
    done = merge(sal, farrow, smyth, **sides)
    farrow.refresh_from_db()
    person = {name: getattr(farrow, name) for name in PERSON} | {"last_name": "Farrell"}
    services.correct_dealer(by=ray, dealer=farrow, seen=version(farrow, PERSON), source="26-4", at=NOON, **person)
    services.undo_merge(by=sal, merge=done, at=NOON)
    farrow.refresh_from_db()
    assert (farrow.known_as, farrow.marks) == ("Cody Farrell", "")


def test_what_was_entered_since_stays_where_it_was_entered(sal, ray, farrow, smyth):
    done = merge(sal, farrow, smyth)
    services.log_caution(by=ray, dealer=farrow, kind="flees", source="26-3", noted_on=TODAY, at=NOON)
    services.undo_merge(by=sal, merge=done, at=NOON)
    assert [caution.kind for caution in farrow.cautions.all()] == ["flees"]


def test_a_judgement_of_the_two_stays_and_others_move(sal, farrow, smyth, whitlow):
    for a, b in ((farrow, smyth), (smyth, whitlow)):
        a, b = sorted((a, b), key=lambda dealer: dealer.pk)
        Judgement.objects.create(a=a, b=b, verdict="different", by=sal, at=NOON)
    merge(sal, farrow, smyth)
    assert {frozenset((j.a, j.b)) for j in Judgement.objects.all()} == {
        frozenset((farrow, smyth)), frozenset((farrow, whitlow)),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pair", "why"),
    [(("farrow", "farrow"), "two different"), (("rook", "farrow"), "Keep D-"), (("farrow", "alley"), None)],
)
def test_it_refuses(request, sal, pair, why):
    dealer, other = (request.getfixturevalue(name) for name in pair)
    with pytest.raises(RuleBroken if why else Http404, match=why):
        merge(sal, dealer, other)


def test_a_record_is_merged_once_and_the_second_supervisor_is_told(sal, sue, farrow, smyth, whitlow):
    merge(sal, farrow, smyth)
    smyth.status, smyth.merged_into = "on_file", None  # what the second one still has on the screen
    with pytest.raises((RuleBroken, Http404)):
        merge(sue, whitlow, smyth)


def test_who_merges_is_shown_what_was_corrected_meanwhile_and_loses_no_choice(client, sal, farrow, smyth):
    client.force_login(sal)
    address = f"/dealers/{farrow.pk}/merge/{smyth.pk}/"
    seen = version(farrow, PERSON)
    farrow.marks = "scar left"
    farrow.save()
    page = client.post(address, {"last_name": "other", "because": WHY, "seen": seen}).content.decode()
    assert "changed this meanwhile" in page
    assert "scar left" in page
    assert re.search(r'id="last_name_other"[^>]* checked', page)
    now = re.search(r'name="seen" value="(\w+)"', page)[1]
    assert (
        b"went up in" in client.post(address, {"last_name": "other", "because": WHY, "seen": now}, follow=True).content
    )


def test_an_old_address_leads_to_the_record_that_stands(client, sal, sue, ray, otis, farrow, smyth):
    merge(sal, farrow, smyth)
    client.force_login(ray)
    assert client.get(f"/dealers/{smyth.pk}/").url == f"/dealers/{farrow.pk}/"
    client.force_login(sue)
    page = client.post(f"/dealers/{farrow.pk}/merge/{smyth.pk}/", {"last_name": "other", "because": WHY}, follow=True)
    assert f"merged {smyth.reference} into" in page.content.decode()
    client.force_login(otis)
    assert client.get(f"/dealers/{smyth.pk}/").status_code == 404


def test_a_merge_is_undone_once(sal, farrow, smyth):
    done = merge(sal, farrow, smyth)
    services.undo_merge(by=sal, merge=done, at=NOON)
    with pytest.raises(RuleBroken, match="undone already"):
        services.undo_merge(by=sal, merge=done, at=NOON)


def test_merges_are_undone_from_the_last(sal, farrow, smyth, whitlow):
    first = merge(sal, farrow, smyth)
    merge(sal, whitlow, farrow)
    with pytest.raises((RuleBroken, Http404)):
        services.undo_merge(by=sal, merge=first, at=NOON)


def test_who_does_not_work_every_market_of_both_does_not_merge(sal, sue, ferry, farrow, smyth):
    smyth.involvements.create(
        market=ferry, role="supplier", from_on=TODAY, by=sue, at=NOON, reliability="B", validity="2"
    )
    with pytest.raises(RuleBroken, match="market you do not work"):
        merge(sal, farrow, smyth)
    assert merge(sue, farrow, smyth)


def test_a_supervisors_own_draft_is_merged_by_another(sal, sue, west_end, farrow):
    own = logged(sal, west_end, last_name="Farrow", first_name="Codie")
    with pytest.raises(RuleBroken, match="another supervisor merges your draft"):
        merge(sal, farrow, own)
    assert merge(sue, farrow, own)


def test_counts_of_a_market_that_is_not_his_are_not_shown(client, sal, sue, ferry, farrow, smyth):
    smyth.involvements.create(market=ferry, role="supplier", from_on=TODAY, by=sue, at=NOON)
    client.force_login(sal)
    page = client.get(f"/dealers/{farrow.pk}/merge/{smyth.pk}/").content
    assert b"market you do not work" in page
    assert b"Goes over" not in page
    assert b"Merge the two" not in page


def test_a_merge_says_why(client, sal, farrow, smyth):
    client.force_login(sal)
    page = client.post(f"/dealers/{farrow.pk}/merge/{smyth.pk}/", {"last_name": "other"})
    assert b"The records are not merged" in page.content
    assert not Merge.objects.exists()


def test_it_is_supervisors_work_on_the_page(client, ray, sal, farrow, smyth):
    address = f"/dealers/{farrow.pk}/merge/{smyth.pk}/"
    client.force_login(ray)
    assert client.get(address).status_code == 403
    client.force_login(sal)
    page = client.get(address)
    assert b"Are these two the same person" in page.content
    answer = client.post(address, {"last_name": "other", "because": WHY}, follow=True)
    assert b"went up in" in answer.content
    assert b"Merged into this record" in answer.content
    done = Merge.objects.get()
    assert b"stay" in client.get(f"/dealers/merges/{done.pk}/undo/").content
    assert b"two records again" in client.post(f"/dealers/merges/{done.pk}/undo/", follow=True).content


def test_a_supervisor_of_another_market_finds_neither(client, ferry, sue, farrow, smyth, sal):
    done = merge(sal, farrow, smyth)
    stranger = officer("900", "supervisor")
    places.assign_officer(by=sue, market=ferry, officer=stranger, on=TODAY)
    client.force_login(stranger)
    assert client.get(f"/dealers/merges/{done.pk}/undo/").status_code == 404
    assert client.get(f"/dealers/{farrow.pk}/merge/{smyth.pk}/").status_code == 404


def test_the_api_does_the_same(client, sal, farrow, smyth):
    client.force_login(sal)
    answer = client.post(
        f"/api/dealers/{farrow.pk}/merge/{smyth.pk}/",
        {"first_name": "other", "because": WHY},
        content_type="application/json",
    )
    assert answer.status_code == 201
    assert answer.json()["other"]["reference"] == smyth.reference
    undone = client.post(f"/api/dealers/merges/{answer.json()['id']}/undo/", {}, content_type="application/json")
    assert undone.json()["undone_at"]


def test_the_trail_has_a_line_for_each(sal, farrow, smyth):
    done = merge(sal, farrow, smyth)
    services.undo_merge(by=sal, merge=done, at=NOON)
    verbs = AuditEntry.objects.filter(record=f"dealers.merge:{done.pk}").values_list("verb", flat=True)
    assert list(verbs.order_by("at")) == ["dealers.merge_dealers", "dealers.undo_merge"]


def test_a_hold_and_a_seal_go_over_with_their_record_and_two_seals_stay_two(sal, sue, ray, farrow, smyth, whitlow):
    services.set_hold(by=sal, dealer=smyth, because="Subpoena 26-1181", at=NOON)
    services.seal_record(by=sal, dealer=smyth, ground="order", because="Order of 2 March", at=NOON)
    services.seal_record(by=sal, dealer=whitlow, ground="youthful", because="Family Division", at=NOON)
    with pytest.raises(RuleBroken, match="Both records are sealed"):
        merge(sue, whitlow, smyth)
    done = merge(sue, farrow, smyth)
    assert farrow.legal_holds.standing().exists()
    assert not Dealer.objects.visible_to(ray).contains(farrow)
    services.undo_merge(by=sue, merge=done, at=NOON)
    assert list(Dealer.objects.sealed().order_by("number")) == sorted([smyth, whitlow], key=lambda each: each.number)
    assert smyth.legal_holds.standing().exists()
    assert not farrow.legal_holds.exists()


def test_of_two_juveniles_records_the_one_begun_first_is_kept(sal, ray, west_end):
    """Else the birthday of the other one, chosen for a record begun at twenty, would open what was told of a child."""
    born = (date(2009, 1, 5), date(2005, 1, 5))
    young, older = (logged(ray, west_end, last_name="Marsh", date_of_birth=each) for each in born)
    Dealer.objects.filter(pk=older.pk).update(logged_at=NOON - timedelta(days=1500))
    older.refresh_from_db()
    with pytest.raises(RuleBroken, match=f"Keep {older.reference}: it was begun first"):
        merge(sal, young, older, date_of_birth="other")
    merge(sal, older, young, date_of_birth="kept")
    assert Dealer.objects.begun_as_juveniles().contains(older)


def test_what_keeps_both_since_is_ended_before_they_are_two_again(sal, sue, farrow, smyth):
    merge = services.merge_dealers(by=sal, dealer=farrow, other=smyth, because="The same man", at=NOON)
    later = NOON + timedelta(hours=1)
    legal_hold = services.set_hold(by=sal, dealer=farrow, because="Subpoena 26-1181", at=later)
    with pytest.raises(RuleBroken, match="put on legal hold since"):
        services.undo_merge(by=sal, merge=merge, at=later)
    services.release_hold(by=sue, legal_hold=legal_hold, because="The case has ended.", at=later)
    services.seal_record(by=sal, dealer=farrow, ground="order", because="Order of 2 March", at=later)
    with pytest.raises(RuleBroken, match="sealed or put on"):
        services.undo_merge(by=sal, merge=merge, at=later)
    services.unseal_record(by=sue, dealer=farrow, because="Order vacated.", at=later)
    assert services.undo_merge(by=sal, merge=merge, at=later).undone_at
