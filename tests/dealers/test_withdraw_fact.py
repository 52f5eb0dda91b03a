"""dealers.withdraw_fact: what proved wrong leaves everything but the history."""

import pytest
from django.http import Http404

from dealers import search, services
from dealers.models import Alias, Dealer
from dealers.models.kinds import version_of
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, TODAY
from tests.dealers.facts import FACTS, correct, log, log_caution
from tests.dealers.test_add_photo import picture

WHY = "That was another Farrow."


def withdraw(by, fact):
    return services.withdraw_fact(by=by, dealer=fact.dealer, fact=fact, because=WHY, at=NOON)


@pytest.mark.parametrize("kind", FACTS)
def test_it_leaves_the_dossier_the_cards_and_the_api_and_stays_in_the_history(client, ray, farrow, kind):
    fact = log(kind, ray, farrow)
    client.force_login(ray)
    said = str(fact)
    assert said in client.get(farrow.get_absolute_url()).content.decode()
    withdraw(ray, fact)
    for address in (farrow.get_absolute_url(), f"/api/dealers/{farrow.pk}/", "/dealers/cards/", "/dealers/"):
        assert said not in client.get(address).content.decode(), address
    event = type(fact).pgh_event_model.objects.filter(pgh_obj=fact).latest("pgh_id")
    assert (event.withdrawn_because, event.pgh_context["verb"]) == (WHY, "dealers.withdraw_fact")
    assert log(kind, ray, farrow).pk != fact.pk  # and may be told anew


def test_search_does_not_find_by_it(ray, farrow):
    withdraw(ray, log("alias", ray, farrow))
    assert search.ids("Coop", ray) == []


def test_a_caution_leaves_the_card(client, ray, farrow):
    withdraw(ray, log_caution(ray, farrow))
    client.force_login(ray)
    assert "Flees" not in client.get(farrow.get_absolute_url()).content.decode()


def test_a_photo_is_not_sent_any_more(client, ray, farrow):
    photo = services.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)
    client.force_login(ray)
    addresses = [f"/dealers/photos/{photo.pk}/page.jpg", f"/api/dealers/photos/{photo.pk}/page.jpg"]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    withdraw(ray, photo)
    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_twice_is_refused_in_words(ray, farrow):
    fact = log("alias", ray, farrow)
    withdraw(ray, fact)
    with pytest.raises(RuleBroken, match=f"withdrawn on 3 March 2026: “{WHY}”"):
        withdraw(ray, Alias.objects.get(pk=fact.pk))


def test_the_only_name_stays(ray, rook):
    with pytest.raises(RuleBroken, match="No name would be left"):
        withdraw(ray, rook.aliases.get())
    assert rook.aliases.standing().exists()


def test_whoever_was_called_by_it_is_called_by_the_next(ray, rook):
    log("alias", ray, rook, name="Crow")
    withdraw(ray, rook.aliases.get(name="Rook"))
    rook.refresh_from_db()
    assert rook.known_as == "“Crow”"


def test_the_only_part_in_a_market_of_ones_own_stays(ray, farrow):
    with pytest.raises(RuleBroken, match="only part in a market you work"):
        withdraw(ray, farrow.involvements.get())
    assert Dealer.objects.visible_to(ray).contains(farrow)


def test_the_page_of_a_correction_says_that_it_was_withdrawn(client, ray, farrow):
    fact = log("alias", ray, farrow)
    withdraw(ray, fact)
    client.force_login(ray)
    answer = client.get(f"/dealers/{farrow.pk}/alias/{fact.pk}/correct/", follow=True)
    assert WHY in answer.content.decode()
    with pytest.raises(RuleBroken, match="Log it anew"):
        correct("alias", ray, fact, seen=version_of(fact), name="Koop")


def test_by_hand_it_needs_a_reason(client, ray, farrow):
    fact = log("phone", ray, farrow)
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/phone/{fact.pk}/withdraw/"
    assert "This field is required" in client.post(address, {"because": ""}).content.decode()
    assert client.post(address, {"because": WHY}).status_code == 302
    assert client.get(f"/dealers/{farrow.pk}/alias/{fact.pk}/withdraw/").status_code == 404  # of another kind


def test_otis_withdraws_nothing(otis, ray, farrow):
    with pytest.raises(Http404):
        withdraw(otis, log("alias", ray, farrow))


def test_the_trail_has_one_line_without_the_reason(ray, farrow):
    fact = log("alias", ray, farrow)
    withdraw(ray, fact)
    [line] = AuditEntry.objects.filter(verb="dealers.withdraw_fact")
    assert (line.outcome, line.record) == ("done", f"dealers.alias:{fact.pk}")
    assert line.others["dealer"] == f"dealers.dealer:{farrow.pk}"
    assert WHY not in str(line.others)
