"""cases.correct_buy: nobody's correction is undone unseen; what a case rested on when it ended stays."""

from datetime import date, timedelta

import pytest
from django.http import Http404

from dealers.cases import services
from dealers.cases.models import Buy
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.cases.evidence import at_the_lab, logged_buy, with_result
from tests.cases.made import SOLD_AT, brought_to
from tests.conftest import NOON

DAY = timedelta(days=1)


@pytest.fixture
def buy(ray, farrow, west_end):
    return Buy.objects.get(pk=logged_buy(farrow, ray, west_end).pk)


def corrected(buy, by, seen=None, **facts):
    said = {name: getattr(buy, name) for name in Buy.CORRECTED} | facts
    return services.correct_buy(by=by, buy=buy, seen=seen or version(buy, Buy.CORRECTED), at=NOON, **said)


def test_what_is_known_better_takes_its_place_and_the_history_keeps_the_first(ray, buy):
    corrected(buy, ray, place="12 Alder Street", is_in_a_home=True)
    buy.refresh_from_db()
    assert (buy.place, buy.is_in_a_home) == ("12 Alder Street", True)
    assert Buy.pgh_event_model.objects.filter(pgh_obj=buy, place="Alder Plaza").exists()
    assert AuditEntry.objects.filter(verb="cases.correct_buy").count() == 1


def test_the_second_of_two_is_shown_what_the_first_changed(ray, sue, buy):
    seen = version(buy, Buy.CORRECTED)
    corrected(buy, ray, price_dollars=60)
    with pytest.raises(ChangedMeanwhile, match="changed this meanwhile"):
        corrected(buy, sue, seen=seen, place="Cutler Street")


def test_on_the_page_the_second_sees_both_and_saves_again(client, ray, sue, buy):
    client.force_login(sue)
    form = client.get(f"{buy.get_absolute_url()}correct/").context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    typed |= {"bought_at": "2026-02-02T15:00", "place": "Cutler Street"}
    corrected(buy, ray, price_dollars=60, is_in_a_home=True)
    refused = client.post(f"{buy.get_absolute_url()}correct/", typed)
    assert "changed this meanwhile" in refused.content.decode()
    again = {name: refused.context["form"][name].value() for name in form.fields}
    again = {name: value for name, value in again.items() if value not in (None, False)}
    assert client.post(f"{buy.get_absolute_url()}correct/", again).status_code == 302
    buy.refresh_from_db()
    assert (buy.place, buy.price_dollars, buy.is_in_a_home) == ("Cutler Street", 60, True)


def test_what_a_disposed_case_rested_on_is_changed_no_more(ray, case, cast):
    buy = Buy.objects.get()
    brought_to("disposed", case, cast)
    for act in (
        lambda: corrected(buy, ray, place="Elsewhere"),
        lambda: at_the_lab(buy, ray),
        lambda: with_result(buy, ray, "cut"),
    ):
        with pytest.raises(RuleBroken, match="has ended"):
            act()


def test_no_buy_is_put_into_a_disposed_case(ray, farrow, west_end, case, cast):
    brought_to("disposed", case, cast)
    later = logged_buy(farrow, ray, west_end)
    with pytest.raises(RuleBroken, match="case of its own"):
        services.add_count(
            by=ray, case=case, offence="sale_heroin", offence_on=later.bought_at.date(), buy=later, at=NOON
        )


def test_otis_corrects_none(otis, buy):
    with pytest.raises(Http404):
        corrected(buy, otis, place="Elsewhere")


def test_the_count_takes_the_day_that_proves_right_and_the_clock_runs_from_it(ray, case, cast):
    brought_to("banked", case, cast)
    buy = Buy.objects.get()
    corrected(buy, ray, bought_at=SOLD_AT - 300 * DAY)
    case.refresh_from_db()
    assert (case.counts.get().offence_on, case.last_day) == (date(2025, 4, 8), date(2028, 4, 8))


def test_another_day_is_refused_once_charged_and_after_the_sample_was_sent(ray, case, cast):
    buy = Buy.objects.get()
    with pytest.raises(RuleBroken, match="The sample was sent on 3 Feb 2026"):
        corrected(buy, ray, bought_at=SOLD_AT + 5 * DAY)
    brought_to("charged", case, cast)
    with pytest.raises(RuleBroken, match="is charged on the day that stands here"):
        corrected(buy, ray, bought_at=SOLD_AT - DAY)
    corrected(Buy.objects.get(), ray, place="12 Alder Street")


def test_a_moment_that_no_page_could_read_is_refused(client, ray, buy):
    client.force_login(ray)
    typed = {name: getattr(buy, name) for name in Buy.CORRECTED if getattr(buy, name) is not False}
    typed |= {"seen": version(buy, Buy.CORRECTED), "bought_at": "0001-01-01T00:00:00+14:00"}
    assert "before 1900" in client.post(f"{buy.get_absolute_url()}correct/", typed).content.decode()
    assert client.get("/cases/buys/").status_code == 200
