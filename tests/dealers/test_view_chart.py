"""dealers.view_chart: the network of a market as far as an officer sees it, drawn, ranked, and without some of it."""

import html
import json
import re
from datetime import date

import pytest

from dealers import services
from dealers.charts import picture_of, table_of, without
from dmi.audit.models import AuditEntry
from markets import services as places
from tests.conftest import NOON, TODAY, logged
from tests.dealers.charted import TIES, charted, tied


def address(market, question=""):
    return f"/dealers/markets/{market.pk}/chart/?{question}"


def names(chart):
    return sorted(chart.people[key].dealer.last_name for key in chart.drawn)


def lines(chart):
    return sorted(tuple(sorted((start.dealer.last_name, end.dealer.last_name))) for start, _, end, _ in chart.lines)


def test_kin_and_what_is_not_probable_are_ranked_by_nobody_and_drawn_when_asked(ray, west_end, network):
    plain = charted(west_end, ray)
    assert len(plain.ties) == len(plain.network.ties) == 5
    besides = charted(west_end, ray, also=("kin", "weak"))
    assert len(besides.ties) == 7
    assert besides.network == plain.network
    assert [pair.is_ranked for pair in besides.pairs].count(False) == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": ("supplies",)}, 2),
        ({"source": "B"}, 4),
        ({"content": "1"}, 1),
        ({"until": date(2025, 11, 30)}, 2),
        ({"since": date(2026, 3, 4)}, 0),
        ({"role": ("connector", "addict_dealer")}, 3),
    ],
)
def test_it_is_narrowed_by_kind_grade_layer_and_days(ray, west_end, network, asked, found):
    assert len(charted(west_end, ray, **asked).ties) == found


def test_around_one_person_it_opens_step_by_step(ray, west_end, network):
    keys = {name: str(dealer.pk) for name, dealer in network.items()}
    chart = charted(west_end, ray, around=keys["Vance"])
    assert names(chart) == ["Kessler", "Vance"]
    assert chart.unseen(keys["Kessler"]) == 2
    assert names(charted(west_end, ray, around=keys["Vance"], opened=(keys["Kessler"],))) == [
        "Adair", "Crane", "Kessler", "Vance",
    ]  # fmt: skip
    assert len(table_of(chart).rows) == 6  # ranks stay those of the whole network


def test_the_connector_ranks_first_and_is_missed_most(ray, west_end, network):
    kessler = str(network["Kessler"].pk)
    chart = charted(west_end, ray, removed=(kessler,))
    first = table_of(chart).rows[0]
    assert (first.key, first.rank, first.person.is_cut_point) == (kessler, 1, True)
    gone = without(chart)
    assert gone.found.after.components == 3
    assert set(gone.cut_keys) == {str(network["Vance"].pk), *cut_group(network, gone)}
    assert gone.found.after.fragmentation > gone.found.before.fragmentation == 0


def cut_group(network, gone):
    """Of two groups as large as each other the second."""
    groups = [{str(network[name].pk) for name in pair} for pair in (("Adair", "Boyd"), ("Crane", "Dix"))]
    return next(group for group in groups if group & set(gone.cut_keys))


@pytest.mark.parametrize("measure", ["degree", "betweenness", "weighted_betweenness", "constraint", "core"])
@pytest.mark.parametrize("layout", ["layered", "force"])
def test_screen_and_paper_stand_alike_whatever_is_measured(ray, west_end, network, measure, layout):
    pictures = [
        picture_of(chart, table_of(chart))
        for chart in (charted(west_end, ray, measure=measure, layout=layout) for _ in range(2))
    ]
    assert pictures[0].box == pictures[1].box
    places = [[(spot.named.key, spot.x, spot.y, spot.row.size) for spot in picture.spots] for picture in pictures]
    assert places[0] == places[1]
    assert len({(x, y) for _, x, y, _ in places[0]}) == 6


def test_suppliers_stand_above_connectors_above_addict_dealers(ray, west_end, network):
    down = {
        named.dealer.last_name: chart.places[key].y
        for chart in [charted(west_end, ray)]
        for key, named in chart.people.items()
    }
    assert down["Vance"] < down["Kessler"] < min(down["Adair"], down["Boyd"], down["Crane"]) <= down["Dix"]


def test_the_page_says_what_its_ranks_stand_on_and_enters_one_line(client, ray, west_end, network):
    client.force_login(ray)
    page = client.get(address(west_end)).content.decode()
    assert (
        "6 people, 5 ties, 6 Oct 2025 to 3 Mar 2026, graded probable or better. A lead for review, not evidence."
        in page
    )
    assert page.count('name="removed"') == 6
    [line] = AuditEntry.objects.filter(verb="dealers.view_chart")
    assert (line.badge, line.outcome, line.record) == ("114", "read", f"markets.market:{west_end.pk}")


def test_removing_by_htmx_fetches_the_findings_alone_and_makes_no_second_line(client, ray, west_end, network):
    client.force_login(ray)
    client.get(address(west_end))
    question = f"removed={network['Kessler'].pk}&order=-degree"
    part = client.get(
        address(west_end, question), headers={"HX-Request": "true", "HX-Target": "findings"}
    ).content.decode()
    assert "<html" not in part
    assert "Without Kessler" in re.sub(r"\s+", " ", part)
    marks = json.loads(html.unescape(re.search(r'data-marks="([^"]*)"', part)[1]))
    assert marks["removed"] == [str(network["Kessler"].pk)]
    assert len(marks["cut"]) == 3
    assert AuditEntry.objects.filter(verb="dealers.view_chart").count() == 1


def test_the_table_is_ordered_by_any_column(client, ray, west_end, network):
    client.force_login(ray)
    for order, first in (("name", "Adair"), ("-name", "Vance"), ("-degree", "Kessler"), ("layer", "Adair")):
        rows = client.get(address(west_end, f"order={order}")).context["table"].rows
        assert rows[0].named.dealer.last_name == first, order


def test_what_an_address_can_not_mean_is_said_beside_its_field(client, ray, west_end, network):
    client.force_login(ray)
    answer = client.get(address(west_end, "since=nonsense&measure=beauty&kind=kin&removed=x&around=y&order=z"))
    assert answer.status_code == 200
    assert "There is no such day" in answer.content.decode()
    assert len(answer.context["chart"].ties) == 5


def test_a_draft_and_its_ties_are_nobodys_elses(client, ray, sue, west_end, network):
    wren = logged(ray, west_end, street_name="Wren")
    tied(ray, wren, network["Kessler"])
    for officer in (ray, sue):  # not even their own: a draft is no part of a network
        chart = charted(west_end, officer)
        assert len(chart.people) == 6
        assert len(chart.ties) == 5


def test_people_of_another_market_are_not_on_it(ray, sue, otis, west_end, ferry, network, alley):
    places.assign_officer(by=sue, market=west_end, officer=otis, on=TODAY)
    tied(sue, network["Vance"], alley)
    assert all(str(alley.pk) not in chart.people for chart in (charted(west_end, who) for who in (ray, otis, sue)))
    services.log_involvement(
        by=sue, dealer=alley, market=west_end, role="connector", from_on=TODAY, source="26-9", reliability="B",
        validity="2", at=NOON,
    )  # fmt: skip
    assert str(alley.pk) in charted(west_end, ray).people


def test_otis_and_who_does_not_work_the_market_find_no_chart(client, otis, pat, sal, ferry, west_end, network):
    for officer, market, status in ((otis, west_end, 404), (pat, west_end, 403), (sal, ferry, 404)):
        client.force_login(officer)
        assert client.get(address(market)).status_code == status
        assert client.get(f"/api{address(market)}").status_code == status


def test_nobody_one_person_and_two_apart_are_pages_too(client, ray, sal, west_end):
    client.force_login(ray)
    assert "Nobody is on file in this market" in client.get(address(west_end)).content.decode()
    for number in range(2):
        one = logged(ray, west_end, last_name=f"Alone{number}")
        services.approve_predicate(by=sal, dealer=one, is_lawfully_acquired=True, at=NOON)
        answer = client.get(address(west_end, f"removed={one.pk}"))
        assert answer.status_code == 200
        assert b"Nobody would be cut off" in answer.content


def test_the_api_tells_the_same_and_refuses_what_the_page_ignores(client, ray, west_end, network):
    client.force_login(ray)
    kessler = network["Kessler"].pk
    told = client.get(f"/api{address(west_end, f'removed={kessler}&kind=supplies&kind=introduces')}").json()
    assert told["ground"]["ties"] == len([tie for tie in TIES if tie[1] in {"supplies", "introduces"}])
    assert len(told["people"]) == 6
    assert told["without"]["after"]["components"] == 5
    for wrong in ("beauty=1", "measure=beauty", "kind=", f"removed={west_end.pk}", "since=yesterday"):
        assert client.get(f"/api{address(west_end, wrong)}").status_code == 400, wrong
