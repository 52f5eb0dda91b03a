"""Phases in a form: a list by JSON; on the page a control for each number and word, so that no script is needed."""

import json
import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError

from callins.dtc.program.phases import LONGEST_CODE, PhasesWrong, phases_of
from callins.dtc.program.wording import phase_words

TASK = {"type": "object", "properties": {"code": {}, "words": {}, "stays": {}}}
PHASE = {"type": "object", "properties": {"days": {}, "clear_days": {}, "tasks": {"type": "array", "items": TASK}}}


class PhasesWidget(forms.Widget):
    """The page's own template draws it; this reads what comes back: the controls, or the whole as JSON."""

    def value_from_datadict(self, data, files, name):
        said = data.get(name)
        if said is None:
            return [tidy(phase) for phase in typed(data, name)]
        return parsed(said) if isinstance(said, str) else said


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return text  # the field says that it is none


def typed(data, name="phases"):
    """What stands in the controls, as text: half a task too, for it may be in the making."""
    phases: list[dict] = []
    while f"{name}-{len(phases)}-days" in data:
        own = f"{name}-{len(phases)}"
        phases.append({
            "days": data[f"{own}-days"], "clear_days": data.get(f"{own}-clear_days", ""),
            "tasks": typed_tasks(data, own),
        })  # fmt: skip
    return phases


def typed_tasks(data, phase):
    tasks: list[dict] = []
    while f"{phase}-{len(tasks)}-words" in data:
        own = f"{phase}-{len(tasks)}"
        tasks.append({
            "code": data.get(f"{own}-code", ""), "words": data[f"{own}-words"], "stays": f"{own}-stays" in data,
        })  # fmt: skip
    return tasks


def tidy(phase):
    """Numbers as numbers where they are some; tasks without a word left out; a code made of the words where none is."""
    tasks = [each for each in phase["tasks"] if each["code"].strip() or each["words"].strip()]
    return {
        "days": number(phase["days"]),
        "clear_days": number(phase["clear_days"]),
        "tasks": [{**each, "code": each["code"].strip() or code_of(each["words"])} for each in tasks],
    }


def number(text):
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else text or None


def code_of(words):
    return re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")[:LONGEST_CODE].strip("_")


def altered(phases, act):
    """The same with a phase or a task more or less: add_phase, remove_phase-1, add_task-0, remove_task-0-2."""
    what, *places = act.split("-")
    if (not rows(phases) and what != "add_phase") or not all(place.isascii() and place.isdigit() for place in places):
        return phases
    numbers = [int(place) for place in places]
    match what, numbers:
        case "add_phase", []:
            return [*phases, {"days": "30", "clear_days": "", "tasks": []}]
        case "remove_phase", [phase]:
            return without(phases, phase)
        case "add_task", [phase] if phase < len(phases):
            return with_tasks(phases, phase, [*phases[phase]["tasks"], {"code": "", "words": "", "stays": False}])
        case "remove_task", [phase, task] if phase < len(phases):
            return with_tasks(phases, phase, without(phases[phase]["tasks"], task))
    return phases


def without(rows, place):
    return [row for number, row in enumerate(rows) if number != place]


def with_tasks(phases, place, tasks):
    return [{**phase, "tasks": tasks} if number == place else phase for number, phase in enumerate(phases)]


class PhasesField(forms.JSONField):
    """A list of phases, held to the program's own strict reading."""

    widget = PhasesWidget
    kind = {"type": "array", "format": "objects", "items": PHASE, "minItems": 1}

    def bound_data(self, data, initial):
        return data

    def prepare_value(self, value):
        return value

    def validate(self, value):
        """Refused in the words of the program; an empty list too."""
        try:
            phases_of(value)
        except PhasesWrong as wrong:
            raise ValidationError(str(wrong)) from wrong


@dataclass(frozen=True)
class TaskRow:
    name: str
    code: str
    words: str
    stays: bool
    remove: str


@dataclass(frozen=True)
class PhaseRow:
    """A phase as the page draws it: the names of its controls, what stands in them, what its buttons ask for."""

    name: str
    words: str
    days: str
    clear_days: str
    tasks: tuple[TaskRow, ...]
    add_task: str
    remove: str


def rows(phases, name="phases"):
    """What was sent as JSON may have any shape; only phases are drawn."""
    if not isinstance(phases, list) or not all(is_drawable(phase) for phase in phases):
        return []
    return [row_of(phase, f"{name}-{place}", place) for place, phase in enumerate(phases)]


def is_drawable(phase):
    tasks = phase.get("tasks") if isinstance(phase, dict) else None
    return isinstance(tasks, list) and all(isinstance(task, dict) for task in tasks)


def row_of(phase, name, place):
    tasks = tuple(
        TaskRow(
            f"{name}-{number}", task.get("code", ""), task.get("words", ""), task.get("stays", False),
            f"remove_task-{place}-{number}",
        )
        for number, task in enumerate(phase["tasks"])
    )  # fmt: skip
    days, clear_days = ("" if phase.get(each) is None else phase[each] for each in ("days", "clear_days"))
    return PhaseRow(
        name, phase_words(place + 1), days, clear_days, tasks, f"add_task-{place}", f"remove_phase-{place}"
    )  # fmt: skip
