"""Counts of all web processes of one server, in memory that they share: whoever is asked knows them all.

gunicorn imports us before it forks (--preload), so each process inherits the same pages of memory. Each adds in a row
of its own; nobody waits for another process, and one that is killed holds nothing up.
"""

import mmap
import os
import threading

ROWS = 64
BEFORE = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, float("inf"))  # seconds within which a request was answered
KINDS = ("page", "api")
STATUSES = ("1xx", "2xx", "3xx", "4xx", "5xx")

ANSWERED = [("answered", kind, status) for kind in KINDS for status in STATUSES]
WITHIN = [("within", kind, limit) for kind in KINDS for limit in BEFORE]
SECONDS = [("seconds", kind, "") for kind in KINDS]
PLACES = {name: place for place, name in enumerate([*ANSWERED, *WITHIN, *SECONDS])}

_counted = memoryview(mmap.mmap(-1, 8 * ROWS * len(PLACES))).cast("d")
_one_thread = threading.Lock()


def count(kind: str, status: int, seconds: float) -> None:
    """One request, answered with this status after so many seconds."""
    within = [("within", kind, limit) for limit in BEFORE if seconds <= limit]
    with _one_thread:
        for name in (("answered", kind, f"{status // 100}xx"), *within):
            _counted[_place(name)] += 1
        _counted[_place(("seconds", kind, ""))] += seconds


def _place(name: tuple) -> int:
    return os.getpid() % ROWS * len(PLACES) + PLACES[name]


def total(name: tuple) -> float:
    """Of all processes."""
    return sum(_counted[row * len(PLACES) + PLACES[name]] for row in range(ROWS))
