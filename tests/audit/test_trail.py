"""The trail: every act and look, append-only, sealed, without a word about a dealer."""

import threading
import time

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import InternalError, ProgrammingError, connection, transaction
from django.http import Http404

from dealers.models import Dealer
from dmi.accounts.roles import Role
from dmi.audit import trail
from dmi.audit.models import AuditEntry, AuditSeal, Outcome, SecurityMail
from dmi.audit.sealing import TRAIL
from dmi.errors import RuleBroken
from tests.conftest import NOON, logged, officer


def as_owner(sql):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")  # an error rolls this back too
        cursor.execute(sql)
        cursor.execute("SET ROLE dmi_police")


@pytest.mark.parametrize(
    "sql", ["UPDATE audit_auditentry SET badge = 'x'", "DELETE FROM audit_auditentry", "TRUNCATE audit_auditentry"]
)
def test_even_the_owner_of_the_table_rewrites_no_line(ray, west_end, sql):
    with pytest.raises(InternalError, match="append-only"), transaction.atomic():
        as_owner(sql)


@pytest.mark.parametrize("sql", ["UPDATE audit_auditentry SET badge = 'x'", "DELETE FROM audit_seal"])
def test_the_application_may_not_even_try(ray, west_end, sql):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_look_is_entered_with_its_record(ray, farrow):
    trail.read(Dealer.objects.all(), by=ray, verb="dealers.view_dealer", pk=farrow.pk)
    line = AuditEntry.objects.first()
    assert (line.verb, line.outcome, line.record) == ("dealers.view_dealer", "read", f"dealers.dealer:{farrow.pk}")


@pytest.mark.parametrize("key", ["invisible", "00000000-0000-0000-0000-000000000000", "no id at all"])
def test_a_look_at_what_is_not_there_is_entered_too(otis, farrow, key):
    key = farrow.pk if key == "invisible" else key
    with pytest.raises(Http404):
        trail.read(Dealer.objects.all(), by=otis, verb="dealers.view_dealer", pk=key)
    assert AuditEntry.objects.first().outcome == Outcome.ABSENT


def test_a_search_leaves_a_hash_and_a_count(ray, task_force):
    trail.enter_search(ray, "dealers.view_dealers", "Farrow", 3)
    trail.enter_search(ray, "dealers.view_dealers", "farrow", 3)
    second, first = AuditEntry.objects.all()[:2]
    assert first.others == second.others
    assert first.others["hits"] == 3
    assert "arrow" not in str(first.others)


@trail.on_the_record
def inner(*, by, dealer):
    raise RuleBroken("No.")


@trail.on_the_record
def outer(*, by, dealer):
    return inner(by=by, dealer=dealer)


@pytest.fixture
def all_may(monkeypatch):
    monkeypatch.setattr("dmi.accounts.roles.may", lambda roles, verb: True)


def test_a_refusal_inside_a_service_is_entered_once_with_its_own_verb(ray, farrow, all_may):
    before = AuditEntry.objects.count()
    with pytest.raises(RuleBroken):
        outer(by=ray, dealer=farrow)
    assert AuditEntry.objects.count() == before + 1
    assert AuditEntry.objects.first().verb.endswith(".inner")


@trail.on_the_record
def breaks(*, by, dealer):
    dealer.first_name = "Half"
    dealer.save()
    raise ZeroDivisionError


def test_what_breaks_leaves_nothing_but_its_line(ray, farrow, all_may):
    with pytest.raises(ZeroDivisionError):
        breaks(by=ray, dealer=farrow)
    farrow.refresh_from_db()
    assert farrow.first_name == "Cody"
    assert AuditEntry.objects.first().outcome == Outcome.FAILED


def test_a_disabled_officer_may_do_nothing(west_end, ray):
    ray.is_active = False
    with pytest.raises(PermissionDenied):
        logged(ray, west_end, street_name="Rook")


def seal_everything(patience=300):
    """Any transaction on the server holds back the lines written since it began: another worker's stage too."""
    until = time.monotonic() + patience
    while sum(seal.rows for seal in AuditSeal.objects.all()) < AuditEntry.objects.count():
        assert time.monotonic() < until, "lines were left without a seal"
        TRAIL.seal_now()
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_the_seal_holds_every_line_once_while_officers_write(task_force):
    ray = officer("114", "investigator")

    def write():
        for _ in range(50):
            trail.enter(ray, "dealers.view_dealer", Outcome.READ)
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    TRAIL.seal_now()  # in the middle of it
    for writer in writers:
        writer.join()
    seal_everything()
    assert AuditEntry.objects.count() == 200
    assert sum(seal.rows for seal in AuditSeal.objects.all()) == 200
    assert TRAIL.first_broken()[0] is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE audit_auditentry SET badge = 'nobody' WHERE id = {second}",
        "DELETE FROM audit_auditentry WHERE id = {second}",
    ],
)
def test_a_rewritten_line_breaks_its_seal(task_force, forgery, capsys):
    ray = officer("114", "investigator")
    for _ in range(3):
        trail.enter(ray, "dealers.view_dealer", Outcome.READ)
        seal_everything()
    call_command("verify_trail")
    assert "3 seals hold" in capsys.readouterr().out
    as_owner("SET session_replication_role = replica")
    as_owner(forgery.format(second=AuditEntry.objects.order_by("id")[1].pk))
    as_owner("SET session_replication_role = origin")
    with pytest.raises(CommandError, match=r"Seal \d+ of audit_auditentry is broken"):
        call_command("verify_trail")


@pytest.mark.django_db(transaction=True)
def test_a_chain_cut_off_at_its_end_does_not_fit_the_mail_that_went_out(task_force, capsys):
    ray = officer("114", "investigator")
    for _ in range(2):
        trail.enter(ray, "dealers.view_dealer", Outcome.READ)
        seal_everything()
    last = AuditSeal.objects.first()
    sent = {"kind": "seal", "on": NOON.date(), "seal": last.pk, "hash": last.whole_hash}
    SecurityMail.objects.create(**sent, receivers=1, at=NOON)
    call_command("verify_trail")
    as_owner("SET session_replication_role = replica")
    as_owner(f"DELETE FROM audit_seal WHERE number = {last.pk}")  # noqa: S608
    as_owner("DELETE FROM audit_auditentry WHERE id = (SELECT max(id) FROM audit_auditentry)")
    as_owner("SET session_replication_role = origin")
    with pytest.raises(CommandError, match=f"Seal {last.pk} of audit_auditentry is broken"):
        call_command("verify_trail")


def test_where_the_server_tells_nobody_its_number_the_lines_are_of_one_series(ray, west_end):
    """As a hosted PostgreSQL may: the act is done and entered all the same."""
    owner = connection.settings_dict["USER"]
    as_owner(f"GRANT EXECUTE ON FUNCTION pg_control_system() TO {owner}")
    as_owner("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC")
    trail.enter(ray, "dealers.view_dealer", Outcome.READ)
    with connection.cursor() as cursor:
        cursor.execute("SELECT server FROM audit_auditentry ORDER BY id DESC LIMIT 1")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("door", ["/trail/", "/trail/searches/", "/trail/export/"])
@pytest.mark.parametrize("asked", ["until=9999-12-31", "since=0001-01-01", "until=1899-12-31"])
def test_a_day_that_nothing_can_be_counted_from_is_refused_in_words(client, task_force, door, asked):
    client.force_login(officer("2", Role.SECURITY_OFFICER))
    page = client.get(f"{door}?{asked}")
    assert page.status_code == 200
    if door != "/trail/export/":
        assert "No record of this desk is of that year." in page.content.decode()
    answer = client.get(f"/api{door}?{asked}")
    assert answer.status_code == 400
    assert "of that year" in str(answer.json())
    assert client.get(f"{door}?until=2199-12-31").status_code == 200


def test_an_act_inside_somebody_elses_transaction_is_an_error(ray, west_end, settings):
    """Services are durable: what they did is committed when they return. (pytest's own transaction does not count.)"""
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        logged(ray, west_end, street_name="Rook", at=NOON)
