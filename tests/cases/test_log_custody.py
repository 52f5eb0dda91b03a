"""cases.log_custody, verify_exhibit, download_exhibit: in whose hands it was, and whether it is what it was."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from dealers.cases import keeping, services
from dealers.cases.models import CustodyEvent, Exhibit
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.evidence import PDF, exhibit_of, thing_of
from tests.conftest import NOON

LATER = NOON + timedelta(hours=3)


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.EXHIBITS_ROOT = tmp_path / "exhibits"
    return settings.EXHIBITS_ROOT


@pytest.fixture
def exhibit(ray, case):
    return exhibit_of(case, ray)


def changed_on_disk(exhibit, content=b"%PDF-1.7 another"):
    place = keeping.place_of(exhibit.sha256)
    place.chmod(0o600)
    place.write_bytes(content)


def handed_on(exhibit, by, **facts):
    said = {"given_to": "State laboratory", "why": "Analysis", "at": LATER, **facts}
    return services.log_custody(by=by, exhibit=exhibit, **said)


def test_the_chain_has_no_gap(ray, exhibit):
    handed_on(exhibit, ray)
    back = handed_on(exhibit, ray, given_to="Evidence locker 4", why="Returned", happened_at=LATER)
    assert back.given_by == "State laboratory"
    assert AuditEntry.objects.filter(verb="cases.log_custody").count() == 2


@pytest.mark.parametrize(
    ("happened_at", "refusal"),
    [
        (LATER + timedelta(hours=1), "not happened yet"),
        (NOON - timedelta(days=1), "has had it since"),
        (datetime.fromisoformat("0001-01-01T00:00+14:00"), "before 1900"),  # in UTC it has no year
    ],
)
def test_hands_change_one_after_the_other(ray, exhibit, happened_at, refusal):
    with pytest.raises((RuleBroken, ValidationError), match=refusal):
        handed_on(exhibit, ray, happened_at=happened_at)


@pytest.mark.parametrize(
    "change",
    [
        lambda: CustodyEvent.objects.update(given_to="Nobody"),
        lambda: CustodyEvent.objects.all().delete(),
        lambda: Exhibit.objects.update(sha256="0" * 64),
        lambda: Exhibit.objects.update(description="Another"),
        lambda: connection.cursor().execute("DELETE FROM cases_exhibit"),
        lambda: connection.cursor().execute("TRUNCATE cases_custodyevent"),
    ],
)
def test_the_database_itself_refuses_every_change(exhibit, change):
    with pytest.raises(DatabaseError), transaction.atomic():
        change()
    assert CustodyEvent.objects.get().given_to == "Det. Ray Dunmore"


def test_a_whole_file_is_verified(ray, exhibit):
    services.verify_exhibit(by=ray, exhibit=exhibit, at=LATER)
    assert (exhibit.verified_at, exhibit.broken_at) == (LATER, None)
    assert AuditEntry.objects.filter(verb="cases.verify_exhibit").count() == 1


def test_a_file_changed_on_disk_is_found_and_handed_to_nobody(client, ray, exhibit):
    changed_on_disk(exhibit, PDF[:-1] + b"!")
    client.force_login(ray)
    page = client.post(f"{exhibit.get_absolute_url()}verify/", follow=True).content.decode()
    assert "its file has changed" in page
    assert "This is not the file that was entered" in page
    exhibit.refresh_from_db()
    with pytest.raises(RuleBroken, match="not the one that was entered"):
        services.download_exhibit(by=ray, exhibit=exhibit)
    changed_on_disk(exhibit, PDF)
    services.verify_exhibit(by=ray, exhibit=exhibit, at=LATER)
    assert not exhibit.is_broken


def test_a_thing_has_nothing_to_compare_or_download(ray, case):
    thing = thing_of(case, ray)
    with pytest.raises(RuleBroken, match="look at it"):
        services.verify_exhibit(by=ray, exhibit=thing, at=LATER)
    with pytest.raises(RuleBroken, match="A thing has no file"):
        services.download_exhibit(by=ray, exhibit=thing)


def test_the_download_is_on_the_trail_and_is_opened_by_no_browser(client, ray, exhibit):
    client.force_login(ray)
    for door in ("", "/api"):
        answer = client.post(f"{door}/cases/exhibits/{exhibit.pk}/download/", content_type="application/json")
        assert b"".join(answer.streaming_content) == PDF
        assert answer["Content-Disposition"] == 'attachment; filename="report.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Type"] == "application/octet-stream"
    assert AuditEntry.objects.filter(verb="cases.download_exhibit", outcome="done").count() == 2


def test_the_command_names_what_changed_what_is_missing_and_what_is_nobodys(ray, case, clock, exhibit, root, capsys):
    call_command("verify_exhibits")
    assert "1 file is what was entered" in capsys.readouterr().out
    missing = exhibit_of(case, ray, file=ContentFile(b"Seen at noon.", name="statement.txt"), description="Statement")
    keeping.place_of(missing.sha256).unlink()
    changed_on_disk(exhibit)
    (root / "ab").mkdir(exist_ok=True)
    (root / "ab" / ("ab" * 32)).write_bytes(b"x")
    with pytest.raises(CommandError, match="2 of 2 files") as refusal:
        call_command("verify_exhibits")
    assert refusal.value.returncode == 1
    told = capsys.readouterr().out
    assert f"{exhibit.label}: its file has changed" in told
    assert f"{missing.label}: its file is missing" in told
    assert "ab" * 32 in told
    exhibit.refresh_from_db()
    assert exhibit.is_broken


def test_otis_hands_on_verifies_and_downloads_nothing(client, otis, exhibit):
    for act in (
        lambda: handed_on(exhibit, otis),
        lambda: services.verify_exhibit(by=otis, exhibit=exhibit, at=LATER),
        lambda: services.download_exhibit(by=otis, exhibit=exhibit),
    ):
        with pytest.raises(Http404):
            act()
    client.force_login(otis)
    assert client.get(exhibit.get_absolute_url()).status_code == 404
    assert client.get(f"{exhibit.get_absolute_url()}sheet/").status_code == 404
