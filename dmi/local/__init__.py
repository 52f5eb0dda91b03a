"""PostgreSQL and Valkey from wheels, for a machine that has neither.

    python -m dmi.local honcho start          both servers, kept in var/, for as long as the command runs
    python -m dmi.local --throwaway COMMAND   the same in a new temporary folder, durability off

The command finds them in DATABASE_URL and REDIS_URL, as it would find real ones. One that is already set, there or in
.env, stays as it is; with both set nothing is started. A second call while the first runs joins its servers. DMI_VAR
names another folder than var/. Why it is done this way: docs/decisions/0003-embedded-servers.md.
"""

import contextlib
import fcntl
import json
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from dmi.local import leftovers, postgres, valkey
from dmi.local.child import stop, write_secret
from dmi.local.owner import owner_of

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("DMI_VAR") or ROOT / "var").resolve()
ADDRESSES = ("DATABASE_URL", "REDIS_URL")


@contextlib.contextmanager
def servers(home: Path, *settings: str) -> Iterator[dict[str, str]]:
    """Where both servers answer. Whoever holds the lock runs them (a killed holder loses it); others join."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("a+") as lock:
        if joined := _lock_or_join(lock, home / "addresses.json"):
            yield joined
        else:
            with _running(home, *settings) as environment:
                yield environment


@contextlib.contextmanager
def throwaway(prefix: str) -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        Path(folder).chmod(0o711)  # PostgreSQL's user passes through
        with servers(Path(folder), *postgres.NOT_DURABLE) as environment:
            yield environment


def _lock_or_join(lock: IO[str], addresses: Path) -> dict[str, str] | None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with contextlib.suppress(OSError, ValueError):
                return json.loads(addresses.read_text())
            time.sleep(0.1)  # the other call is just starting, or just ending
        else:
            return None


@contextlib.contextmanager
def _running(home: Path, *settings: str) -> Iterator[dict[str, str]]:
    addresses = home / "addresses.json"
    addresses.unlink(missing_ok=True)
    leftovers.end(home)
    with contextlib.ExitStack() as stack:
        owner = owner_of(home)
        database, database_url = postgres.start(home, owner, *settings)
        stack.callback(stop, database, signal.SIGINT)
        broker, redis_url = valkey.start(home, owner)
        stack.callback(stop, broker, signal.SIGTERM)
        stack.callback(leftovers.end, home)
        given = dict(zip(ADDRESSES, (database_url, redis_url), strict=True))
        write_secret(addresses, json.dumps(given))
        stack.callback(addresses.unlink, missing_ok=True)
        yield {**given, leftovers.MARK: leftovers.mark(home)}
