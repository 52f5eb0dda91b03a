"""What an earlier run may have left: only Linux's /proc can tell; elsewhere PostgreSQL's own checks have to do."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
MARK = "DMI_LOCAL"  # in the environment of all that a command started


def mark(home: Path) -> str:
    """One of a kind on this machine; two chroots may have the same path."""
    return f"{home.stat().st_dev}:{home.stat().st_ino}"


def end(home: Path) -> None:
    """End what a command started and did not end: after kill -9 of honcho its web, worker and beat live on."""
    for number, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 1)):
        for pid in marked(home):
            with contextlib.suppress(OSError):
                os.kill(pid, number)
        deadline = time.monotonic() + patience
        while any(marked(home)) and time.monotonic() < deadline:
            time.sleep(0.05)


def marked(home: Path) -> Iterator[int]:
    wanted = f"{MARK}={mark(home)}".encode()
    for environ in PROC.glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            pid = int(environ.parent.name)
            if wanted in environ.read_bytes().split(b"\0") and pid != os.getpid():
                yield pid


def wait_until_left(folder: Path) -> None:
    """Until no server of an earlier run works in its folder; we hold the lock, so all of them are ending.

    Asked of the processes themselves, not of a pid file: after a crash its number may be anybody's, or a zombie's that
    nobody reaps (in a container), and PostgreSQL takes both for itself.
    """
    for _ in range(300):
        pid = next(working_in(folder), None)
        if pid is None:
            return
        time.sleep(0.05)
    sys.exit(f"A server of an earlier run does not leave {folder}: end process {pid} (kill -9 {pid}), then try again.")


def working_in(folder: Path) -> Iterator[int]:
    for cwd in PROC.glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if cwd.readlink() == folder.resolve():
                yield int(cwd.parent.name)
