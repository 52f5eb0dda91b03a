"""A record that is invited is merged, and the merge undone; erased it is not, in a sentence."""

import pytest

from callins.models import Clearance, Invitation
from dealers import merging
from dealers import services as dealing
from dealers.erasing import erase
from dealers.models import Dealer
from dmi.errors import RuleBroken
from tests.callins.made import invited
from tests.conftest import NOON


def merged(sal, kept, other):
    return dealing.merge_dealers(by=sal, dealer=kept, other=other, because="Same phone", at=NOON)


def test_an_invitation_follows_the_record_and_comes_back(sal, call_in, farrow, whitlow):
    invitation = invited(call_in, whitlow)
    Clearance.objects.create(call_in=call_in, dealer=whitlow, kind="promise", words="Recalled.", by=sal, at=NOON)
    merge = merged(sal, farrow, whitlow)
    invitation.refresh_from_db()
    assert invitation.dealer == farrow
    assert Clearance.objects.get().dealer == farrow
    dealing.undo_merge(by=sal, merge=merge, at=NOON)
    invitation.refresh_from_db()
    assert (invitation.dealer, Clearance.objects.get().dealer) == (whitlow, whitlow)


def test_of_two_who_are_invited_both_one_invitation_stays_behind(client, cora, sal, call_in, farrow, whitlow):
    for dealer in (farrow, whitlow):
        invited(call_in, dealer)
    merge = merged(sal, farrow, whitlow)
    assert "callins.Invitation.dealer" not in merge.moved
    client.force_login(cora)
    assert client.get(f"/api/call-ins/{call_in.pk}/invited/").status_code == 200
    assert Invitation.objects.of(call_in).standing().count() == 2
    dealing.undo_merge(by=sal, merge=merge, at=NOON)
    assert {each.dealer for each in Invitation.objects.standing()} == {farrow, whitlow}


def test_a_supervisor_who_is_not_on_it_merges_and_learns_nothing(client, sal, sue, call_in, farrow, whitlow):
    """By the preview, by what went over, by the sentence of a constraint."""
    invited(call_in, whitlow)
    assert [share.relation.words for share in merging.preview(farrow, whitlow) if "nvit" in share.relation.words]
    client.force_login(sue)
    address = f"/dealers/{farrow.pk}/merge/{whitlow.pk}/"
    assert b"nvitation" not in client.get(address).content
    made = client.post(f"/api{address}", {"because": "Same phone"}, content_type="application/json")
    assert made.status_code == 201
    assert not [label for label in made.json()["moved"] if label.startswith("callins")]
    client.force_login(sal)
    undone = client.post(f"/api/dealers/merges/{made.json()['id']}/undo/", {}, content_type="application/json")
    assert "callins.Invitation.dealer" in undone.json()["moved"]


def test_who_is_invited_is_not_erased_and_nothing_is_gone(call_in, farrow, whitlow):
    invited(call_in, farrow)
    with pytest.raises(RuleBroken, match="a record that has to be kept; nothing is erased"):
        erase([farrow, whitlow])
    assert Dealer.objects.filter(pk__in=[farrow.pk, whitlow.pk]).count() == 2
