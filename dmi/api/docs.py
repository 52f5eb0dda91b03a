"""The API told on one page, from its own schema: offline, in the product's face, under its policy, without a script."""

import re
from dataclasses import dataclass
from functools import cache

from django.shortcuts import render
from django.views.decorators.http import require_GET
from drf_spectacular.generators import SchemaGenerator

CHAPTERS = {
    "dealers": "Dealers",
    "cases": "Cases",
    "callins": "Call-ins and afterwards",
    "markets": "Markets",
    "maintenance": "The CRT's week",
    "retention": "How records end, and what leaves",
    "accounts": "Accounts and tokens",
    "audit": "The trail",
}
KINDS = {
    "binary": "file",
    "boolean": "true or false",
    "date": "day",
    "date-time": "moment",
    "decimal": "number as text",
    "double": "number",
    "int64": "whole number",
    "integer": "whole number",
    "number": "number",
    "object": "object",
    "string": "text",
    "time": "hour",
    "time-of-day": "hour",
    "uri": "address",
    "uuid": "id",
}
LIST_OF_CHOICES = re.compile(r"^\* `(.*)` - (.*)$", re.MULTILINE)  # how drf-spectacular tells them
PAGED = "Paginated"  # how drf-spectacular begins the name of a list's shape


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    shape: str  # where the kind is a shape of its own
    words: str
    is_required: bool


@dataclass(frozen=True)
class Operation:
    name: str
    app: str
    method: str
    address: str
    verb: str
    words: str
    fields: list[Field]
    answer: Field
    refusals: list[tuple[str, str]]


@require_GET
def view_api(request):
    """Every verb, what it takes and answers, and whether one's own roles include it."""
    operations, shapes = told()
    chapters = [(title, [each for each in operations if each.app == app]) for app, title in CHAPTERS.items()]
    mine = {each.verb for each in operations if request.user.has_perm(each.verb)}
    return render(request, "api/view_api.html", {"chapters": chapters, "shapes": shapes, "mine": mine})


@cache
def told():
    """(operations, shapes): the same for everybody, for as long as this process runs."""
    schema = SchemaGenerator().get_schema(public=True)
    operations = [
        operation(method, address, facts)
        for address, methods in schema["paths"].items()
        for method, facts in methods.items()
    ]
    shapes = schema["components"]["schemas"].items()
    return operations, [(name, fields_of(shape)) for name, shape in shapes if not name.startswith(PAGED)]


def operation(method, address, facts):
    done, *refusals = sorted(facts["responses"].items())
    return Operation(
        name=facts["operationId"], app=facts["tags"][0], method=method.upper(), address=address, verb=facts["x-verb"],
        words=facts["description"].replace("`", ""), fields=[*asked_for(facts), *sent(facts)], answer=answer_of(*done),
        refusals=[(code, refusal["description"].replace("`", "")) for code, refusal in refusals],
    )  # fmt: skip


def asked_for(facts):
    """The filters of a list. What the address holds is seen in the address."""
    parameters = [each for each in facts.get("parameters", []) if each["in"] == "query" and each["name"] != "cursor"]
    return [field(each["name"], each["schema"], is_required=False) for each in parameters]


def sent(facts):
    """The fields of the body; of its forms the one that takes files tells them all."""
    bodies = [each["schema"] for each in facts.get("requestBody", {}).get("content", {}).values()]
    return fields_of(bodies[-1]) if bodies else []


def answer_of(code, done):
    """Its shape, and its media types where JSON is not the only one."""
    media_types = list(done["content"])
    told_as = "" if media_types == ["application/json"] else " or ".join(media_types)
    return field(code, done["content"][media_types[0]]["schema"], is_required=True, words=told_as)


def fields_of(shape):
    required = shape.get("required", [])
    return [field(name, schema, is_required=name in required) for name, schema in shape["properties"].items()]


def field(name, schema, is_required, words=""):
    shape = shape_of(schema)
    said = [words, schema.get("title", ""), schema.get("description", "")]
    return Field(name, kind_of(schema, shape), shape, in_prose(*said), is_required)


def in_prose(*said):
    """Sentences on one line, without the marks that Markdown would want."""
    plain = [LIST_OF_CHOICES.sub(r"\1: \2;", words).strip().rstrip(".;").replace("`", "") for words in said if words]
    return " ".join(words if words.endswith("?") else f"{words}." for words in plain)


def shape_of(schema):
    """The name of the shape that a value has, be it one or many of it, be it null or not."""
    one = schema.get("items", schema)
    ref = one.get("$ref") or next((each["$ref"] for each in one.get("allOf", [])), "")
    return ref.rpartition("/")[2].removeprefix(PAGED).removesuffix("List" if PAGED in ref else "")


def kind_of(schema, shape):
    if PAGED in schema.get("$ref", ""):
        return "list, by pages"
    if schema.get("type") == "array":
        return "list" if shape else f"list of {kind_of(schema['items'], '')}"
    if shape:
        return ""
    if "enum" in schema:
        return f"one of {', '.join(str(each or 'nothing') for each in schema['enum'])}"
    return f"{KINDS[schema.get('format', schema.get('type', 'object'))]}{limits(schema)}"


def limits(schema):
    """Like: , at most 60 characters."""
    if "maxLength" in schema:
        return f", at most {schema['maxLength']} characters"
    if "maximum" in schema and "minimum" in schema:
        return f", {schema['minimum']} to {schema['maximum']}"
    return ""
