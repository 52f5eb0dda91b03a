"""dealers.save_chart, delete_chart: a way of looking at a network, kept under a name."""

import json

import pytest
from django.http import Http404

from dealers import services
from dealers.models import SavedChart
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.dealers.charted import saved_chart


def test_a_saved_chart_asks_again_and_its_people_stay_where_they_were_pinned(client, ray, west_end, network):
    client.force_login(ray)
    vance, chart = str(network["Vance"].pk), f"/dealers/markets/{west_end.pk}/chart/"
    sent = {"name": "Bridges", "asked": "kind=supplies&layout=force&page=x", "pinned": json.dumps({vance: [0.25, 0.5]})}
    answer = client.post(f"{chart}save/", sent)
    kept = SavedChart.objects.get()
    assert answer["Location"] == f"{chart}?chart={kept.pk}"
    assert kept.asked == {"kind": ["supplies"], "measure": "weighted_betweenness", "layout": "force"}
    shown = client.get(answer["Location"]).context["chart"]
    assert len(shown.ties) == 2
    assert (shown.places[vance].x, shown.places[vance].y) == (0.25, 0.5)
    assert AuditEntry.objects.filter(verb="dealers.save_chart", outcome="done").count() == 1
    assert "Bridges" not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize("pinned", ["{", "[]", '{"x": 1}', "KEY:[1]", "KEY:[9, 9]", "KEY:[NaN, 0]", "KEY:null"])
def test_what_is_no_place_is_refused(client, ray, west_end, network, pinned):
    client.force_login(ray)
    said = f'{{"{network["Vance"].pk}": {pinned[4:]}}}' if pinned.startswith("KEY:") else pinned
    page = f"/dealers/markets/{west_end.pk}/chart/save/"
    answer = client.post(page, {"name": "Mine", "asked": "", "pinned": said}, follow=True)
    assert SavedChart.objects.exists() == (pinned == '{"x": 1}')
    assert ("where they are pinned" in answer.content.decode()) != SavedChart.objects.exists()


def test_the_same_name_changes_ones_own_and_a_shared_one_is_whoever_works_the_markets(ray, sue, otis, west_end):
    first = saved_chart(ray, west_end)
    assert saved_chart(ray, west_end, asked={}, is_shared=True).pk == first.pk
    assert SavedChart.objects.visible_to(sue).get() == first
    saved_chart(sue, west_end, name="Own")
    assert not SavedChart.objects.visible_to(ray).filter(name="Own").exists()
    assert not SavedChart.objects.visible_to(otis).exists()
    with pytest.raises(Http404):
        saved_chart(otis, west_end)


def test_it_is_deleted_by_who_saved_it_alone(client, ray, sue, otis, west_end):
    shared = saved_chart(ray, west_end, is_shared=True)
    with pytest.raises(RuleBroken, match="Ray Dunmore's"):
        services.delete_chart(by=sue, saved=shared)
    with pytest.raises(Http404):
        services.delete_chart(by=otis, saved=shared)
    client.force_login(ray)
    client.post(f"/dealers/charts/{shared.pk}/delete/")
    assert not SavedChart.objects.exists()
    assert AuditEntry.objects.filter(verb="dealers.delete_chart", outcome="done").count() == 1


def test_a_colleague_sees_in_it_only_whom_he_may_see(client, ray, sue, west_end, network, rook):
    shared = saved_chart(ray, west_end, asked={"around": str(rook.pk), "removed": [str(rook.pk)]}, is_shared=True)
    client.force_login(sue)
    chart = client.get(shared.get_absolute_url()).context["chart"]
    assert (chart.asked.around, chart.asked.removed) == ("", ())


def test_the_api_saves_lists_and_deletes(client, ray, west_end, network):
    client.force_login(ray)
    page = f"/api/dealers/markets/{west_end.pk}/chart/"
    made = client.post(f"{page}save/", {"name": "Mine", "asked": "kind=phone"}, content_type="application/json")
    assert (made.status_code, made.json()["asked"]["kind"]) == (201, ["phone"])
    assert [each["name"] for each in client.get(f"{page}saved/").json()["results"]] == ["Mine"]
    gone = client.post(f"/api/dealers/charts/{made.json()['id']}/delete/", {}, content_type="application/json")
    assert gone.status_code == 200
