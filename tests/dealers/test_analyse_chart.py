"""dealers.analyse_chart, finish_analysis, give_up_analysis, forget_analyses: what a worker counts of a network."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import Http404

from dealers import services, tasks
from dealers.charts import result_of, table_of
from dealers.erasing import erase
from dealers.models import Analysis, SavedChart
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON
from tests.dealers.charted import analysed, charted, tied

ASKED = "measure=weighted_betweenness&layout=layered"


def counted(analysis):
    tasks.finish_analysis(analysis=analysis.pk)
    analysis.refresh_from_db()
    return analysis


def test_the_worker_counts_bands_the_best_few_and_the_curve_once(ray, sue, clock, west_end, network):
    analysis = counted(analysed(ray, west_end))
    assert analysis.is_finished
    assert cache.get(analysis.progress_key) == [200, 200]
    first = table_of(charted(west_end, ray), result_of(charted(west_end, ray))).rows[0]
    assert first.named.dealer == network["Kessler"]
    assert first.band[0] == 1 <= first.band[1]
    sizes = [(best["size"], best["method"]) for best in analysis.result["best"]]
    assert sizes == [(1, "exhaustive"), (2, "exhaustive"), (3, "exhaustive"), (4, "exhaustive")]
    assert analysis.result["best"][0]["sets"][0]["people"] == [str(network["Kessler"].pk)]
    shares = [step[1] for step in analysis.result["coverage"]["steps"]]
    assert shares == sorted(shares)
    again = analysed(sue, west_end, measure="degree", removed=(str(network["Vance"].pk),))
    assert (again.pk, again.is_finished, Analysis.objects.count()) == (analysis.pk, True, 1)
    assert AuditEntry.objects.filter(verb="dealers.finish_analysis", outcome="done", badge="clock").count() == 1


def test_one_tie_more_is_another_network(ray, west_end, network):
    first = analysed(ray, west_end)
    tied(ray, network["Boyd"], network["Crane"])
    assert analysed(ray, west_end).pk != first.pk
    assert analysed(ray, west_end, source="B").pk != first.pk


def test_the_page_asks_for_it_waits_and_fills_in(client, ray, clock, west_end, network):
    client.force_login(ray)
    chart = f"/dealers/markets/{west_end.pk}/chart/"
    assert "Count how firm the ranks are" in client.get(chart).content.decode()
    part = client.post(f"{chart}analyse/", {"asked": ASKED}, headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in part
    analysis = Analysis.objects.get()
    cache.set(analysis.progress_key, [40, 200])
    assert "40 of 200 draws" in client.get(f"{chart}analysis/?{ASKED}").content.decode()
    counted(analysis)
    assert 'hx-target="#findings"' in client.get(f"{chart}analysis/?{ASKED}").content.decode()
    page = client.get(chart).content.decode()
    for said in ("Exhaustive: every set tried", "How few it takes", "The curve as a table", "1 to "):
        assert said in page
    told = client.get(f"/api{chart}").json()
    assert told["people"][0]["band"][0] >= 1
    assert told["best"][0]["people"] == [str(network["Kessler"].pk)]


def test_without_a_script_the_button_comes_back_to_the_chart(client, ray, west_end, network):
    client.force_login(ray)
    chart = f"/dealers/markets/{west_end.pk}/chart/"
    answer = client.post(f"{chart}analyse/", {"asked": "kind=phone"})
    assert (answer.status_code, answer["Location"]) == (302, f"{chart}?kind=phone")
    answer = client.post(f"/api{chart}analyse/", {"asked": ""}, content_type="application/json")
    assert (answer.status_code, answer.json()["is_finished"]) == (201, False)


def test_after_three_attempts_it_says_why_and_can_be_asked_again(ray, clock, west_end, network, monkeypatch):
    def broken(**given):
        raise MemoryError("Kessler")

    monkeypatch.setattr(services, "finish_analysis", broken)
    analysis = analysed(ray, west_end)
    for _ in range(4):
        counted(analysis)
    assert "three times" in analysis.failed_because
    monkeypatch.undo()
    assert counted(analysed(ray, west_end)).is_finished
    with pytest.raises(RuleBroken, match="counted meanwhile"):
        services.give_up_analysis(by=clock, analysis=analysis, because="x")


def test_few_people_and_strangers_are_refused(ray, otis, west_end, network):
    with pytest.raises(RuleBroken, match="Fewer than three people"):
        analysed(ray, west_end, role=("supplier",))
    with pytest.raises(Http404):
        analysed(otis, west_end)
    assert not Analysis.objects.exists()


def test_it_is_forgotten_after_a_week_and_with_whoever_is_purged(ray, clock, west_end, network):
    analysed(ray, west_end)
    assert services.forget_analyses(by=clock, before=NOON) == 0
    assert services.forget_analyses(by=clock, before=NOON + timedelta(seconds=1)) == 1
    analysed(ray, west_end)
    kept = services.save_chart(
        by=ray, market=west_end, name="Mine", asked={"removed": [str(network["Boyd"].pk)]},
        pinned={str(network["Vance"].pk): [0.1, 0.2]}, at=NOON,
    )  # fmt: skip
    erase([network["Crane"]])
    assert not Analysis.objects.exists()
    assert SavedChart.objects.get() == kept
    erase([network["Boyd"]])
    assert not SavedChart.objects.exists()
