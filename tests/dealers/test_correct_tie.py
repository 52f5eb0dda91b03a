"""dealers.correct_tie, withdraw_tie: a wrong tie is mended or leaves everything but the history."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import history, services
from dealers.dossier import events_of, timeline_rows
from dealers.models import Dealer, Tie
from dealers.models.kinds import version_of
from dmi.audit.models import AuditEntry
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.conftest import NOON
from tests.dealers.test_log_tie import tie

LATER = NOON + timedelta(days=1)
WHY = "That was another phone."


@pytest.fixture
def calls(ray, farrow, whitlow):
    return tie(ray, farrow, whitlow)


def correct(by, dealer, tie, seen=None, **changed):
    """With everything else as it stands, as a form sends it."""
    stands = {name: getattr(tie, name) for name in tie.CORRECTED}
    said = {"seen": seen or version_of(tie), "at": LATER, **stands, **changed}
    return services.correct_tie(by=by, dealer=dealer, tie=tie, **said)


def withdraw(by, dealer, tie):
    return services.withdraw_tie(by=by, dealer=dealer, tie=tie, because=WHY, at=LATER)


def history_of(dealer, officer):
    return [line for act in history.page_of(dealer, officer, kind="tie").acts for line in act.lines]


def test_the_history_of_both_keeps_what_stood_there(ray, sal, farrow, whitlow, calls):
    correct(sal, farrow, calls, basis="Nine calls", strength=9)
    calls.refresh_from_db()
    assert (calls.basis, calls.strength, calls.by, calls.logged_at) == ("Nine calls", 9, ray, NOON)
    for dealer in (farrow, whitlow):
        changes = {(each.label, each.old, each.new) for each in history_of(dealer, ray)[0].changes}
        assert changes == {("Basis", "Eleven calls", "Nine calls"), ("Strength", "1", "9")}
        [act, *_] = history.page_of(dealer, ray, kind="tie").acts
        assert (act.by, act.verb) == (sal, "dealers.correct_tie")


def test_a_direction_is_turned_and_goes_with_its_kind(ray, farrow, whitlow):
    made = tie(ray, farrow, whitlow, kind="supplies")
    turned = correct(ray, farrow, made, goes_from_a=not made.goes_from_a)
    assert (turned.a if turned.goes_from_a else turned.b) == whitlow
    assert correct(ray, farrow, turned, kind="seen_together").goes_from_a is None


def test_a_kind_with_a_direction_wants_one(ray, farrow, calls):
    with pytest.raises(IntegrityError, match="direction_where_there_is_one"):
        correct(ray, farrow, calls, kind="supplies")


def test_two_are_not_tied_twice_in_the_same_way(ray, farrow, whitlow, calls):
    tie(ray, farrow, whitlow, kind="kin")
    with pytest.raises(IntegrityError, match="tie_once"):
        correct(ray, farrow, calls, kind="kin")


@pytest.mark.parametrize(
    ("day", "why"), [(date(2026, 3, 5), "still to come"), (date(1850, 1, 1), "before 1900")], ids=["ahead", "1850"]
)
def test_a_day_that_can_not_be_is_refused(ray, farrow, calls, day, why):
    with pytest.raises(ValidationError, match=why):
        correct(ray, farrow, calls, seen_on=day)


def test_what_a_colleague_changed_meanwhile_is_shown(ray, sal, farrow, calls):
    seen = version_of(calls)
    correct(sal, farrow, calls, basis="Nine calls")
    with pytest.raises(ChangedMeanwhile) as refusal:
        correct(ray, farrow, Tie.objects.get(pk=calls.pk), seen=seen, strength=9)
    assert [change.name for change in refusal.value.changes] == ["basis"]


def test_the_page_turns_a_tie_and_tells_of_a_turn_meanwhile(client, ray, sal, farrow, whitlow):
    made = tie(ray, farrow, whitlow, kind="supplies")
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/ties/{made.pk}/correct/"
    assert address in client.get(f"/dealers/{farrow.pk}/network/").content.decode()
    page = client.get(address)
    assert f"From {made.a} to {made.b}" in page.content.decode()
    said = page.context["form"].initial | {"first_seen_on": "", "basis": "A buy"}
    correct(sal, farrow, made, goes_from_a=not made.goes_from_a)
    refused = client.post(address, said)
    assert "What changed meanwhile" in refused.content.decode()
    assert refused.context["form"]["goes_from_a"].value() is made.goes_from_a
    again = said | {"goes_from_a": made.goes_from_a, "seen": version_of(Tie.objects.get())}
    assert client.post(address, again).status_code == 302
    made.refresh_from_db()
    assert (made.basis, made.a if made.goes_from_a else made.b) == ("A buy", whitlow)


def test_it_leaves_every_page_and_stays_in_the_history_of_both(client, ray, farrow, whitlow, calls):
    client.force_login(ray)
    pages = [
        f"{before}/{dealer.pk}{tab}"
        for dealer in (farrow, whitlow)
        for before, tab in (("/dealers", "/"), ("/dealers", "/network/"), ("/dealers", "/timeline/"),
                            ("/dealers", "/print/"), ("/api/dealers", "/network/"))
    ] + ["/api/dealers/ties/"]  # fmt: skip
    assert ["Eleven calls" in client.get(page).content.decode() for page in pages].count(True) >= len(pages) - 2
    withdraw(ray, farrow, calls)
    for page in pages:
        answer = client.get(page)
        assert (answer.status_code, "Eleven calls" in answer.content.decode()) == (200, False), page
    for dealer in (farrow, whitlow):
        assert WHY in client.get(f"/dealers/{dealer.pk}/history/").content.decode()
        assert history_of(dealer, ray)[0].done == "Withdrawn"


def test_it_is_neither_ranked_nor_on_the_timeline_nor_a_neighbour(ray, farrow, whitlow, calls):
    withdraw(ray, farrow, calls)
    assert not Tie.objects.ranked().exists()
    assert not Tie.objects.visible_to(ray).exists()
    assert not Dealer.objects.tied_to(farrow).exists()
    assert not any(isinstance(event.record, Tie) for event in events_of(list(timeline_rows(farrow, ray))))


def test_what_was_withdrawn_may_be_logged_anew_and_is_not_corrected(client, ray, farrow, whitlow, calls):
    withdraw(ray, farrow, calls)
    again = tie(ray, farrow, whitlow)
    assert list(Tie.objects.visible_to(ray)) == [again]
    for act in (correct, withdraw):
        with pytest.raises(Http404):
            act(ray, farrow, calls)
    client.force_login(ray)
    assert client.get(f"/dealers/{farrow.pk}/ties/{calls.pk}/correct/").status_code == 404


def test_withdrawn_between_looking_and_saving_it_says_why(ray, farrow, calls, monkeypatch):
    withdraw(ray, farrow, calls)
    monkeypatch.setattr("dmi.audit.trail.is_visible", lambda record, by: True)
    with pytest.raises(RuleBroken, match=f"withdrawn on 4 March 2026: “{WHY}”"):
        correct(ray, farrow, calls, basis="Nine calls")


def test_by_hand_it_needs_a_reason(client, ray, farrow, calls):
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/ties/{calls.pk}/withdraw/"
    assert "This field is required" in client.post(address, {"because": ""}).content.decode()
    answer = client.post(address, {"because": WHY})
    assert answer["Location"] == f"/dealers/{farrow.pk}/network/"


def test_a_tie_is_reached_only_from_its_ends(client, ray, rook, calls):
    client.force_login(ray)
    assert client.get(f"/dealers/{rook.pk}/ties/{calls.pk}/correct/").status_code == 404
    for act in (correct, withdraw):
        with pytest.raises(Http404):
            act(ray, rook, calls)


def test_otis_and_pat_touch_none(otis, pat, farrow, calls):
    for act in (correct, withdraw):
        with pytest.raises(Http404):
            act(otis, farrow, calls)
        with pytest.raises(PermissionDenied):
            act(pat, farrow, calls)


def test_the_trail_has_one_line_of_each_and_none_of_the_words(ray, farrow, calls):
    correct(ray, farrow, calls, basis="Nine calls")
    withdraw(ray, farrow, calls)
    for verb in ("dealers.correct_tie", "dealers.withdraw_tie"):
        [line] = AuditEntry.objects.filter(verb=verb)
        assert (line.outcome, line.record) == ("done", f"dealers.tie:{calls.pk}")
        assert line.others["dealer"] == f"dealers.dealer:{farrow.pk}"
        assert "calls" not in str(line.others)
        assert WHY not in str(line.others)
