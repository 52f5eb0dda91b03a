"""The drill: a desk's database and files into one archive, and back into an empty place."""

import os
import subprocess
import sys
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from django.conf import settings
from django.db import connection

from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.backup import archive, database, making, sealed
from dmi.errors import RuleBroken
from maintenance.retention import services
from tests.conftest import NOON, logged
from tests.dmi.restored import WHAT_CAME_BACK
from tests.retention.removed import asked, spellings

KEY = "of-the-drill-alone-0123456789-0123456789"
SECRET_NAME = b"Farrow"


def address(name):
    """Of another database of the same server."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def manage(*words, database, folder, **environment):
    said = {
        **os.environ, "DATABASE_URL": address(database), "BACKUP_KEY": KEY, "DATABASE_ROLE": "",
        "EXHIBITS_ROOT": str(folder / "exhibits"), "LISTS_ROOT": str(folder / "lists"), **environment,
    }  # fmt: skip
    return subprocess.run([sys.executable, "manage.py", *words], cwd=settings.BASE_DIR, env=said, capture_output=True,
                          text=True, check=False)  # fmt: skip


@pytest.fixture
def elsewhere():
    """An empty database of its own on the test's server."""
    name = f"restored_{os.getpid()}"
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as owner:
        owner.autocommit = True
        with owner.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            yield name
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def files(tmp_path):
    """What lies on the desk's disk: an exhibit, an empty list, and an upload that is still arriving."""
    home = tmp_path / "home"
    for name, content in {
        "exhibits/ab/abcd": os.urandom(3_000_000), "exhibits/arriving/tmp1": b"half", "lists/17": b"",
        "lists/arriving-2": b"half",
    }.items():  # fmt: skip
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return home


def under(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def unpacked(place):
    """Every file of an archive as it is read by whoever has the key, the dump of the database as SQL."""
    found = defaultdict(bytes)

    def take(name, piece):
        found[name] += piece

    archive.read(place, KEY, take)
    command = [database.program("pg_restore"), "-f", "-"]
    found[archive.DUMP] = subprocess.run(command, input=found[archive.DUMP], capture_output=True, check=True).stdout
    return found


@pytest.fixture
def removed(ray, sal, sue, west_end, farrow):
    """Was on file, is named in an entry about somebody else, and was removed before the backup."""
    gone = logged(ray, west_end, first_name="Zoë", last_name="O'Quillé", facts="O’Quillé sold twice.")
    dealing.approve_predicate(by=sal, dealer=gone, is_lawfully_acquired=True, at=NOON)
    dealing.log_observation(
        by=ray, market=west_end, dealers=[farrow], narrative="Waited for ZOE O’QUILLE.", seen_at=NOON, reliability="B",
        validity="2", at=NOON,
    )  # fmt: skip
    services.approve_removal(by=sue, removal=asked(gone, sal), at=NOON)
    return [
        form.encode() for name in ("O'Quillé", "O’Quillé", "O’QUILLE", "Quill", "QUILL") for form in spellings(name)
    ]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_desk_comes_back_whole_in_an_empty_place_and_nowhere_else(farrow, removed, clock, files, elsewhere, tmp_path):
    desk, kept, there = connection.settings_dict["NAME"], tmp_path / "kept", tmp_path / "there"
    kept.mkdir()
    too_old = kept / "market-desk-20200101T030000Z-35d.backup"
    too_old.touch()
    made = manage("backup", str(kept), database=desk, folder=files)
    assert "read back whole" in made.stdout, made.stderr
    assert not too_old.exists()
    assert AuditEntry.objects.get(verb="audit.backup").others["files"] == 2
    [whole] = kept.iterdir()
    assert whole.stat().st_mode & 0o777 == 0o600
    assert SECRET_NAME not in whole.read_bytes()
    kept_in = unpacked(whole)
    assert SECRET_NAME in kept_in[archive.DUMP]
    assert not [(name, word) for name, content in kept_in.items() for word in removed if word in content]

    restored = manage("restore", str(whole), database=elsewhere, folder=there)
    assert "every table and file is what it was" in restored.stdout, restored.stderr
    assert under(there) == {name: content for name, content in under(files).items() if "arriving" not in name}
    with closing(psycopg2.connect(address(elsewhere))) as owner, owner.cursor() as cursor:
        cursor.execute(WHAT_CAME_BACK)
        assert cursor.fetchone() == ("Farrow", False, True, 1)

    again = manage("restore", str(whole), database=elsewhere, folder=tmp_path / "third")
    assert "This database is not empty" in again.stderr
    as_police = manage("backup", str(kept), database=desk, folder=files, DATABASE_ROLE="dmi_police")
    assert "the owner of the tables" in as_police.stderr


@pytest.fixture
def whole(files, tmp_path, settings, monkeypatch):
    """An archive of these files and of a database that says little."""
    settings.EXHIBITS_ROOT, settings.LISTS_ROOT = files / "exhibits", files / "lists"
    monkeypatch.setattr(making.database, "snapshot", said_little)
    monkeypatch.setattr(making.database, "dumped", lambda name: [b"CREATE TABLE"])
    monkeypatch.setattr(making.database, "refuse_other_than_owner", lambda: None)
    monkeypatch.setattr(sealed, "ROUNDS", 1)
    return making.make(tmp_path, key=KEY, days=35, at=NOON)[0]


class said_little:  # noqa: N801 (it stands for a function)
    def __enter__(self):
        return "snapshot", {"public.dealers_dealer": [1, "00"]}

    def __exit__(self, *_):
        pass


def test_an_archive_of_which_a_byte_changed_is_refused_and_the_file_named(whole):
    content, copy = whole.read_bytes(), whole.with_suffix(".damaged")

    def refused(changed, key=KEY):
        copy.write_bytes(changed)
        with pytest.raises(RuleBroken) as refusal:
            archive.read(copy, key)
        return str(refusal.value)

    def flipped(at):
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]

    assert archive.read(whole, KEY).files["exhibits/ab/abcd"][0] == 3_000_000
    assert "is no backup of Market Desk" in refused(b"%PDF-1.7" + content)
    assert "does not open" in refused(content, key=KEY[::-1])
    assert "at least 32 characters" in refused(content, key="short")
    assert "does not open" in refused(flipped(60))
    assert "is damaged in exhibits/ab/abcd" in refused(flipped(1_500_000))
    assert "is damaged in manifest.json" in refused(flipped(len(content) - 40))
    assert "is damaged in exhibits/ab/abcd" in refused(content[:2_000_000])  # cut off
    assert "is damaged" in refused(content[:-21])  # by its last frame, at a frame's end
    assert "is damaged" in refused(content + b"more")
    copy.unlink()


def test_a_file_that_is_not_what_the_manifest_says_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sealed, "ROUNDS", 1)
    place = tmp_path / "forged.backup"
    with place.open("wb") as file:
        forged = archive.Archive(file, KEY, archive.Manifest(made_at="2026-03-03"))
        forged.add("exhibits/ab/abcd", [b"as it was"])
        forged.manifest.files["exhibits/ab/abcd"][1] = 64 * "0"
        forged.end()
    with pytest.raises(RuleBroken, match="exhibits/ab/abcd is not the file that was put in"):
        archive.read(place, KEY)


def test_a_disk_without_room_leaves_no_half_backup(whole, monkeypatch):
    before = set(whole.parent.iterdir())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making.os, "fsync", full)
    with pytest.raises(RuleBroken, match="No backup was made: No space left on device"):
        making.make(Path(whole.parent), key=KEY, days=35, at=NOON)
    assert set(whole.parent.iterdir()) == before


def test_an_archive_ends_on_its_day_whatever_is_set_later(tmp_path):
    for name in ("20260127T170000Z-35d", "20260126T165959Z-35d", "20260126T165959Z-90d", "20260224T165959Z-7d"):
        (tmp_path / f"market-desk-{name}.backup").touch()
    (tmp_path / "market-desk-of-somebody.txt").touch()

    def past(days):
        return [path.name[12:20] for path in making.past_their_day(tmp_path, days=days, at=NOON)]

    assert past(35) == ["20260126", "20260126", "20260224"]
    assert past(365) == ["20260126", "20260224"]  # more days were set since: what was certified stays true
    assert past(1) == ["20260126", "20260126", "20260127", "20260224"]
