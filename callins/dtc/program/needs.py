"""Since when a need is there: assessments follow each other, and a need that stays unmet keeps its first day."""

from collections.abc import Iterable, Mapping
from datetime import date


def unmet_since(assessments: Iterable[tuple[date, Mapping[str, bool]]]) -> dict[str, date]:
    """Since when each need of the last assessment has been there without a break.

    `assessments` come from the first to the last: the day, and of each need that was named whether it was met before
    the next one. Who is homeless again, is so from the day on which that is found.
    """
    since: dict[str, date] = {}
    unmet: dict[str, date] = {}
    for day, named in assessments:
        since = {need: unmet.get(need, day) for need in named}
        unmet = {need: since[need] for need, is_met in named.items() if not is_met}
    return since
