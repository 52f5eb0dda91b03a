"""dealers.import_dealers, check_import, finish_import, give_up_import, download_rejects, undo_import; the command."""

import csv
import io
import json
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.http import Http404

from dealers import services, tasks
from dealers.models import Dealer, ImportBatch, Observation
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.conftest import NOON, logged
from tests.dealers.lists import GOOD, HEADER, imported, ten_good_and_three_bad, uploaded

FULL = (
    "last_name,first_name,middle_name,suffix,street_names,date_of_birth,sex,phone,address,city,state,zip,plate,"
    "external_id,role,predicate,source,reliability,validity\n"
    "Farrow,Cody,Lee,Jr,Scooter; Scoot,04/1990,M,802-555-0101,12 Elm Street,Otter Falls,VT,5700,hkd 482,J-17,"
    "Connector,Sold twice,26-1,B,2\n"
)
LATER = NOON + timedelta(hours=2)


def lines(verb):
    return list(AuditEntry.objects.filter(verb=f"dealers.{verb}").values_list("badge", "outcome"))


def long_list(rows):
    """More rows than a page checks by itself, no two alike."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = [letters[i // 26 % 26] + letters[i % 26].lower() * 3 + letters[i // 7 % 26].lower() for i in range(rows)]
    return "\n".join(["last_name,predicate,source", *(f"{name},Sold,26-{i}" for i, name in enumerate(names))])


@pytest.fixture
def bell(monkeypatch):
    """Tasks that were queued, to be rung by hand."""
    queued = []
    for module in ("map_columns", "import_dealers"):
        rooms = sys.modules[f"dealers.services.{module}"]  # the package shows the service under this name
        monkeypatch.setattr(rooms, "later", lambda task, **given: queued.append((task, given)))
    return queued


def test_a_good_row_becomes_a_draft_with_all_it_says(ray, west_end):
    batch = imported(ray, west_end, FULL)
    dealer = batch.drafts.get()
    assert (dealer.status, dealer.known_as, dealer.middle_name) == ("draft", "Cody Farrow Jr", "Lee")
    assert (dealer.external_id, dealer.logged_by, dealer.logged_at) == ("J-17", ray, NOON)
    assert sorted(alias.name for alias in dealer.aliases.all()) == ["Scoot", "Scooter"]
    assert [str(born) for born in dealer.birth_dates.all()] == ["Apr 1990"]
    assert str(dealer.addresses.get()) == "12 Elm Street, Otter Falls, VT 05700"
    assert (str(dealer.phones.get()), dealer.vehicles.get().plate) == ("802-555-0101", "HKD 482")
    assert str(dealer.involvements.get()) == "Connector, West End"
    assert str(dealer.predicate.source_documents.get()) == "26-1"
    assert dealer.predicate.facts == "Sold twice"
    assert lines("import_dealers") == [("114", "done")]


def test_the_file_is_kept_no_longer_than_needed(ray, west_end):
    batch = imported(ray, west_end, GOOD + ",,,,,,\nx,,,,,,\n")
    batch.refresh_from_db()
    assert (batch.state, batch.content, batch.imported_count) == ("imported", None, 1)
    assert [row.line for row in batch.rows.all()] == [4]  # the bad one, to be mended


@pytest.mark.parametrize(("which", "rows", "names"), [("new", (), 2), ("good", (), 3), ("chosen", (4,), 1)])
def test_rows_that_look_like_somebody_are_left_out_unless_they_are_asked_for(ray, west_end, which, rows, names):
    text = GOOD + "Fenn,Ann,,1991,,Sold,26-2\nFarow,Cody,,06/06/1994,802-555-0101,Sold,26-3\n"
    batch = uploaded(ray, west_end, text)
    services.import_dealers(by=ray, batch=batch, which=which, rows=rows, at=NOON)
    assert Dealer.objects.count() == names


def test_nobody_on_file_is_changed(ray, sal, west_end, farrow):
    before = Dealer.objects.filter(pk=farrow.pk).values().get()
    imported(ray, west_end, GOOD, which="good")
    assert Dealer.objects.filter(pk=farrow.pk).values().get() == before


@pytest.mark.parametrize("which", ["new", "chosen"])
def test_a_list_without_a_good_row_is_refused(ray, west_end, which):
    with pytest.raises(RuleBroken, match="no good row"):
        imported(ray, west_end, HEADER + "\nFenn,,,,,,\n", which=which)
    assert not Dealer.objects.exists()


def test_a_list_is_imported_once(ray, west_end):
    batch = imported(ray, west_end)
    with pytest.raises(RuleBroken, match="This list is imported"):
        services.import_dealers(by=ray, batch=batch, which="good", at=NOON)
    assert Dealer.objects.count() == 1


def test_a_list_is_nothing_to_officers_of_another_market(otis, ray, west_end):
    batch = uploaded(ray, west_end)
    for service in (services.import_dealers, services.undo_import, services.give_up_import):
        given = {"which": "good", "at": NOON} if service is services.import_dealers else {}
        with pytest.raises(Http404):
            service(by=otis, batch=batch, **given | ({"at": NOON} if service is services.undo_import else {}))
    assert not Dealer.objects.exists()


def test_a_long_list_is_checked_and_logged_by_the_worker(ray, west_end, clock, bell):
    batch = uploaded(ray, west_end, long_list(ImportBatch.LONG + 1))
    assert (batch.state, bell) == ("checking", [("dealers.check_import", {"batch": str(batch.pk)})])
    tasks.check_import(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.good_count) == ("checked", ImportBatch.LONG + 1)
    services.import_dealers(by=ray, batch=batch, which="good", at=NOON)
    assert (batch.state, Dealer.objects.count()) == ("importing", 0)
    tasks.finish_import(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.imported_count) == ("imported", ImportBatch.LONG + 1)
    assert set(Dealer.objects.values_list("logged_by", flat=True)) == {ray.pk}
    assert lines("check_import") == lines("finish_import") == [("clock", "done")]


def test_the_bell_rings_again_for_a_list_that_was_dropped(ray, west_end, clock, bell, monkeypatch):
    batch = uploaded(ray, west_end, long_list(ImportBatch.LONG + 1))
    rung = []
    monkeypatch.setattr(tasks.check_import, "delay", lambda batch: rung.append(batch))
    tasks.resume_imports()
    assert rung == [str(batch.pk)]


def test_a_list_at_which_the_worker_breaks_off_three_times_is_given_up_in_words(
    ray, west_end, clock, bell, monkeypatch
):
    batch = uploaded(ray, west_end, long_list(ImportBatch.LONG + 1))
    monkeypatch.setitem(tasks.WORKS, "checking", lambda **_: 1 / 0)
    for _ in range(4):
        tasks.check_import(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.content, batch.failed_because) == ("given_up", None, tasks.STOPPED)


def test_what_nobody_took_up_for_a_week_is_forgotten(ray, west_end, clock):
    left = uploaded(ray, west_end)
    done = imported(ray, west_end, FULL + "x,,,,,,,,,,,,,,,,,,\n")
    tasks.forget_imports()
    for batch in (left, done):
        batch.refresh_from_db()
        assert not batch.rows.exists()
        assert batch.content is None
    assert (left.state, done.state) == ("given_up", "imported")
    tasks.forget_imports()
    assert lines("give_up_import") == [("clock", "done")] * 2


def test_the_rows_with_errors_are_handed_back_with_the_reason(client, ray, west_end):
    batch = uploaded(ray, west_end, ten_good_and_three_bad())
    services.map_columns(by=ray, batch=batch, **{name: name for name in HEADER.split(",")})
    client.force_login(ray)
    answer = client.get(f"/dealers/imports/{batch.pk}/rejects.csv")
    header, *rows = csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")))
    assert header == [*HEADER.split(","), "dobb", "reason"]
    assert [row[0] for row in rows] == ["Ruiz", "'=1+1"]  # no formula leaves
    assert "no month 31" in rows[0][-1]
    assert lines("download_rejects") == [("114", "read")]


def test_an_import_is_undone_with_all_it_made(ray, west_end):
    batch = imported(ray, west_end, FULL)
    services.undo_import(by=ray, batch=batch, at=LATER)
    assert (batch.state, batch.undone_at) == ("undone", LATER)
    assert not Dealer.objects.exists()
    assert not Observation.objects.exists()
    assert not Dealer.pgh_event_model.objects.exists()
    assert lines("undo_import") == [("114", "done")]


def touched_by_approval(ray, sal, dealer):
    services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=LATER)


def touched_by_an_entry(ray, sal, dealer):
    market = dealer.involvements.get().market
    services.log_observation(
        by=ray, market=market, dealers=[dealer], narrative="Seen", reliability="B", validity="2", at=LATER
    )


def touched_by_a_street_name(ray, sal, dealer):
    dealer.aliases.create(name="Moth", by=ray, at=LATER)


def touched_by_a_document(ray, sal, dealer):
    services.add_source_document(by=ray, dealer=dealer, reference="26-9", at=LATER)


def touched_by_a_tie(ray, sal, dealer):
    other = logged(ray, dealer.involvements.get().market, last_name="Other")
    services.log_tie(
        by=ray, dealer=dealer, other=other, kind="phone", seen_on=LATER.date(), basis="Calls", reliability="B",
        validity="2", at=LATER,
    )  # fmt: skip


def touched_by_a_correction(ray, sal, dealer):
    dealer.marks = "Scar"
    dealer.save()


@pytest.mark.parametrize(
    "touch",
    [
        touched_by_approval, touched_by_an_entry, touched_by_a_street_name, touched_by_a_document, touched_by_a_tie,
        touched_by_a_correction,
    ],
)  # fmt: skip
def test_what_somebody_worked_on_stays_and_why_is_told(client, ray, sal, west_end, touch):
    batch = imported(ray, west_end, f"{GOOD}Fenn,Ann,,1991,,Sold,26-2\n")
    farrow = Dealer.objects.get(last_name="Farrow")
    touch(ray, sal, farrow)
    client.force_login(sal)
    page = client.get(f"/dealers/imports/{batch.pk}/undo/").content.decode()
    assert "1 draft will be deleted, 1 stays" in page
    assert "since the import:" in page
    services.undo_import(by=ray, batch=batch, at=LATER)
    assert list(batch.drafts.all()) == [farrow]
    assert not Dealer.objects.filter(last_name="Fenn").exists()


def test_an_import_whose_drafts_were_all_touched_is_not_undone(ray, sal, west_end):
    batch = imported(ray, west_end)
    touched_by_approval(ray, sal, batch.drafts.get())
    with pytest.raises(RuleBroken, match="worked on every draft"):
        services.undo_import(by=ray, batch=batch, at=LATER)
    with pytest.raises(RuleBroken, match="This list is checked"):
        services.undo_import(by=ray, batch=uploaded(ray, west_end), at=LATER)


def test_a_list_is_given_up(ray, west_end):
    batch = uploaded(ray, west_end)
    services.give_up_import(by=ray, batch=batch)
    assert (batch.state, batch.rows.count()) == ("given_up", 0)
    with pytest.raises(RuleBroken, match="Nothing of this list"):
        services.give_up_import(by=ray, batch=batch)


def command(*words, **options):
    said = io.StringIO()
    call_command("import_dealers", *map(str, words), stdout=said, **options)
    return said.getvalue()


def test_the_command_previews_on_an_empty_database(db, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(ten_good_and_three_bad())
    told = json.loads(command(file, "--preview", "--json"))
    assert (told["rows"], told["good"], told["duplicates"]) == (12, 10, [])
    assert [(each["row"], each["column"]) for each in told["errors"]] == [
        (1, "dobb"), (12, "date_of_birth"), (13, "last_name"),
    ]  # fmt: skip
    assert "line 13" in command(file, "--preview").lower()


def test_the_command_names_pairs_of_rows_and_records(ray, west_end, tmp_path):
    known = logged(ray, west_end, last_name="Smith", first_name="John", phone="802-555-0188")
    file = tmp_path / "list.csv"
    file.write_text(
        "Surname;Given name;DOB;Phone\nSmith;John;04/03/1990;802-555-0188\nSmyth;Jon;03/04/1990;802-555-0188\n"
    )
    told = json.loads(command(file, "--preview", "--json"))
    pairs = {(each["a"], each["b"]): each for each in told["duplicates"]}
    assert {(2, 3), (2, str(known.pk)), (3, str(known.pk))} == set(pairs)
    assert 0.5 <= pairs[(2, 3)]["score"] <= 1
    assert any("802-555-0188" in reason for reason in pairs[(2, 3)]["reasons"])
    assert told["good"] == 0  # without predicate and source, and still compared


def test_the_command_imports_in_an_officers_name(ray, west_end, clock, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(GOOD + "Fenn,,,31/02/1990,,Sold,26-2\n")
    said = command(file, "--by", "114", "--market", "west end", "--source", "County jail")
    assert "Drafts logged: 1. Rows left out: 1." in said
    assert Dealer.objects.get().logged_by == ray


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ((), "Say --preview"),
        (("--by", "999", "--market", "West End"), "Nobody has the badge 999"),
        (("--by", "114", "--market", "Ferry Landing"), "114 works no market"),
    ],
)
def test_the_command_refuses_in_words(ray, west_end, ferry, tmp_path, words, refusal):
    file = tmp_path / "list.csv"
    file.write_text(GOOD)
    with pytest.raises(CommandError, match=refusal):
        command(file, *words)
