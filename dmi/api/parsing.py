"""JSON in: one object, no larger than a form may be, in text that the database can keep."""

import json

from django.conf import settings
from rest_framework import exceptions, parsers

from dmi.api.problems import TooLarge


class Json(parsers.JSONParser):
    def parse(self, stream, media_type=None, parser_context=None):
        """DRF reads the stream past Django's limit, so the length is asked before. Without one WSGI gives no body."""
        if int(parser_context["request"].META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLarge
        try:
            said = super().parse(stream, media_type, parser_context)
            json.dumps(said, ensure_ascii=False).encode()  # half a surrogate pair is JSON, but no text
        except UnicodeEncodeError as broken:
            raise exceptions.ParseError("The text holds half a character; send whole ones.") from broken
        except RecursionError as broken:
            raise exceptions.ParseError("This is nested too deeply; send one flat object.") from broken
        if not isinstance(said, dict):
            raise exceptions.ParseError("Send one JSON object: the fields by their names.")
        return said
