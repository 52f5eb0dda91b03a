"""The API's ground: problem details, cursors, and `Act`, the twin of a page: the same form, the same service."""

from django.core.exceptions import ValidationError as Invalid
from django.db import IntegrityError
from rest_framework import pagination, status, views  # the module, not its names: DRF loads us while loading itself
from rest_framework.response import Response

from dmi.constraints import sentence_of
from dmi.errors import RuleBroken


class Cursor(pagination.CursorPagination):
    page_size = 50


def problem(refusal, context):
    """A refusal as problem details (RFC 9457): the officer's sentence, never a stack."""
    if isinstance(refusal, RuleBroken | IntegrityError | Invalid):
        detail = (
            sentence_of(refusal)
            if isinstance(refusal, IntegrityError)
            else " ".join(getattr(refusal, "messages", [str(refusal)]))
        )
        return Response(
            {"title": "Refused", "status": 409, "detail": detail}, status=status.HTTP_409_CONFLICT,
            content_type="application/problem+json",
        )  # fmt: skip
    return views.exception_handler(refusal, context)
