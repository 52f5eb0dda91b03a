"""The tasks of the phases: what is asked for, what is done, and what a restart asks for again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from callins.dtc.program.attempts import Attempt
from callins.dtc.program.configuration import Task
from callins.dtc.program.events import Event, TaskDone


@dataclass(frozen=True, slots=True)
class Asked:
    """A task of an attempt's rules."""

    task: Task
    phase: int
    done_on: date | None  # in this attempt; of a task that stays, in whichever
    done_before: date | None = None  # in an earlier attempt, where the restart asks for it again


def asked_in(attempt: Attempt, events: Iterable[Event]) -> tuple[Asked, ...]:
    """Every task that the attempt's rules ask for, phase by phase."""
    done = [event for event in events if isinstance(event, TaskDone)]
    return tuple(
        asked(task, number, attempt, done)
        for number, phase in enumerate(attempt.rules.phases, start=1)
        for task in phase.tasks
    )


def asked(task: Task, phase: int, attempt: Attempt, done: Iterable[TaskDone]) -> Asked:
    days = [event.on for event in done if event.task == task.code]
    counting = [on for on in days if task.stays or on >= attempt.started_on]
    return Asked(task, phase, min(counting, default=None), None if counting else max(days, default=None))
