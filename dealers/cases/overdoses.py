"""Overdoses that came close together. Pure. Task force policy: three within 72 hours in one area, both settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Cluster:
    first_at: datetime
    last_at: datetime
    overdoses: int


def clusters(moments: Iterable[datetime], fewest: int, hours: int) -> list[Cluster]:
    """Every run in which so many lie within so many hours; runs that share an overdose are one."""
    known, reach = sorted(moments), timedelta(hours=hours)
    runs: list[list[int]] = []
    for first in range(len(known) - fewest + 1):
        last = first + fewest - 1
        if known[last] - known[first] > reach:
            continue
        if runs and first <= runs[-1][1]:
            runs[-1][1] = last
        else:
            runs.append([first, last])
    return [Cluster(known[first], known[last], last - first + 1) for first, last in runs]
