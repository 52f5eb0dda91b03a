"""dealers.view_dealers narrowed, save_list, delete_list, assign_dealers, export_dealers."""

import csv
import io
from datetime import date

import pytest
from django.http import Http404
from python_calamine import CalamineWorkbook

from dealers import services
from dealers.models import Dealer, SavedList
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.conftest import NOON, TODAY, logged, officer


def saved(by, name="Mine", **said):
    return services.save_list(by=by, name=name, at=NOON, **{"query": {"status": "draft"}, "columns": ["part"], **said})


def listed(client, officer, question=""):
    """The names on the page of the list."""
    client.force_login(officer)
    answer = client.get(f"/dealers/?{question}")
    assert answer.status_code == 200
    return [dealer.known_as for dealer in answer.context["page"]]


def exported(client, officer, question=""):
    client.force_login(officer)
    answer = client.get(f"/dealers/export/?{question}")
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


@pytest.fixture
def colleague(sal, west_end):
    """Another investigator of West End."""
    person = officer("115", "investigator", full_name="Nell Ortiz", rank="Det.")
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", ["Cody Farrow", "Dana Whitlow", "“Rook”"]),
        ("q=scooter", ["Cody Farrow"]),
        ("status=draft", ["“Rook”"]),
        ("caution=armed", ["Cody Farrow"]),
        ("caution=dog", []),
        ("supervised=no", ["Cody Farrow", "Dana Whitlow", "“Rook”"]),
        ("supervised=yes", []),
        ("logged_since=2026-03-03", ["Cody Farrow", "Dana Whitlow", "“Rook”"]),
        ("logged_since=2026-03-04", []),
        ("quiet_since=2026-03-04", ["Cody Farrow", "Dana Whitlow", "“Rook”"]),
        ("quiet_since=2026-03-03", []),
        ("review_before=2031-03-04", ["Cody Farrow", "Dana Whitlow"]),
        ("review_before=2031-03-03", []),
        ("lacks=document", []),
        ("order=-name", ["“Rook”", "Dana Whitlow", "Cody Farrow"]),
        ("market=00000000-0000-4000-8000-000000000000", []),
        ("status=nonsense", []),
    ],
)
def test_the_list_is_narrowed_and_sorted(client, ray, farrow, whitlow, rook, question, names):
    services.log_caution(by=ray, dealer=farrow, kind="armed", source="26-0917", noted_on=TODAY, at=NOON)
    assert listed(client, ray, question) == names


def test_a_withdrawn_part_is_none_in_its_market(client, ray, sue, west_end, farrow, ferry):
    places.assign_officer(by=sue, market=ferry, officer=ray, on=TODAY)
    told = {"source": "26-9", "reliability": "B", "validity": "2", "from_on": TODAY, "at": NOON}
    part = services.log_involvement(by=ray, dealer=farrow, market=ferry, role="connector", **told)
    assert listed(client, ray, f"market={ferry.pk}") == ["Cody Farrow"]
    services.withdraw_fact(by=ray, dealer=farrow, fact=part, because="A namesake", at=NOON)
    assert listed(client, ray, f"market={ferry.pk}") == []
    assert listed(client, ray, f"market={west_end.pk}") == ["Cody Farrow"]


def test_drafts_without_a_document_are_found(client, ray, west_end, rook):
    logged(ray, west_end, street_name="Wren", source_reference="")
    assert listed(client, ray, "lacks=document") == ["“Wren”"]


def test_who_answers_for_whom_is_found(client, ray, sal, colleague, farrow, whitlow):
    services.assign_dealers(by=sal, dealers=[farrow], officer=colleague)
    assert listed(client, ray, f"owner={colleague.pk}") == ["Cody Farrow"]
    assert listed(client, ray, f"owner={ray.pk}") == ["Dana Whitlow"]


def test_the_columns_are_those_that_were_chosen(client, ray, farrow):
    client.force_login(ray)
    page = client.get("/dealers/?columns=reference&columns=owner").content.decode()
    assert farrow.reference in page
    assert 'data-label="Answers for it"' in page
    assert 'data-label="Status"' not in page


def test_a_saved_list_asks_its_question_again(client, ray, farrow, rook):
    mine = saved(ray)
    assert listed(client, ray, f"list={mine.pk}") == ["“Rook”"]
    page = client.get(f"/dealers/?list={mine.pk}").content.decode()
    assert 'data-label="Part"' in page
    assert 'data-label="Status"' not in page
    assert AuditEntry.objects.filter(verb="dealers.save_list", outcome="done").count() == 1


def test_saving_under_the_same_name_changes_the_list(ray, task_force):
    assert saved(ray).pk == saved(ray, query={}).pk
    assert SavedList.objects.get().query == {}


def test_what_a_shared_list_shows_is_what_its_reader_may_see(client, ray, otis, farrow, alley):
    shared = saved(ray, query={"status": "on_file"}, is_shared=True)
    assert listed(client, ray, f"list={shared.pk}") == ["Cody Farrow"]
    assert listed(client, otis, f"list={shared.pk}") == ["Vern Alley"]


def test_a_shared_list_of_another_market_shows_nobody(client, ray, otis, west_end, farrow, alley):
    """Where its filter asks for what one may not choose, nobody is shown rather than everybody."""
    shared = saved(ray, query={"market": str(west_end.pk)}, is_shared=True)
    assert listed(client, otis, f"list={shared.pk}") == []
    assert b"West End" not in client.get(f"/dealers/?list={shared.pk}").content


def test_somebody_elses_own_list_is_404(client, ray, otis, colleague):
    mine = saved(ray)
    for stranger in (otis, colleague):
        client.force_login(stranger)
        assert client.get(f"/dealers/?list={mine.pk}").status_code == 404
        assert client.get(f"/dealers/export/?list={mine.pk}").status_code == 404
        assert client.post(f"/dealers/lists/{mine.pk}/delete/").status_code == 404
    assert client.get("/dealers/?list=nonsense").status_code == 404


def test_words_are_not_shared(ray, task_force):
    with pytest.raises(RuleBroken, match="can not search for words"):
        saved(ray, query={"q": "Farrow"}, is_shared=True)


def test_a_colleagues_shared_list_keeps_its_name_and_is_only_his_to_delete(ray, sal, task_force):
    shared = saved(ray, is_shared=True)
    with pytest.raises(RuleBroken, match="choose another"):
        saved(sal)
    with pytest.raises(RuleBroken, match="This list is Det"):
        services.delete_list(by=sal, saved=shared)
    services.delete_list(by=ray, saved=shared)
    assert not SavedList.objects.exists()


def test_the_page_saves_and_deletes(client, ray, farrow):
    client.force_login(ray)
    said = {"name": "Quiet", "asked": "status=on_file&order=-logged&columns=part&columns=born&page=3"}
    answer = client.post("/dealers/lists/save/", said, follow=True)
    kept = SavedList.objects.get()
    assert (kept.query, kept.columns) == ({"status": "on_file", "order": "-logged"}, ["part", "born"])
    assert "“Quiet” is saved" in answer.content.decode()
    answer = client.post(f"/dealers/lists/{kept.pk}/delete/", follow=True)
    assert "is deleted; nobody in it is" in answer.content.decode()


def test_a_supervisor_assigns_many_at_once(client, sal, colleague, farrow, whitlow, rook):
    client.force_login(sal)
    said = {"officer": colleague.pk, "dealers": [farrow.pk, whitlow.pk, rook.pk], "asked": "status=on_file"}
    answer = client.post("/dealers/assign/", said, follow=True)
    page = answer.content.decode()
    assert "Assigned to Det. Nell Ortiz: Cody Farrow, Dana Whitlow." in page
    assert "“Rook” can not be assigned yet: a draft" in page
    assert Dealer.objects.filter(assigned_to=colleague).count() == 2
    assert answer.redirect_chain[0][0] == "/dealers/?status=on_file"
    assert list(AuditEntry.objects.filter(verb="dealers.assign_dealers").values_list("badge", "outcome")) == [
        ("7", "done")
    ]


def test_only_who_works_the_market_answers_for_its_dealers(sal, otis, pat, farrow, ferry):
    with pytest.raises(RuleBroken, match="works no market of theirs"):
        services.assign_dealers(by=sal, dealers=[farrow], officer=otis)
    with pytest.raises(RuleBroken, match="no role that opens dossiers"):
        services.assign_dealers(by=sal, dealers=[farrow], officer=pat)
    assert Dealer.objects.get(pk=farrow.pk).assigned_to is None


def test_whom_one_does_not_see_one_does_not_assign(sal, colleague, farrow, alley):
    with pytest.raises(Http404):
        services.assign_dealers(by=sal, dealers=[farrow, alley], officer=colleague)
    assert not Dealer.objects.exclude(assigned_to=None).exists()


def test_investigators_do_not_assign(client, ray, farrow):
    client.force_login(ray)
    assert client.post("/dealers/assign/", {}).status_code == 403


def test_the_list_is_taken_along_as_it_stands(client, ray, farrow, rook):
    header, *rows = exported(client, ray, "status=on_file&columns=part&columns=last_entry")
    assert header == [
        "Number", "Last name", "First name", "Middle name", "Suffix", "Street names", "Part", "Last entry",
    ]  # fmt: skip
    assert rows == [[farrow.reference, "Farrow", "Cody", "", "", "Scooter", "Addict-dealer", "2026-03-03"]]


def test_an_export_is_on_the_trail_without_its_words(client, ray, farrow):
    exported(client, ray, "q=farrow&status=on_file")
    line = AuditEntry.objects.get(verb="dealers.export_dealers")
    assert (line.outcome, line.others["rows"], line.others["status"]) == ("read", 1, "on_file")
    assert "farrow" not in str(line.others).lower()
    mine = saved(ray)
    exported(client, ray, f"list={mine.pk}")
    assert AuditEntry.objects.filter(verb="dealers.export_dealers", record=f"dealers.savedlist:{mine.pk}").exists()


def test_an_export_is_a_workbook_too_and_holds_no_formula(client, ray, west_end):
    logged(ray, west_end, last_name="=1+1", date_of_birth=date(1990, 3, 4))
    client.force_login(ray)
    answer = client.get("/dealers/export/?file=xlsx&columns=born")
    content = io.BytesIO(b"".join(answer.streaming_content))
    header, row = CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()
    assert (header[1], row[1], row[6]) == ("Last name", "=1+1", date(1990, 3, 4))
    assert exported(client, ray)[1][1] == "'=1+1"


def test_otis_takes_nobody_along(client, otis, ray, farrow, rook, alley):
    assert [row[1] for row in exported(client, otis)[1:]] == ["Alley"]
    assert [row[1] for row in exported(client, otis, "q=farrow")[1:]] == []


def test_a_filter_that_nobody_fits_says_what_to_do(client, ray, farrow):
    client.force_login(ray)
    assert "Nobody you may see fits" in client.get("/dealers/?logged_since=2099-01-01").content.decode()


def test_what_is_no_filter_and_no_list_leaves_no_text_on_the_trail(client, ray, west_end):
    client.force_login(ray)
    for question in ("status=Cody+Farrow", "status=%00"):
        assert client.get(f"/dealers/export/?{question}").status_code == 200
    for key in ("Cody+Farrow", "%00"):
        assert client.get(f"/dealers/?list={key}").status_code == 404
    assert "Farrow" not in str(AuditEntry.objects.values("record", "others"))


def test_a_list_is_saved_without_what_the_database_can_not_keep(client, ray, west_end):
    client.force_login(ray)
    client.post("/dealers/lists/save/", {"name": "Mine", "asked": "q=a%00b"})
    assert SavedList.objects.get().query == {"q": "ab"}


def test_the_first_day_there_is_can_be_asked_for(client, ray, farrow):
    assert listed(client, ray, "review_before=0001-01-01") == []
