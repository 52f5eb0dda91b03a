"""Phases as somebody wrote them down: read strictly, and what is wrong said in words for who wrote them.

The limits are task force policy: nobody's program is longer than a phase of a year, and a list longer than these is a
slip of the hand.
"""

import re
from typing import Any

from callins.dtc.program.configuration import Phase, Task
from callins.dtc.program.wording import phase_words

MOST_PHASES, MOST_TASKS, MOST_DAYS = 9, 20, 366
LONGEST_CODE, LONGEST_WORDS = 40, 80
CODE = re.compile(r"[a-z][a-z0-9_]*")
OF_PHASE, OF_TASK = {"days", "clear_days", "tasks"}, {"code", "words", "stays"}


class PhasesWrong(ValueError):
    """Its words are for who wrote the phases."""


def phases_of(said: Any) -> tuple[Phase, ...]:
    """[{"days": 30, "clear_days": null, "tasks": [{"code": "orientation", "words": "Orientation", "stays": true}]}].

    Refused (PhasesWrong): none or more than nine; days that are no whole number from 1 to 366; more days in good order
    than the phase has; a task without words or with a code that is not its own.
    """
    if not isinstance(said, list) or not 1 <= len(said) <= MOST_PHASES:
        raise PhasesWrong(f"The program has at least one phase, and at most {phase_words(MOST_PHASES)}.")
    phases = tuple(phase_of(each, f"Phase {phase_words(number)}") for number, each in enumerate(said, start=1))
    check_codes([task.code for phase in phases for task in phase.tasks])
    return phases


def phase_of(said: Any, name: str) -> Phase:
    check_names(said, OF_PHASE, {"days", "tasks"}, name)
    days, clear_days, tasks = said["days"], said.get("clear_days"), said["tasks"]
    if not is_count(days) or days > MOST_DAYS:
        raise PhasesWrong(f"{name}: its days are a whole number from 1 to {MOST_DAYS}.")
    if clear_days is not None and (not is_count(clear_days) or clear_days > days):
        raise PhasesWrong(f"{name}: days in good order are a whole number up to its {days} days, or none for all.")
    if not isinstance(tasks, list) or len(tasks) > MOST_TASKS:
        raise PhasesWrong(f"{name}: its tasks are a list of at most {MOST_TASKS}.")
    return Phase(days, tuple(task_of(each, name) for each in tasks), clear_days)


def task_of(said: Any, name: str) -> Task:
    check_names(said, OF_TASK, {"code", "words"}, f"{name}, a task")
    code, words, stays = said["code"], said["words"], said.get("stays", False)
    if not isinstance(words, str) or not words.strip() or len(words) > LONGEST_WORDS:
        raise PhasesWrong(f"{name}: say each task in words, {LONGEST_WORDS} letters at most.")
    if not isinstance(code, str) or not CODE.fullmatch(code) or len(code) > LONGEST_CODE:
        raise PhasesWrong(
            f"{name}: the code of “{words}” is in lower case, like housing_plan, {LONGEST_CODE} letters at most."
        )
    if not isinstance(stays, bool):
        raise PhasesWrong(f"{name}: that “{words}” stays done is yes or no.")
    return Task(code, words.strip(), stays)


def check_names(said: Any, known: set[str], needed: set[str], name: str):
    if not isinstance(said, dict) or not needed <= said.keys() <= known:
        raise PhasesWrong(f"{name} is told by {', '.join(sorted(known))}, and by nothing else.")


def check_codes(codes: list[str]):
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise PhasesWrong(f"The code {twice} names two tasks; what is done is recorded by it, so each has its own.")


def is_count(number: Any) -> bool:
    return type(number) is int and number >= 1  # True is an int too


def as_said(phases: tuple[Phase, ...]) -> list[dict]:
    """As they are kept, and sent."""
    return [
        {
            "days": phase.days,
            "clear_days": phase.clear_days,
            "tasks": [{"code": task.code, "words": task.words, "stays": task.stays} for task in phase.tasks],
        }
        for phase in phases
    ]
