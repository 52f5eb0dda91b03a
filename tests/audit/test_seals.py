"""Seals that hold whatever the server, checked by page and by clock; what of them lies outside."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from dmi.accounts import services as accounts
from dmi.accounts import tasks
from dmi.accounts.roles import Role
from dmi.audit import services, trail
from dmi.audit.models import AuditEntry, AuditSeal, Outcome, SecurityMail, Verification
from dmi.audit.sealing import TRAIL
from dmi.audit.tasks import verify_trail
from tests.audit.test_trail import as_owner, seal_everything
from tests.conftest import NOON, officer


@pytest.fixture
def sid(task_force):
    return officer("2", Role.SECURITY_OFFICER, full_name="Sid Vance", email="sid@example.org")


def restored_elsewhere():
    """As a dump of it stands on another server: the lines and seals of the first, its transactions far ahead."""
    as_owner("SET session_replication_role = replica")
    as_owner("UPDATE audit_auditentry SET server = 7")
    as_owner("UPDATE audit_seal SET server = 7")
    as_owner("SET session_replication_role = origin")


@pytest.mark.django_db(transaction=True)
def test_sealing_goes_on_after_a_dump_was_restored_on_another_server(task_force, capsys):
    ray = officer("114", "investigator")
    for _ in range(3):
        trail.enter(ray, "dealers.view_dealer", Outcome.READ)
        seal_everything()
    trail.enter(ray, "dealers.view_dealer", Outcome.READ)  # in the dump without its seal
    restored_elsewhere()
    for _ in range(2):
        trail.enter(ray, "dealers.search", Outcome.READ)
    seal_everything()
    trail.enter(ray, "dealers.search", Outcome.READ)
    seal_everything()
    assert TRAIL.first_broken()[0] is None
    assert sum(seal.rows for seal in AuditSeal.objects.all()) == AuditEntry.objects.count() == 7
    chain = list(AuditSeal.objects.order_by("number"))
    assert [bytes(each.prev) for each in chain[1:]] == [bytes(each.hash) for each in chain[:-1]]
    call_command("verify_trail")
    assert "audit_auditentry: 6 seals hold." in capsys.readouterr().out
    as_owner("SET session_replication_role = replica")
    first = AuditEntry.objects.last().pk
    as_owner(f"UPDATE audit_auditentry SET server = trail_server() WHERE id = {first}")  # noqa: S608
    as_owner("SET session_replication_role = origin")
    assert TRAIL.first_broken()[0] == chain[0].pk, "no line moves from one server's series to another's"


def sealed_at(moment, digest):
    return AuditSeal.objects.raw(
        "INSERT INTO audit_seal (rows, prev, hash, at, upto_xid) VALUES (40, '', %s, %s, '0') RETURNING *",
        [digest, moment],
    )[0]


def test_each_days_seal_and_each_weeks_digest_go_out_once_without_a_word_of_a_record(ray, sid, farrow, clock):
    yesterday = timezone.now() - timedelta(days=1)
    seal = sealed_at(yesterday, bytes(range(32)))
    trail.enter(ray, "dealers.view_dealer", Outcome.READ, farrow)
    tasks.close_day()
    tasks.close_day()  # of two beats
    kinds = [kept.kind for kept in SecurityMail.objects.all()]
    assert sorted(kinds) == ["digest", "seal"]
    by_seal, by_week = sorted(mail.outbox, key=lambda each: "week" in each.subject)
    assert (by_seal.to, by_week.to) == ([sid.email], [sid.email])
    assert seal.hash.hex() in by_seal.body
    assert "40 that day" in by_seal.body
    for sent in mail.outbox:
        assert "arrow" not in sent.body
        assert str(farrow.pk) not in sent.body
    assert AuditEntry.objects.filter(verb__in=["audit.mail_seal", "audit.mail_digest"]).count() == 2


def test_who_got_the_mails_of_the_trail_is_told_when_they_go_elsewhere(client, sid, django_capture_on_commit_callbacks):
    ada = officer("1", Role.ADMINISTRATOR, full_name="Ada Finch")
    client.force_login(sid)
    assert f"The next go to {sid}" in client.get("/trail/seals/").content.decode()
    old, same = sid.email, {"roles": [Role.SECURITY_OFFICER], "is_sworn": False}
    with django_capture_on_commit_callbacks(execute=True):
        accounts.change_officer(by=ada, officer=sid, email=old, phone="802-555-0191", **same)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        accounts.change_officer(by=ada, officer=sid, email="elsewhere@example.org", **same)
        accounts.disable_officer(by=ada, officer=sid, at=NOON)
    assert [sent.to for sent in mail.outbox] == [[old], ["elsewhere@example.org"]]
    assert "ask today" in mail.outbox[0].body
    assert "elsewhere" not in mail.outbox[0].body


def test_nobody_to_write_to_is_no_mail_and_the_page_says_so(client, clock, task_force):
    sealed_at(timezone.now() - timedelta(days=1), b"x" * 32)
    tasks.close_day()
    assert mail.outbox == []
    assert not SecurityMail.objects.exists()
    client.force_login(officer("3", Role.SECURITY_OFFICER))
    assert "No security officer has an e-mail address" in client.get("/trail/seals/").content.decode()
    with pytest.raises(Exception, match="no security officer"):
        services.mail_seal(by=clock, on=NOON.date(), since=NOON, until=NOON, at=NOON)
    with pytest.raises(Exception, match="No security officer"):
        services.mail_digest(by=clock, on=NOON.date(), since=NOON, until=NOON, at=NOON)


def test_ask_verification_has_every_seal_checked_and_a_broken_one_is_told_at_once(
    client, sid, clock, monkeypatch, ray, django_capture_on_commit_callbacks
):
    client.force_login(sid)
    client.post(reverse("audit:ask_verification"))
    again = client.post(reverse("audit:ask_verification"), follow=True).content.decode()
    assert "being checked already" in again
    assert client.post("/api/trail/seals/verify/", {}, content_type="application/json").status_code == 409
    monkeypatch.setattr("dmi.audit.tasks.TRAIL", type("Broken", (), {"first_broken": lambda self: (31, 900)})())
    with django_capture_on_commit_callbacks(execute=True):
        verify_trail()
        verify_trail()  # of two workers
    check = Verification.objects.get()
    assert (check.first_broken, check.seals) == (31, 900)
    assert [sent.subject for sent in mail.outbox] == ["A seal of the trail is broken"]
    assert "Seal 31" in mail.outbox[0].body
    assert "<b>Seal 31 is broken.</b>" in client.get("/trail/seals/").content.decode()
    assert AuditEntry.objects.filter(verb="audit.ask_verification", outcome="done").count() == 1
    with pytest.raises(Exception, match="has ended"):
        services.enter_verification(by=clock, verification=check, seals=1, first_broken=None, at=NOON)
    assert client.get("/api/trail/verifications/").json()["results"][0]["first_broken"] == 31
    assert client.get("/api/trail/seals/").json()["results"] == []
    client.force_login(ray)
    assert client.post(reverse("audit:ask_verification")).status_code == 403


def test_one_check_at_a_time_even_past_the_page(task_force):
    Verification.objects.create(badge="2", asked_at=NOON)
    with pytest.raises(IntegrityError, match="one_verification_runs"), transaction.atomic():
        Verification.objects.create(badge="2", asked_at=NOON)


def test_view_digest_counts_by_badge(client, sid, ray, farrow):
    client.force_login(ray)
    client.get("/trail/")  # refused
    client.get("/dealers/?q=farrow")
    client.force_login(sid)
    page = client.get("/trail/week/?ago=0").content.decode()
    assert "Refusals" in page
    assert "arrow" not in page
    told = {kind["title"]: kind for kind in client.get("/api/trail/week/").json()["kinds"]}
    assert told["Refusals"]["badges"] == [{"badge": "114", "lines": 1}]
    assert told["Searches"]["badges"] == [{"badge": "114", "lines": 1}]
    assert client.get("/trail/week/?ago=99999999999").status_code == 200
