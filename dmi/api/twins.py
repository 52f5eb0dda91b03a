"""The twin of a form: its fields as JSON Schema. What OpenAPI publishes is what a request's JSON is held to.

A twin only says of what kind a value is. Everything else is said once, by the form and the service.
"""

import re
from datetime import UTC
from functools import singledispatch

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils import timezone
from django.utils.dateparse import parse_datetime

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d(:00)?$"  # an hour on the wall, of no zone: the schema's own "time" has one
FIRST_YEAR = 1900
NULLABLE = ("date", "date-time", "integer", "number", "time-of-day", "uuid")
WORDS = {
    "array": "Send a list of texts or ids.",
    "binary": "Send the file as multipart/form-data.",
    "boolean": "Send true or false.",
    "date": "Send a day like 2026-03-03.",
    "date-time": "Send a moment with its distance from UTC, like 2026-03-03T14:05:00-05:00.",
    "integer": "Send a whole number.",
    "number": "Send a number.",
    "object": "Send an object of texts.",
    "objects": "Send a list of objects.",
    "string": "Send text.",
    "time-of-day": "Send an hour on the wall, like 10:00.",
    "uuid": "Send an id as the lists give it.",
}
UNKNOWN = "There is no such field; leave it out."
EMPTY = "Say by what, or leave it out."


def twin(form_class, *, with_files, all_optional=False):
    """The form as the schema of a request's body, with or without its files."""
    fields = {name: field for name, field in form_class.base_fields.items() if with_files or not is_file(field)}
    required = [name for name, field in fields.items() if field.required and not all_optional]
    return {
        "type": "object",
        "properties": {name: published(field) for name, field in fields.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def is_file(field):
    return isinstance(field, forms.FileField)


def published(field):
    """A field as documentation shows it: its kind, its label, its hint and what its choices mean."""
    meant = "; ".join(f"{value}: {label}" for value, label in getattr(field, "choices", []) if value)
    described = " ".join(words for words in (str(field.help_text or ""), meant and f"{meant}.") if words)
    told = {"title": str(field.label or ""), "description": described, "nullable": may_be_null(field)}
    return kind_of(field) | {name: what for name, what in told.items() if what}


def may_be_null(field):
    """Empty text is empty text; what is no text and may be left out may also be null."""
    kind = kind_of(field)
    is_nullable = isinstance(field, forms.NullBooleanField) or kind.get("format", kind["type"]) in NULLABLE
    return is_nullable and not field.required


@singledispatch
def kind_of(field):
    raise TypeError(f"The API has no twin for a {type(field).__name__} yet; write it here.")


@kind_of.register
def _(field: forms.CharField):
    shortest = {"minLength": 1} if field.required else {}
    return {"type": "string", **shortest, **({"maxLength": field.max_length} if field.max_length else {})}


@kind_of.register
def _(field: SimpleArrayField):
    return {"type": "array", "items": kind_of(field.base_field)}


@kind_of.register
def _(field: forms.IntegerField):
    limits = {"minimum": field.min_value, "maximum": field.max_value}
    return {"type": "integer", **{name: limit for name, limit in limits.items() if limit is not None}}


@kind_of.register
def _(field: forms.DecimalField | forms.FloatField):
    limits = {"minimum": field.min_value, "maximum": field.max_value}
    return {"type": "number", **{name: limit for name, limit in limits.items() if limit is not None}}


@kind_of.register
def _(field: forms.BooleanField):
    return {"type": "boolean"}


@kind_of.register
def _(field: forms.DateField):
    return {"type": "string", "format": "date"}


@kind_of.register
def _(field: forms.DateTimeField):
    return {"type": "string", "format": "date-time"}


@kind_of.register
def _(field: forms.TimeField):
    return {"type": "string", "format": "time-of-day", "pattern": CLOCK}


@kind_of.register
def _(field: forms.FileField):
    return {"type": "string", "format": "binary"}


@kind_of.register
def _(field: forms.JSONField):
    """A field that takes more than texts by name says so itself, and what is wrong with it too."""
    return getattr(field, "kind", {"type": "object", "additionalProperties": {"type": "string"}})


@kind_of.register
def _(field: forms.ChoiceField):
    values = [value for value, _ in field.choices if value]
    return {"type": "string", "enum": values if field.required else [*values, ""]}


@kind_of.register
def _(field: forms.MultipleChoiceField):
    one = {"type": "string", "enum": [value for value, _ in field.choices]}
    return {"type": "array", "items": one, **({"minItems": 1} if field.required else {})}


@kind_of.register
def _(field: forms.ModelChoiceField):
    return {"type": "string", "format": "uuid"}


@kind_of.register
def _(field: forms.ModelMultipleChoiceField):
    one = {"type": "string"} if field.to_field_name else {"type": "string", "format": "uuid"}
    return {"type": "array", "items": one, **({"minItems": 1} if field.required else {})}


def misfits(fields, said, files=None):
    """What is wrong with the kinds of the values sent, by field. `files` is None for JSON; form data is all text."""
    wrong = {name: [UNKNOWN] for name in said if name not in fields}
    for name in said.keys() & fields.keys():
        field = fields[name]
        fits = fits_json(field, said[name]) if files is None else is_file(field) == (name in files)
        if not fits:
            wrong[name] = [words_for(field)]
    return wrong


def words_for(field):
    kind = kind_of(field)
    return WORDS.get(kind.get("format"), WORDS[kind["type"]])


def fits_json(field, value):
    return may_be_null(field) if value is None else fits_kind(kind_of(field), value)


def fits_kind(kind, value):
    match kind["type"]:
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return type(value) is int  # True is an int too
        case "number":
            return type(value) in (int, float)
        case "object":
            is_of_texts = "properties" not in kind
            return isinstance(value, dict) and (
                not is_of_texts or all(isinstance(each, str) for each in value.values())
            )
        case "array":
            return isinstance(value, list) and all(fits_kind(kind["items"], each) for each in value)
    return isinstance(value, str) and fits_format(kind.get("format"), value)


def fits_format(name, text):
    match name:
        case "date":
            return bool(DAY.fullmatch(text))
        case "date-time":
            return is_moment(text)
        case "time-of-day":
            return bool(re.fullmatch(CLOCK, text))
        case "uuid":
            return bool(ID.fullmatch(text))
    return name != "binary"


def is_moment(text):
    """Since there are time zones: before, places were minutes and seconds apart, which no answer could say."""
    if not MOMENT.fullmatch(text):
        return False
    try:
        return timezone.localtime(parse_datetime(text).astimezone(UTC)).year >= FIRST_YEAR
    except (ValueError, OverflowError):
        return False
