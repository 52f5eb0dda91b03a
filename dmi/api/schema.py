"""OpenAPI by drf-spectacular, told by the views themselves: the verb, the service's own words, the form's twin."""

import inspect
import re

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse
from rest_framework import parsers

from dmi.api import problems
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing
from dmi.api.twins import published, twin

REFUSALS = {
    400: "What was sent can not be read, or a field is wrong: `errors` says which.",
    401: "Nobody is signed in, or the token opens nothing.",
    403: "Your roles do not include this, or the token only reads.",
    404: "There is nothing here that you may see.",
    409: "A rule says no.",
    413: "More than one request may carry.",
    415: "Neither JSON nor, where there are files, form data.",
    429: "Too many requests; `Retry-After` says when to come back.",
}
JSON, FORM = "application/json", parsers.MultiPartParser.media_type


class Operation(AutoSchema):
    """One verb of one view. Its name is the verb's word, or the list's."""

    def get_operation_id(self):
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self.view).__name__).lower()

    def get_tags(self):
        return [type(self.view).__module__.partition(".api")[0].rpartition(".")[2]]

    def get_description(self):
        """A view without words of its own speaks in those of its service, refusals included."""
        own = vars(type(self.view)).get("__doc__") or getattr(getattr(self.view, "service", None), "__doc__", "")
        return inspect.cleandoc(own or "")

    def get_extensions(self):
        return {"x-verb": self.view.verb}

    def get_request_serializer(self):
        if not isinstance(self.view, Act):
            return None
        form, keeps = self.view.form, isinstance(self.view, Change)
        takes_files = parsers.MultiPartParser in self.view.parser_classes
        bodies = {JSON: twin(form, with_files=False, all_optional=keeps)}
        if takes_files:
            bodies[FORM] = twin(form, with_files=True)
        return {kind: body for kind, body in bodies.items() if body["properties"] and can_be_sent(form, body)}

    def get_response_serializers(self):
        return {self.done(): self.view.answer} | {
            (code, problems.MEDIA_TYPE): OpenApiResponse(problems.Problem, REFUSALS[code]) for code in self.refusals()
        }

    def done(self):
        return int(getattr(self.view, "status", 200)), *self.map_renderers("media_type")

    def refusals(self):
        """Which codes besides success: 404 for an address that names a record or a place in a list."""
        is_act, is_list = isinstance(self.view, Act), isinstance(self.view, Listing)
        told = {401, 403, 429} | ({400, 409, 413, 415} if is_act else set()) | ({400, 404} if is_list else set())
        told |= {400} if getattr(self.view, "filters", None) else set()  # of one record too: the chart is narrowed
        return sorted(told | ({404} if "{" in self.path else set()))

    def _get_request_for_media_type(self, serializer, direction="request"):
        schema, _ = super()._get_request_for_media_type(serializer, direction)
        return schema, "required" in schema

    def _get_filter_parameters(self):
        filters = getattr(self.view, "filters", None)
        return [parameter(name, field) for name, field in filters().form.fields.items()] if filters else []


def parameter(name, field):
    """A filter may be left out, but not be empty."""
    field.required = True
    return {"name": name, "in": "query", "required": False, "schema": published(field)}


def can_be_sent(form, body):
    """False for JSON where a file must come along."""
    return all(name in body["properties"] for name, field in form.base_fields.items() if field.required)


def answers_are_whole(result, generator, request, public):
    """Every part of an answer is always there. DRF would say so only of what a request must bring."""
    for name, shape in result["components"]["schemas"].items():
        if name != problems.Problem.__name__:
            shape["required"] = sorted(shape["properties"])
        for part in shape["properties"].values():
            part.pop("x-spec-enum-id", None)
    return result
