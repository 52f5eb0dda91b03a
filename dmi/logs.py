"""What a log line says: when, which request, which officer, what of ours happened; nothing of a person on file.

The words of an exception may quote a row ("Key (last_name)=(...) already exists"), a path what somebody typed into the
address: of the one only its kind and our own lines of code are written, of the other the route.
"""

import json
import logging
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime

from django.urls import Resolver404, resolve

asked: ContextVar[dict[str, str] | None] = ContextVar("asked", default=None)  # the request's number and officer
FACTS = ("request", "officer", "method", "route", "status", "ms")


def asked_by(officer):
    """From here on the lines of this request name the officer, by his number."""
    if known := asked.get():
        known["officer"] = str(officer.pk or "-")


def route_of(request):
    """The address as the site map has it, without what stands in its places."""
    try:
        return f"/{resolve(request.path_info).route}"  # a fault before the view leaves no resolver_match
    except Resolver404:
        return "(unknown address)"


class Discreet(logging.Filter):
    """Puts request and officer on a line, and takes off it what may hold words of a record."""

    def filter(self, record):
        known = asked.get() or {}
        record.request_id, record.officer = known.get("request", "-"), known.get("officer", "-")
        if isinstance(record.args, Mapping):
            record.args = without_words(record.args, record.exc_info)
        elif request := getattr(record, "request", None):
            path = getattr(request, "path", None)
            record.args = tuple(route_of(request) if arg == path else arg for arg in record.args or ())
        return True


def without_words(args, exc_info):
    """Celery tells of a task that failed by the exception's own words and the task's arguments."""
    kind = exc_info[0].__name__ if exc_info and exc_info[0] else "an error"
    hidden = {"exc": kind, "traceback": "", "args": "", "kwargs": "", "return_value": ""}
    return {**args, **{name: instead for name, instead in hidden.items() if name in args}}


def where(exc_info):
    """The kind of an exception, of those that led to it, and the lines of code; never what it says."""
    lines: list[str] = []
    fault = exc_info[1]
    while fault is not None:
        frames = traceback.extract_tb(fault.__traceback__)
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        lines = [*places, type(fault).__qualname__, *lines]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines)


class Plain(logging.Formatter):
    """For somebody who reads along."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name} {request_id} {message}", style="{")

    def formatException(self, ei):  # noqa: N802 (logging's name)
        return where(ei)


class Json(logging.Formatter):
    """For a program that collects: one object a line."""

    def format(self, record):
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname, "logger": record.name, "message": record.getMessage(),
            "request": record.request_id, "officer": record.officer,
        }  # fmt: skip
        said |= {name: getattr(record, f"its_{name}") for name in FACTS if hasattr(record, f"its_{name}")}
        if record.exc_info and record.exc_info[1]:
            said["where"] = where(record.exc_info)
        return json.dumps(said, default=str)
