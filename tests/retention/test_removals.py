"""dealers.set_hold, release_hold; retention.ask_removal, approve_removal, refuse_removal: the end of a record."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from callins.models import CallIn
from dealers import services as dealing
from dealers.cases import services as prosecuting
from dealers.cases.models import Case, Exhibit
from dealers.models import Dealer, ImportBatch, LegalHold, Observation, SavedList
from dmi import tables
from dmi.accounts.compartment import records
from dmi.accounts.models import TaskForce
from dmi.accounts.roles import Role
from dmi.audit import trail
from dmi.audit.models import AuditEntry, SearchWords
from dmi.errors import RuleBroken
from maintenance.hot_sheet.contents import TOMBSTONE, Contents, SupportContact
from maintenance.models import Body, HotSheet
from maintenance.retention import services
from maintenance.retention.models import Dissemination, Removal
from maintenance.retention.naming import named, pattern
from tests.callins.made import invited, planned
from tests.cases.court import before_court
from tests.cases.evidence import exhibit_of
from tests.conftest import NOON, TODAY, logged, officer
from tests.dealers.test_add_photo import picture
from tests.dealers.test_erasing import GRADED
from tests.maintenance.sheets import bare, card
from tests.maintenance.told import told_by
from tests.retention.given import given
from tests.retention.removed import asked, files_with, tables_with

FIRST, LAST, STREET, PLATE = "Żaneta", "Quillfeather", "Сова", "QUILL 77"
LOCKED = re.compile(r'FROM "(\w+)"')
OTHERWISE_WRITTEN = f"Zaneta QUÍLLFEATHER drove {PLATE}, called from (802) 555-0166; {LAST}’s is 555 0166."
FILE = b"%PDF-1.7\nReport about Quillfeather.\n"


@pytest.fixture
def iris(task_force):
    return officer("iris", Role.SECURITY_OFFICER, full_name="Iris Lund")


@pytest.fixture
def quill(ray, sal, west_end, whitlow):
    """Known to every room: entries, photo, tie, case with its file, call-in, debrief, texts about others."""
    dealer = logged(ray, west_end, last_name=LAST, first_name=FIRST, street_name=STREET, facts=f"{LAST} sold twice.")
    dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
    dealing.add_photo(by=ray, dealer=dealer, photo=picture(), taken_on=TODAY, source=LAST, at=NOON)
    dealing.log_vehicle(by=ray, dealer=dealer, description="Blue Civic", plate=PLATE, at=NOON, **GRADED_FACT)
    dealing.log_phone(by=ray, dealer=dealer, number="+18025550166", at=NOON, **GRADED_FACT)
    dealing.log_tie(by=ray, dealer=dealer, other=whitlow, kind="phone", seen_on=TODAY, basis=LAST, **GRADED)
    case = prosecuting.open_case(by=ray, dealer=dealer, market=west_end, court="state", basis="wire", at=NOON)
    exhibit_of(case, ray, file=ContentFile(FILE, name="quillfeather.pdf"), description=f"Wire of {LAST}")
    told_by(ray, market=west_end, who=f"{FIRST} {LAST}", what=f"{STREET} waited at the plaza.")
    return dealer


GRADED_FACT = {"source": "26-0741", "reliability": "B", "validity": "2"}


def sheet_of(sal, sue, meeting, on, **contents):
    """An old edition, out, with its printed body."""
    told = bare(edition=f"{on:%G-W%V}", valid_from=on, valid_until=on + timedelta(days=6), **contents)
    sheet = HotSheet.objects.create(
        task_force=meeting.task_force, meeting=meeting, valid_from=told.valid_from, valid_until=told.valid_until,
        contents=told.to_json(), contents_sha256=told.sha256(), recorder=sal, approved_by=sue, approved_at=NOON,
        frozen_at=NOON, published_at=NOON, state="published",
    )  # fmt: skip
    printed = LAST if LAST in sheet.contents else "Nobody"
    Body.objects.create(sheet=sheet, pdf=f"%PDF {printed}".encode(), sha256="0" * 64, pages=2)
    return sheet


def card_of(dealer):
    return card(1, dealer=str(dealer.pk), surname=LAST, given=FIRST, street_names=(STREET,), plate=PLATE)


def on_three_sheets(dealer, sal, sue, meeting):
    """By card, by a line under support, by a text about somebody else."""
    line = SupportContact(name=f"{FIRST} {LAST}", liaison="Ofc. T. Lund", phone="802-555-0132", until=TODAY)
    other = card(2, street_names=(STREET,), why=f"Brings weight; met {FIRST} {LAST} and “{STREET}” at the plaza.")
    return [
        sheet_of(sal, sue, meeting, date(2026, 2, 2), people=(card_of(dealer), card(2))),
        sheet_of(sal, sue, meeting, date(2026, 2, 9), support=(line,), removed=(f"{FIRST} {LAST}",)),
        sheet_of(sal, sue, meeting, date(2026, 2, 16), people=(other,)),
        sheet_of(sal, sue, meeting, date(2026, 2, 23), people=(card(2),)),
    ]


def named_elsewhere(dealer, other, ray, sal, west_end):
    """In an entry about both, in one about somebody else alone, in what was searched for."""
    both = {"market": west_end, "seen_at": NOON, **GRADED}
    shared = dealing.log_observation(by=ray, dealers=[dealer, other], narrative=f"{LAST} and {other}.", **both)
    alone = dealing.log_observation(by=ray, dealers=[other], narrative=OTHERWISE_WRITTEN, **both)
    with tables.write_xlsx(("surname", "given"), [("Okafor", "Jo"), (LAST.upper(), FIRST)]) as packed:
        dealing.upload_list(by=ray, market=west_end, source="Jail", file=ContentFile(packed.read(), "in.xlsx"), at=NOON)
    SavedList.objects.create(by=ray, name="Plaza", query={"q": STREET, "order": "name"}, at=NOON)
    given(dealer, ray, has_none=True, agency="Border Patrol", recipient=f"Kin of {LAST}", why=f"Warrant for {STREET}")
    trail.enter_search(ray, "dealers.view_dealers", LAST.lower(), 1)
    return shared, alone


def test_no_byte_of_the_name_is_left(
    ray, sal, sue, iris, cora, call_in, west_end, quill, whitlow, meeting, django_capture_on_commit_callbacks
):
    sheets = on_three_sheets(quill, sal, sue, meeting)
    shared, alone = named_elsewhere(quill, whitlow, ray, sal, west_end)
    invited(call_in, quill)
    CallIn.objects.filter(pk=call_in.pk).update(state="held", held_at=NOON)
    words = (FIRST, LAST, STREET, PLATE, "Zaneta", "QUÍLL", "555-0166", "555 0166", "5550166")
    assert {"dealers_dealerevent", "cases_exhibit", "maintenance_hotsheet", "maintenance_body"} <= tables_with(*words)
    assert files_with(b"Quillfeather")
    photo = "dealers_photo"
    assert photo in tables_with(str(quill.pk))

    removal = asked(quill, sal)
    with django_capture_on_commit_callbacks(execute=True):
        services.approve_removal(by=iris, removal=removal, at=NOON)

    assert tables_with(*words) == set()
    assert files_with(b"Quillfeather") == []
    left = tables_with(str(quill.pk))  # an id tells nobody's name; the trail and the certificate need it
    outlives = {"removal", "removalevent", "dissemination", "disseminationevent"}
    assert left <= {"audit_auditentry", "maintenance_hotsheet", *(f"retention_{each}" for each in outlives)}
    assert set(Observation.objects.about(whitlow)) >= {shared, alone}
    shared.refresh_from_db()
    assert shared.narrative == f"{removal.reference} and {whitlow}."
    assert list(shared.dealers.all()) == [whitlow]
    alone.refresh_from_db()
    gone = removal.reference
    assert alone.narrative == f"{gone} drove {gone}, called from ({gone}; {gone}’s is {gone}."
    assert (ImportBatch.objects.get().content, ImportBatch.objects.get().state) == (None, "given_up")
    assert SavedList.objects.get().query == {"q": gone, "order": "name"}
    assert Dissemination.objects.get().why == f"Warrant for {gone}"
    assert not Case.objects.exists()
    assert not Exhibit.objects.exists()
    assert SearchWords.objects.get().words == ""
    assert_tombstones(sheets, removal)
    assert_read_by_few(removal, ray, sal, sue, iris)
    assert removal.gone_from_backups_on == TODAY + timedelta(days=TaskForce.objects.get().backup_days)
    assert removal.rows["exhibits"] == 1
    assert removal.rows["lines of history"] > 10
    assert len(removal.sha256) == 64
    assert AuditEntry.objects.filter(verb="retention.approve_removal", outcome="done").count() == 1


def assert_read_by_few(removal, ray, sal, sue, iris):
    """What is left of a record has no market any more: whose line it is reads it, and who reads the trail."""
    [line] = Dissemination.objects.all()
    for reader, lines, removals in ((ray, [line], []), (sal, [], [removal]), (sue, [], []), (iris, [line], [removal])):
        assert list(Dissemination.objects.visible_to(reader)) == lines, reader
        assert list(Removal.objects.visible_to(reader)) == removals, reader


def assert_tombstones(sheets, removal):
    *redacted, whole = sheets
    for sheet in sheets:
        sheet.refresh_from_db()
    assert [each["edition"] for each in removal.editions] == [sheet.edition for sheet in redacted]
    for sheet in redacted:
        assert Contents.from_json(sheet.contents).sha256() == sheet.redacted_sha256 != sheet.contents_sha256
        assert not Body.objects.filter(sheet=sheet).exists()
    assert [card.surname for card in Contents.from_json(redacted[0].contents).people] == [TOMBSTONE, "Okafor"]
    assert whole.redacted_sha256 == ""
    assert Body.objects.get() == whole.body


def test_a_hold_set_between_asking_and_approving_keeps_the_record(sal, sue, otis, pat, iris, quill):
    removal = asked(quill, sal)
    with pytest.raises(Http404):
        dealing.set_hold(by=stranger(otis), dealer=quill, because="Subpoena 26-1181", at=NOON)
    with pytest.raises(PermissionDenied):
        dealing.set_hold(by=pat, dealer=quill, because="Subpoena 26-1181", at=NOON)
    legal_hold = dealing.set_hold(by=sal, dealer=quill, because="Subpoena 26-1181", at=NOON)
    with pytest.raises(RuleBroken, match=f"{quill.reference} is on legal hold"):
        services.approve_removal(by=iris, removal=removal, at=NOON)
    with pytest.raises(RuleBroken, match="on legal hold"):
        asked(quill, sue)
    with pytest.raises(RuleBroken, match="You set this hold"):
        dealing.release_hold(by=sal, legal_hold=legal_hold, because="Case ended", at=NOON)
    dealing.release_hold(by=sue, legal_hold=legal_hold, because="Case ended", at=NOON)
    with pytest.raises(RuleBroken, match="released on 3 March 2026"):
        dealing.release_hold(by=sue, legal_hold=legal_hold, because="Case ended", at=NOON)
    at_once, known = Removal.objects.get(), Dealer.objects.get(pk=quill.pk)
    services.approve_removal(by=iris, removal=removal, at=NOON)
    with pytest.raises(RuleBroken, match="answered: removed"):
        services.approve_removal(by=iris, removal=at_once, at=NOON)
    with pytest.raises(Http404):
        dealing.set_hold(by=sal, dealer=known, because="Too late", at=NOON)
    assert not Dealer.objects.filter(pk=quill.pk).exists()
    assert not LegalHold.objects.exists()
    for verb in ("set_hold", "release_hold"):
        assert AuditEntry.objects.filter(verb=f"dealers.{verb}", outcome="done").count() == 1


def test_a_merge_does_not_turn_the_request_to_another_record(sal, sue, iris, quill, whitlow):
    removal = asked(quill, sal)
    merge = dealing.merge_dealers(by=sue, dealer=whitlow, other=quill, because="The same person", at=NOON)
    with pytest.raises(RuleBroken, match=f"{quill.reference} went up in {whitlow.reference}"):
        services.approve_removal(by=iris, removal=removal, at=NOON)
    assert Dealer.objects.filter(pk__in=[quill.pk, whitlow.pk]).count() == 2
    services.approve_removal(by=iris, removal=asked(whitlow, sal), at=NOON)
    with pytest.raises(RuleBroken, match="gone already"):
        services.approve_removal(by=iris, removal=removal, at=NOON)
    assert services.refuse_removal(by=iris, removal=removal, because="Gone with the other.", at=NOON).refused_because
    assert not Dealer.objects.filter(pk=merge.other_id).exists()


def test_what_went_up_in_it_since_does_not_go_with_it(client, sal, sue, iris, quill, whitlow):
    """Nor after the merge is undone: the request is then for the one record again. Locked as a merge locks."""
    later = NOON + timedelta(minutes=5)
    removal = asked(quill, sal)
    merge = dealing.merge_dealers(by=sue, dealer=quill, other=whitlow, because="The same person", at=later)
    told = f"{whitlow.reference} went up in {quill.reference} since this was asked for"
    with pytest.raises(RuleBroken, match=told):
        services.approve_removal(by=iris, removal=removal, at=later)
    client.force_login(iris)
    page = client.get(removal.get_absolute_url()).content.decode()
    assert told in page
    assert f"{removal.get_absolute_url()}approve/" not in page
    assert f"{removal.get_absolute_url()}refuse/" in page
    dealing.undo_merge(by=sue, merge=merge, at=later)
    with CaptureQueriesContext(connection) as asked_for:
        services.approve_removal(by=iris, removal=removal, at=later)
    held = [query["sql"] for query in asked_for if "FOR UPDATE" in query["sql"]]
    assert [LOCKED.search(sql)[1] for sql in held[:2]] == ["dealers_dealer", "retention_removal"]
    assert 'ORDER BY "dealers_dealer"."id" ASC FOR UPDATE' in held[0]
    assert list(Dealer.objects.all()) == [whitlow]
    assert Dealer.objects.get().status == Dealer.Status.ON_FILE


def test_of_two_requests_that_a_merge_made_one_neither_waits_for_ever(client, sal, sue, iris, quill, whitlow):
    later = NOON + timedelta(minutes=5)
    both = [asked(quill, sal), asked(whitlow, sal)]
    dealing.merge_dealers(by=sue, dealer=whitlow, other=quill, because="The same person", at=later)
    for removal in both:
        with pytest.raises(RuleBroken, match="went up in"):
            services.approve_removal(by=iris, removal=removal, at=later)
    services.refuse_removal(by=iris, removal=both[1], because="Merged meanwhile.", at=later)
    services.approve_removal(by=iris, removal=asked(whitlow, sal, at=later), at=later)
    client.force_login(iris)
    address = both[0].get_absolute_url()
    assert "is gone already" in client.get(address).content.decode()
    client.post(f"{address}refuse/", {"because": "Gone with the other."})
    page = client.get(address).content.decode()
    assert "Refused" in page
    assert "second person" not in page
    assert not Removal.objects.waiting().exists()


def stranger(officer):
    officer.roles = [*officer.roles, Role.SUPERVISOR]
    officer.save()
    return officer


def test_what_keeps_a_record(sal, sue, iris, ray, otis, west_end, quill, meeting, cora):
    with pytest.raises(PermissionDenied):
        asked(quill, ray)
    with pytest.raises(Http404):
        asked(quill, stranger(otis))
    with pytest.raises(RuleBroken, match="number of the court's order"):
        asked(quill, sal, ground="order")
    with pytest.raises(IntegrityError):
        asked(quill, sal, kind="expungement")
    removal = asked(quill, sal)
    with pytest.raises(IntegrityError):
        asked(quill, sue)
    with pytest.raises(RuleBroken, match="You asked for it"):
        services.approve_removal(by=sal, removal=removal, at=NOON)
    with pytest.raises(Http404):
        services.approve_removal(by=otis, removal=removal, at=NOON)
    sheet = sheet_of(sal, sue, meeting, date(2026, 3, 2), people=(card_of(quill),))
    with pytest.raises(RuleBroken, match=f"{sheet} carries {quill.reference}"):
        services.approve_removal(by=sue, removal=removal, at=NOON)
    HotSheet.objects.filter(pk=sheet.pk).update(recalled_at=NOON, recalled_by=sue, recalled_why="Wrong.")
    invitation = invited(planned(cora, west_end), quill)
    with pytest.raises(RuleBroken, match="Something planned"):
        services.approve_removal(by=sue, removal=removal, at=NOON)
    invitation.delete()
    before_court(quill, ray, sal, west_end)
    with pytest.raises(RuleBroken, match="follows its own schedule"):
        services.approve_removal(by=sue, removal=removal, at=NOON)
    services.refuse_removal(by=sue, removal=removal, because="Charged since.", at=NOON)
    with pytest.raises(RuleBroken, match="answered: refused"):
        services.refuse_removal(by=sue, removal=removal, because="Again.", at=NOON)
    ordered = asked(quill, sal, kind="expungement", ground="order", order_number="26-CR-118")
    services.approve_removal(by=iris, removal=ordered, at=NOON)
    assert not Case.objects.exists()
    assert not tables_with("26-CR-118", "26-CR-0231", "26-W-17")


def test_what_the_security_officer_sees_is_a_reference(client, sal, iris, ray, quill):
    removal = asked(quill, sal)
    client.force_login(iris)
    for address in ("/", "/records/removals/", removal.get_absolute_url(), f"{removal.get_absolute_url()}approve/"):
        page = client.get(address).content.decode()
        assert removal.reference in page
        assert LAST not in page
    assert client.get(f"{removal.get_absolute_url()}certificate/").status_code == 404
    client.force_login(sal)
    assert removal.reference not in client.get("/").content.decode()  # he asked
    page = client.get(f"/dealers/{quill.pk}/").content.decode()
    assert "Put on legal hold" in page
    client.post(f"/dealers/{quill.pk}/hold/", {"because": "Subpoena 26-1181"})
    assert "Subpoena 26-1181" in client.get(f"/dealers/{quill.pk}/").content.decode()
    LegalHold.objects.all().delete()
    services.approve_removal(by=iris, removal=removal, at=NOON)
    certificate = client.get(f"{removal.get_absolute_url()}certificate/")
    assert certificate.content.startswith(b"%PDF")
    assert client.get(f"/api{removal.get_absolute_url()}").json()["editions"] == []
    client.force_login(ray)
    assert client.get("/records/removals/").status_code == 403


def test_history_is_shortened_by_the_role_of_records_alone(quill):
    events = Dealer.pgh_event_model.objects.filter(pgh_obj=quill)
    for act in (events.delete, lambda: events.update(last_name="")):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act()
    with pytest.raises(ProgrammingError, match="dtc"), transaction.atomic(), records(), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM dtc.dtc_participant")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Cody Farrow sold", "D-1 sold"),
        ("FARROW, CODY", "D-1"),
        ("Farrow’s car, farrow alone", "D-1’s car, farrow alone"),
        ("Farrowing sows", "Farrowing sows"),
        ("a red Honda; “red” was there", "a red Honda; D-1 was there"),
        ("call 802.555.0199", "call D-1"),
        ("report_Farrow.pdf", "report_D-1.pdf"),
    ],
)
def test_a_name_is_taken_for_one_where_it_is_written_as_one(said, left):
    person = named("Cody", "", "Farrow", ["Red"], ["802-555-0199"])
    assert pattern(person).sub("D-1", said) == left
    assert pattern(person.without(["farrow"])).sub("D-1", "Farrow") == "Farrow"


def test_a_script_without_blanks_has_names_too():
    assert pattern(named("小明", "", "王", [], [])).sub("D-1", "我看见王小明来了") == "我看见D-1来了"
    assert pattern(named("Юрий", "", "Ковальчук", [], [])).sub("D-1", "там ЮРИЙ КОВАЛЬЧУК") == "там D-1"
