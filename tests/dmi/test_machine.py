"""What a new machine is given, and what it says where it can not be given."""

import json
import stat

import pytest

from dmi import machine


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout of its own, so that nothing is installed anywhere."""
    var, venv = tmp_path / "var", tmp_path / ".venv"
    places = {
        "ROOT": tmp_path, "VAR": var, "LOG": var / "machine.log", "RECORDS": [var / "postgres", var / "valkey"],
        "VENV": venv, "PYTHON": venv / "bin" / "python", "LOCKS": tmp_path,
        "NODE_MODULES": tmp_path / "node_modules", "VENDOR": tmp_path / "static" / "vendor",
    }  # fmt: skip
    for name, place in places.items():
        monkeypatch.setattr(machine, name, place)
    monkeypatch.delenv("START", raising=False)
    monkeypatch.setenv("CI", "true")
    var.mkdir()
    return tmp_path


@pytest.fixture
def ran(monkeypatch):
    """The commands that would have been run."""
    commands = []
    monkeypatch.setattr(
        machine, "run", lambda command, environment=None: commands.append([str(part) for part in command])
    )
    return commands


def test_the_settings_are_for_their_owner_alone_and_stay(checkout):
    machine.choose_beginning()
    file = checkout / ".env"
    first = file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert machine.settings()["DEMO"] == "true"
    machine.choose_beginning()
    assert file.read_text() == first


def test_what_a_developer_wrote_into_the_settings_stays_and_the_rest_is_added(checkout):
    (checkout / ".env").write_text("# mine\nSECRET_KEY=mine\nEMAIL_URL=smtp://mail\n")
    machine.choose_beginning()
    assert machine.settings()["SECRET_KEY"] == "mine"
    assert machine.settings()["EMAIL_URL"] == "smtp://mail"
    assert machine.settings()["SHEET_SECRET"]


@pytest.mark.parametrize(("start", "demo"), [("demo", "true"), ("empty", "false")])
def test_start_chooses_without_asking(checkout, monkeypatch, start, demo):
    monkeypatch.setenv("START", start)
    machine.choose_beginning()
    assert machine.settings()["DEMO"] == demo


def test_another_start_is_refused_once_there_are_records(checkout, monkeypatch):
    machine.choose_beginning()
    (checkout / "var" / "postgres").mkdir()
    monkeypatch.setenv("START", "empty")
    with pytest.raises(SystemExit, match="has records already"):
        machine.choose_beginning()
    assert machine.settings()["DEMO"] == "true"


def test_an_unknown_start_is_refused(checkout, monkeypatch):
    monkeypatch.setenv("START", "everything")
    with pytest.raises(SystemExit, match="demo or empty, not everything"):
        machine.choose_beginning()


def test_only_a_demo_is_forgotten(checkout, monkeypatch):
    (checkout / "var" / "postgres").mkdir()
    monkeypatch.setenv("START", "empty")
    with pytest.raises(SystemExit, match="its records stay"):
        machine.forget_demo()
    assert (checkout / "var" / "postgres").exists()


def test_a_demo_is_forgotten_but_not_while_the_desk_runs(checkout):
    machine.choose_beginning()
    (checkout / "var" / "postgres").mkdir()
    with (checkout / "var" / "lock").open("w") as lock:
        machine.fcntl.flock(lock, machine.fcntl.LOCK_EX)
        with pytest.raises(SystemExit, match="end it first"):
            machine.forget_demo()
    machine.forget_demo()
    assert not (checkout / "var" / "postgres").exists()


def test_missing_libraries_are_installed_where_it_may(checkout, ran, monkeypatch):
    monkeypatch.setattr(machine, "opens", lambda library: "pango" not in library)
    monkeypatch.setattr(machine, "allowed", lambda rights: True)
    monkeypatch.setattr(machine.shutil, "which", lambda program: f"/usr/bin/{program}")
    machine.install_system_packages(with_browser=False)
    assert ran[-1][-2:] == ["libpango-1.0-0", "libpangoft2-1.0-0"]


def test_missing_libraries_are_named_with_the_line_to_type_where_it_may_not(checkout, ran, monkeypatch):
    monkeypatch.setattr(machine, "opens", lambda library: "pangoft2" not in library)
    monkeypatch.setattr(machine, "allowed", lambda rights: False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .* libpangoft2"):
        machine.install_system_packages(with_browser=False)
    assert ran == []


def test_the_browser_is_wanted_for_the_tests_only(checkout, monkeypatch):
    monkeypatch.setattr(machine, "opens", lambda library: True)
    monkeypatch.setattr(machine.shutil, "which", lambda program: None)
    assert "chromium" not in list(machine.missing_packages(with_browser=False))
    assert "chromium" in list(machine.missing_packages(with_browser=True))


@pytest.fixture
def installed(checkout, monkeypatch):
    """An environment made from the locks."""
    for lock in ("local.txt", "test.txt"):
        (checkout / lock).write_text(lock)
    monkeypatch.setattr(machine, "works", lambda python: True)
    (checkout / ".venv").mkdir()
    hashes = {name: machine.fingerprint([checkout / name]) for name in ("local.txt", "test.txt")}
    (checkout / ".venv" / "made_from.json").write_text(json.dumps({"at": str(checkout / ".venv"), **hashes}))
    return checkout / ".venv"


def test_what_is_installed_is_not_installed_again(installed, ran):
    machine.install_python_packages("local.txt")
    assert ran == []


def test_a_changed_lock_is_installed_by_hash(installed, ran, checkout):
    (checkout / "local.txt").write_text("newer")
    machine.install_python_packages("local.txt")
    assert "--require-hashes" in ran[-1]
    machine.install_python_packages("local.txt")
    assert [command for command in ran if "pip" in command] == ran[-1:]


def test_a_half_finished_installation_is_made_anew(installed, ran):
    (installed / "unfinished").touch()
    (installed / "half").touch()
    machine.install_python_packages("local.txt")
    assert not (installed / "half").exists()
    assert ran[0][1:3] == ["-m", "venv"]


def test_a_moved_checkout_gets_a_new_environment(installed, ran):
    made = json.loads((installed / "made_from.json").read_text())
    (installed / "made_from.json").write_text(json.dumps({**made, "at": "/elsewhere/.venv"}))
    machine.install_python_packages("local.txt")
    assert ran[0][1:3] == ["-m", "venv"]


def test_a_failing_step_shows_what_was_said(checkout, capsys):
    with pytest.raises(SystemExit, match="no such package") as ended, machine.step("Installing"):
        machine.run(["sh", "-c", "echo no such package; exit 4"])
    assert "sh ended with 4" in str(ended.value)
    assert capsys.readouterr().out == "Installing ... failed.\n"
