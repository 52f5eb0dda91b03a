"""OpenAPI by drf-spectacular, told by the views themselves: the verb, the service's own words, the form's twin."""

import inspect
import re

from drf_spectacular.openapi import AutoSchema
from rest_framework import parsers

from dmi.api import problems
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing
from dmi.api.twins import published, twin

JSON, FORM = "application/json", parsers.MultiPartParser.media_type


class Operation(AutoSchema):
    """One verb of one view. Its name is the verb's word, or the list's."""

    def get_operation_id(self):
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self.view).__name__).lower()

    def get_tags(self):
        return [type(self.view).__module__.removesuffix(".api").rpartition(".")[2]]

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
        refusals = {(code, problems.MEDIA_TYPE): problems.Problem for code in self.refusals()}
        return {self.done(): self.view.answer, **refusals}

    def done(self):
        return int(getattr(self.view, "status", 200)), *self.map_renderers("media_type")

    def refusals(self):
        """Which codes besides success: 404 for an address that names a record or a place in a list."""
        yield from (401, 403, 429)
        if isinstance(self.view, Act):
            yield from (400, 409, 413, 415)
        if isinstance(self.view, Listing):
            yield 400
        if isinstance(self.view, Listing) or "{" in self.path:
            yield 404

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
