"""Every refusal as problem details (RFC 9457): the officer's sentence, never a stack."""

from http import HTTPStatus

from django.core import exceptions as django
from django.db import IntegrityError
from django.http import Http404, JsonResponse, UnreadablePostError
from rest_framework import exceptions, serializers, views

from dmi.constraints import sentence_of
from dmi.errors import ChangedMeanwhile, RuleBroken, TrailFailed

MEDIA_TYPE = "application/problem+json"
ABOVE_THE_FIELDS = ("__all__", "non_field_errors")
LOOK_AT_THE_FIELDS = "Look at the fields named here."
SENTENCES = {  # where DRF's own words say less
    exceptions.NotAuthenticated: "Sign in, or send a token: “Authorization: Bearer mdesk_…”.",
    exceptions.NotFound: "There is nothing here that you may see.",
    exceptions.PermissionDenied: "Your roles do not include this.",
}


class Conflict(exceptions.APIException):
    status_code = HTTPStatus.CONFLICT


class NotEntered(exceptions.APIException):
    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_detail = "Nothing was done: it can not be entered on the trail just now. The security officer is told."


class TooLarge(exceptions.APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_detail = "This is more than one request may carry; send less at a time."


class Problem(serializers.Serializer):
    """What a refusal looks like (RFC 9457)."""

    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What is wrong and what to do.")
    errors = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()), required=False,
        help_text="What is wrong with single fields, by their names.",
    )  # fmt: skip


def problem(refusal, context):
    """The answer to a refusal; None for what is no refusal but a fault of ours, which Django answers and logs."""
    refusal = in_rest_terms(refusal)
    answer = views.exception_handler(refusal, context)
    if answer is None:
        return None
    detail, errors = words_of(refusal)
    body = {"title": HTTPStatus(answer.status_code).phrase, "status": int(answer.status_code), "detail": detail}
    headers = {name: answer[name] for name in ("WWW-Authenticate", "Retry-After") if name in answer}
    return JsonResponse(
        body | ({"errors": errors} if errors else {}), status=answer.status_code, content_type=MEDIA_TYPE,
        headers=headers,
    )  # fmt: skip


def in_rest_terms(refusal):
    """A rule's, the database's or Django's no, as DRF knows it."""
    match refusal:
        case ChangedMeanwhile():
            return Conflict({"__all__": [str(refusal)], "seen": [f"Now {refusal.version}."], **meanwhile(refusal)})
        case RuleBroken():
            return Conflict(str(refusal))
        case IntegrityError():
            return Conflict(sentence_of(refusal))
        case django.ValidationError():
            return Conflict(getattr(refusal, "message_dict", None) or refusal.messages)
        case TrailFailed():
            return NotEntered()
        case Http404():
            return exceptions.NotFound()
        case django.PermissionDenied():
            return exceptions.PermissionDenied()
        case django.RequestDataTooBig():
            return TooLarge()
        case UnreadablePostError():
            return exceptions.ParseError("The line broke off before all of it arrived; send it again.")
        case django.SuspiciousOperation():
            return exceptions.ParseError(str(refusal))
    return refusal


def meanwhile(refusal):
    """What somebody else changed, field by field."""
    return {
        each.name: [f"Was {each.before!s}, now {each.after!s}: {each.by}, {each.at.isoformat(timespec='minutes')}."]
        for each in refusal.changes
    }


def words_of(refusal):
    """(the sentence for the whole, the sentences for single fields)."""
    said = refusal.detail
    if isinstance(said, list):
        return " ".join(said), {}
    if not isinstance(said, dict):
        ours = SENTENCES.get(type(refusal))
        return (ours if ours and said == refusal.default_detail else str(said)), {}
    above = [str(words) for name in ABOVE_THE_FIELDS for words in said.get(name, [])]
    fields = {name: [str(each) for each in words] for name, words in said.items() if name not in ABOVE_THE_FIELDS}
    return " ".join(above) or LOOK_AT_THE_FIELDS, fields
