"""dealers.import_roster, answer_roster_match: a jail's list tells owner and CRT, and creates nobody."""

import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.http import Http404

from dealers import services
from dealers.models import Dealer, Roster, RosterMatch
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.tables import write_xlsx
from maintenance import services as crt
from tests.conftest import NOON, logged

HEADER = "Last Name,FIRST_NAME,Middle,DOB,Event,Date\n"
FARROW = "FARROW,CODY,,6/6/1994,Released,2/27/2026\n"
STRANGER = "QUIMBY,NORA,J,01/15/1971,Booked,02/27/2026\n"
RELEASED_ON = date(2026, 2, 27)


@pytest.fixture
def cody(farrow):
    """Farrow with his day of birth on file."""
    farrow.date_of_birth = date(1994, 6, 6)
    farrow.save()
    return farrow


def read(by, text, name="list.csv", **facts):
    said = {"source": "Marble Valley jail", "at": NOON, **facts}
    return services.import_roster(by=by, file=ContentFile(text.encode(), name), **said)


def answered(by, match, answer, at=NOON):
    return services.answer_roster_match(by=by, match=match, answer=answer, at=at)


def test_a_line_that_fits_somebody_on_file_is_a_match_and_nobody_is_created(ray, cody):
    people = Dealer.objects.count()
    roster = read(ray, HEADER + FARROW + STRANGER)
    [match] = roster.matches.all()
    assert (match.dealer, match.event, match.event_on) == (cody, "released", RELEASED_ON)
    assert match.as_written == "FARROW, CODY, born 6/6/1994"
    assert match.reasons
    assert (roster.row_count, roster.unread_count, Dealer.objects.count()) == (2, 0, people)


def test_columns_come_in_any_order_and_case_and_others_are_not_read(ray, cody):
    text = "CHARGE;EVENT;date;first_name;dob;last_name\nTheft;release;27 Feb 2026;Cody;1994-06-06;Farrow\n"
    [match] = read(ray, text).matches.all()
    assert (match.event, match.event_on) == ("released", RELEASED_ON)


def test_a_workbook_is_read_as_well(ray, cody):
    header = ["last_name", "first_name", "date_of_birth", "event", "date"]
    with write_xlsx(header, [["Farrow", "Cody", date(1994, 6, 6), "booked", RELEASED_ON]]) as workbook:
        file = ContentFile(workbook.read(), "list.xlsx")
    roster = services.import_roster(by=ray, source="Jail", file=file, at=NOON)
    assert [match.event for match in roster.matches.all()] == ["booked"]


def test_a_slip_in_the_name_and_swapped_day_and_month_still_match(ray, cody):
    cody.date_of_birth = date(1994, 6, 5)
    cody.save()
    assert read(ray, HEADER + "FAROW,CODY,,05/06/1994,Booked,2/27/2026\n").matches.exists()


def test_bad_lines_are_told_by_number_without_a_word_of_whom_they_name(ray, cody):
    bad = "QUIMBY,,,31/02/1990,Booked,2/27/2026\nQUIMBY,,,,Escaped,2/27/2026\nQUIMBY,,,,Booked,3/4/2026\n,X,,,,\n"
    roster = read(ray, HEADER + bad + FARROW)
    assert [complaint.partition(":")[0] for complaint in roster.unread] == ["Line 2", "Line 3", "Line 4", "Line 5"]
    assert "date of birth" in roster.unread[0]
    assert "neither “booked” nor “released”" in roster.unread[1]
    assert "up to today" in roster.unread[2]
    assert "QUIMBY" not in " ".join(roster.unread)
    assert roster.matches.count() == 1


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("last_name,event\nFarrow,booked\n", "no column “date”"),
        ("", "at least one row"),
        (HEADER + ",,,,,x\n", "No line of this list can be read. Line 2: no last name"),
        ("%PDF-1.7 and more\nx\n", "is a PDF"),
    ],
)
def test_what_is_no_such_list_is_refused(ray, cody, text, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        read(ray, text)
    assert not Roster.objects.exists()


def test_more_than_twenty_megabytes_are_refused_unread(ray):
    file = ContentFile(b"", "list.csv")
    file.size = 21 * 1024 * 1024
    with pytest.raises(RuleBroken, match="larger than 20 MB"):
        services.import_roster(by=ray, source="Jail", file=file, at=NOON)


def test_the_same_list_twice_is_refused(ray, otis, cody):
    read(ray, HEADER + FARROW)
    with pytest.raises(RuleBroken, match="read on 3 Mar 2026 already"):
        read(otis, HEADER + FARROW)


def test_the_same_line_is_not_asked_again_whatever_was_answered(ray, cody):
    answered(ray, read(ray, HEADER + FARROW).matches.get(), "other")
    assert not read(ray, HEADER + FARROW + STRANGER).matches.exists()
    assert read(ray, HEADER + FARROW.replace("2/27", "3/1")).matches.exists()  # another day is another question


def test_two_namesakes_of_one_day_are_two_questions(ray, cody):
    roster = read(ray, HEADER + FARROW + FARROW.replace("6/6/1994", "6/7/1994"))
    assert roster.matches.count() == 2


def test_a_draft_and_what_was_merged_away(ray, rook, cody):
    cody.status, cody.merged_into = Dealer.Status.MERGED, rook
    cody.save()
    assert not read(ray, HEADER + FARROW).matches.exists()


def test_who_reads_a_list_sees_only_his_own_and_not_how_many_others_there_were(client, ray, otis, cody, alley):
    roster = read(otis, HEADER + FARROW + STRANGER)
    client.force_login(otis)
    page = client.get(f"/dealers/rosters/{roster.pk}/").content.decode()
    assert "Farrow" not in page.replace("FARROW", "")
    assert "Nobody you see stands on it" in page
    assert Roster.objects.visible_to(otis).with_counts(otis).get().matched == 0
    client.force_login(ray)
    assert "Cody Farrow" in client.get(f"/dealers/rosters/{roster.pk}/").content.decode()
    assert client.get("/api/dealers/rosters/").json()["results"][0]["matched"] == 1


def test_a_list_without_anybody_one_sees_is_404_to_others(client, ray, otis, cody):
    roster = read(ray, HEADER + FARROW)
    client.force_login(otis)
    assert client.get(f"/dealers/rosters/{roster.pk}/").status_code == 404


def test_the_owner_is_told_on_the_desk_until_somebody_answers(client, ray, sal, cody):
    match = read(sal, HEADER + FARROW).matches.get()
    client.force_login(ray)
    assert "On a jail list" in client.get("/").content.decode()
    answer = client.post(f"/dealers/roster-matches/{match.pk}/answer/", {"answer": "same"}, follow=True)
    assert "on record" in answer.content.decode()
    assert "On a jail list" not in client.get("/").content.decode()
    page = client.get(f"/dealers/{cody.pk}/timeline/").content.decode()
    assert "Released" in page
    assert "Marble Valley jail" in page


def test_only_the_one_who_answered_takes_it_back(ray, sal, cody):
    match = read(ray, HEADER + FARROW).matches.get()
    answered(ray, match, "same")
    with pytest.raises(RuleBroken, match="has answered: is the dealer"):
        answered(sal, match, "other")
    answered(ray, match, "other")
    with pytest.raises(RuleBroken, match="Say whether it is"):
        answered(ray, match, "open")
    assert AuditEntry.objects.filter(verb="dealers.answer_roster_match", outcome="done").count() == 2


def test_otis_answers_nothing_here_and_pat_reads_no_list(otis, pat, ray, cody):
    match = read(ray, HEADER + FARROW).matches.get()
    with pytest.raises(Http404):
        answered(otis, match, "same")
    with pytest.raises(PermissionDenied):
        read(pat, HEADER + STRANGER)


def agenda_of(sal, task_force, at):
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=at.date(), at=at)
    return {item.dealer.last_name: item.reasons for item in meeting.items.all() if item.dealer}


def test_the_crt_reads_of_a_confirmed_release_and_of_what_nobody_confirmed(ray, sal, task_force, cody, whitlow):
    whitlow.date_of_birth = date(1990, 1, 2)
    whitlow.save()
    roster = read(ray, HEADER + FARROW + "WHITLOW,DANA,,1/2/1990,Booked,3/1/2026\n")
    answered(ray, roster.matches.get(dealer=cody), "same")
    reasons = agenda_of(sal, task_force, NOON + timedelta(days=2))
    assert "Released Fri 27 Feb" in reasons["Farrow"]
    assert "On a jail list, not confirmed: booked Sun 1 Mar" in reasons["Whitlow"]


def test_somebody_elses_line_is_no_reason(ray, sal, task_force, cody):
    answered(ray, read(ray, HEADER + FARROW).matches.get(), "other")
    assert not any("Fri 27 Feb" in reason for reason in agenda_of(sal, task_force, NOON)["Farrow"])


def test_the_trail_names_the_list_and_nobody(ray, cody):
    roster = read(ray, HEADER + FARROW)
    [line] = AuditEntry.objects.filter(verb="dealers.import_roster")
    assert (line.outcome, line.record, line.others) == ("done", f"dealers.roster:{roster.pk}", {"at": NOON.isoformat()})


def test_the_page_takes_a_file_and_shows_what_could_not_be_read(client, ray, cody):
    client.force_login(ray)
    file = SimpleUploadedFile("list.csv", (HEADER + FARROW + ",X,,,,\n").encode())
    answer = client.post("/dealers/rosters/import/", {"source": "Jail", "file": file}, follow=True)
    page = answer.content.decode()
    assert "Cody Farrow" in page
    assert "Line 3: no last name" in page
    again = SimpleUploadedFile("list.csv", (HEADER + FARROW + ",X,,,,\n").encode())
    assert "already" in client.post("/dealers/rosters/import/", {"source": "Jail", "file": again}).content.decode()


def test_the_command_reads_it_as_the_clock_or_as_an_officer(tmp_path, clock, ray, cody):
    path, out = tmp_path / "list.csv", io.StringIO()
    path.write_text(HEADER + FARROW.replace("2026", "2025") + STRANGER.replace("2026", "2025"))
    call_command("import_roster", path, source="Jail", stdout=out)
    assert "Lines read: 2" in out.getvalue()
    assert "Matches" not in out.getvalue()
    assert RosterMatch.objects.get().roster.by == clock
    path.write_text(HEADER + FARROW.replace("2/27/2026", "2/2/2025"))
    call_command("import_roster", path, source="Jail", by="114", stdout=out)
    assert "Matches with dealers whom Det. Ray Dunmore sees: 1." in out.getvalue()


def test_the_command_says_what_is_wrong(tmp_path, clock):
    with pytest.raises(CommandError, match="can not be opened"):
        call_command("import_roster", tmp_path / "none.csv", source="Jail")
    with pytest.raises(CommandError, match="Nobody has the badge 999"):
        call_command("import_roster", tmp_path / "none.csv", source="Jail", by="999")


def test_the_longest_names_keep_no_list_from_being_read(ray, west_end):
    last, first, middle = "A" * 60, "B" * 60, "C" * 60
    logged(ray, west_end, last_name=last, first_name=first, middle_name=middle)
    [match] = read(ray, f"{HEADER}{last},{first},{middle},12/31/1990,Booked,02/27/2026\n").matches.all()
    assert match.as_written.startswith(f"{last}, {first}")
