"""The embedded servers: what they give, what they leave, and what they make of what a crash left."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
import redis

from dmi.local import ADDRESSES, leftovers

pytestmark = pytest.mark.slow

SAY = "import os, json; print(json.dumps([os.environ['DATABASE_URL'], os.environ['REDIS_URL']]), flush=True)"
WAIT = f"{SAY}; import time; time.sleep(60)"
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user run PostgreSQL")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "var"


@pytest.fixture
def environment(home):
    given = {name: value for name, value in os.environ.items() if name not in {*ADDRESSES, leftovers.MARK}}
    return {**given, "DMI_VAR": str(home)}


@pytest.fixture
def call(environment):
    """What a finished command said of its servers."""

    def local(*command, **more):
        command = command or (sys.executable, "-c", SAY)
        return subprocess.run(
            [sys.executable, "-m", "dmi.local", *command],
            env={**environment, **more},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return local


def as_in_a_terminal():
    """The tests may themselves run under nohup, and what it ignores is inherited."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def started(environment) -> Iterator:
    """A call whose command goes on, and where its servers are."""
    calls = []

    def start(*command):
        command = command or (sys.executable, "-c", WAIT)
        process = subprocess.Popen(
            [sys.executable, "-m", "dmi.local", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=as_in_a_terminal,
        )
        calls.append(process)
        return process, json.loads(process.stdout.readline())

    yield start
    for process in calls:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        process.communicate(timeout=30)


def living(home: Path) -> list[int]:
    """Every process that works in the servers' folders or was started by the command."""
    return [*leftovers.working_in(home / "postgres"), *leftovers.working_in(home / "valkey"), *leftovers.marked(home)]


def until_nothing_lives(home: Path) -> None:
    deadline = time.monotonic() + 10
    while living(home) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert living(home) == []


def answer(urls: list[str]) -> bool:
    with contextlib.closing(psycopg2.connect(urls[0])) as database, database.cursor() as cursor:
        cursor.execute("select current_setting('server_version_num')::int >= 180000")
        with redis.Redis.from_url(urls[1]) as broker:
            return cursor.fetchone() == (True,) and broker.ping()


def test_a_command_finds_both_servers(started):
    _, urls = started()
    assert answer(urls)


def test_both_servers_ask_for_a_password(started):
    _, (database, broker) = started()
    with pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(database.replace("dmi:", "dmi:not-"))
    with redis.Redis.from_url(broker.replace("redis://:", "redis://:not-")) as refused, pytest.raises(redis.RedisError):
        refused.ping()


def test_records_stay_from_one_start_to_the_next(call):
    write = (
        "import os, psycopg2; connection = psycopg2.connect(os.environ['DATABASE_URL']);"
        "connection.cursor().execute('create table kept ()'); connection.commit()"
    )
    assert call(sys.executable, "-c", write).returncode == 0
    assert "already exists" in call(sys.executable, "-c", write).stderr


def test_a_second_call_joins_the_servers_of_the_first(started, call):
    _, urls = started()
    assert json.loads(call().stdout) == urls


def test_the_commands_exit_code_is_handed_on(call):
    assert call(sys.executable, "-c", "raise SystemExit(7)").returncode == 7


def test_a_command_that_is_not_there_is_named(call):
    done = call("no-such-program")
    assert done.returncode == 1
    assert "no-such-program does not start" in done.stderr


def test_given_addresses_are_kept_and_nothing_is_started(call, home):
    given = dict(zip(ADDRESSES, ("postgres://elsewhere/dmi", "redis://elsewhere/0"), strict=True))
    assert json.loads(call(**given).stdout) == list(given.values())
    assert not home.exists()


def test_one_given_address_is_kept_beside_a_started_server(call):
    database, broker = json.loads(call(DATABASE_URL="postgres://elsewhere/dmi").stdout)
    assert database == "postgres://elsewhere/dmi"
    assert broker.startswith("redis://:")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_command_then_the_servers(started, home, number):
    process, _ = started()
    process.send_signal(number)
    assert process.wait(30) == 128 + signal.SIGTERM
    assert living(home) == []


def test_ctrl_c_reaches_the_whole_group_and_leaves_nothing(started, home):
    process, _ = started()
    os.killpg(process.pid, signal.SIGINT)
    process.wait(30)
    assert living(home) == []


def test_what_the_command_left_behind_is_ended(started, home):
    leave = "import subprocess; subprocess.Popen(['sleep', '60'], start_new_session=True)"
    process, _ = started(sys.executable, "-c", f"{leave}; {WAIT}")
    process.terminate()
    process.wait(30)
    assert living(home) == []


def test_kill_9_orphans_nothing_and_the_next_start_recovers(started, home):
    process, _ = started()
    process.kill()
    until_nothing_lives(home)
    _, urls = started()
    assert answer(urls)


def test_a_start_right_after_kill_9_waits_for_the_former_servers(started):
    process, _ = started()
    process.kill()
    _, urls = started()
    assert answer(urls)


def test_killed_servers_that_nobody_reaps_do_not_hinder_the_next_start(started, home, call):
    """Their parent here is a stopped call, so they stay zombies as in a container without an init."""
    process, _ = started()
    process.send_signal(signal.SIGSTOP)
    for server in (home / "postgres", home / "valkey"):
        os.kill(min(leftovers.working_in(server)), signal.SIGKILL)
    (home / "lock").unlink()  # the stopped call keeps the old one
    assert call().returncode == 0
    process.kill()


def test_a_cluster_whose_making_was_cut_short_is_made_anew(call, home):
    unfinished = home / "postgres.unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    assert call().returncode == 0
    assert not unfinished.exists()


def test_a_damaged_cluster_is_reported_in_one_line(call, home):
    assert call().returncode == 0
    (home / "postgres" / "global" / "pg_control").unlink()
    done = call()
    assert done.returncode == 1
    assert "PostgreSQL did not start" in done.stderr
    assert "Traceback" not in done.stderr


@ROOT_ONLY
def test_under_a_closed_home_postgresql_may_pass_but_not_read(call, home):
    closed = home.parent
    closed.chmod(0o700)
    done = call()
    assert done.returncode == 0
    assert closed.stat().st_mode & 0o777 == 0o701
    assert re.search(rf"may now pass through .*{closed}", done.stderr)


@ROOT_ONLY
def test_root_has_the_owner_of_the_checkout_run_postgresql(call, home):
    os.chown(home.parent, 1, 1)
    assert call().returncode == 0
    assert {(home / folder).stat().st_uid for folder in ("postgres", "valkey")} == {1}
