"""Letters, by JSON; the pages themselves as PDF."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from rest_framework import response

from callins import services
from callins.forms import letters as forms
from callins.letters import board, doors, press
from callins.models import CallIn, Letter, LetterTemplate
from callins.serializers import letters as serializers
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewLetters(Look):
    """Who of a call-in has which letter."""

    verb = "callins.view_letters"
    answer = serializers.LetterBoard

    def record(self, request, call_in_id):
        call_in = trail.read(CallIn.objects.with_people(), by=request.user, verb=self.verb, pk=call_in_id)
        return board.of_call_in(call_in, request.user, timezone.now())


class OfCallIn(Act):
    def given(self, request, call_in_id):
        return {"call_in": trail.find(CallIn.objects.with_people(), by=request.user, pk=call_in_id)}


class AskForLetters(OfCallIn):
    form, service, answer = forms.AskForLettersForm, services.ask_for_letters, serializers.AskedLetters
    status = HTTPStatus.CREATED

    def given(self, request, call_in_id):
        return super().given(request, call_in_id) | {"at": timezone.now()}

    def filled(self, request, said, files, call_in, at):
        return self.form.of(call_in, said, request.user)

    def reply(self, record, **given):
        return response.Response(self.answer({"letters": record}).data, status=self.status)


class DownloadLetters(OfCallIn):
    """The newest letters of a call-in in one PDF. It is registered before the bytes leave."""

    form, service, answer = ActionForm, services.download_letters, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        letters = Letter.objects.visible_to(self.request.user).of_call_in(record).newest().made().by_name()
        return sent(press.printed(letters).pdf, press.file_name_of_all(record))


class OfLetter(Act):
    def given(self, request, letter_id):
        return {"letter": trail.find(Letter.objects.with_people(), by=request.user, pk=letter_id)}


class DownloadLetter(OfLetter):
    """One letter as a PDF. It is registered before the bytes leave."""

    form, service, answer = ActionForm, services.download_letter, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        return sent(bytes(record.content), press.file_name(record))


def sent(content, name):
    return HttpResponse(
        content, content_type=Pdf.media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


class RetryLetter(OfLetter):
    form, service, answer = ActionForm, services.retry_letter, serializers.LetterFacts


class LogServiceAttempt(OfLetter):
    form, service, answer = forms.LogServiceAttemptForm, services.log_service_attempt, serializers.ServiceAttemptFacts
    status = HTTPStatus.CREATED

    def given(self, request, letter_id):
        return super().given(request, letter_id) | {"at": timezone.now()}


class ViewDeliveries(Look):
    """The letters that you may see and that are still to be handed over."""

    verb = "callins.view_deliveries"
    answer = serializers.Deliveries

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"deliveries": doors.deliveries(request.user)}


class ViewLetterTemplates(Listing):
    """Every version of every letter's words, the newest first."""

    verb = "callins.view_letter_templates"
    answer = serializers.LetterTemplateFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        return LetterTemplate.objects.visible_to(officer).with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewLetterTemplate(Look):
    """One version of a letter's words."""

    verb = "callins.view_letter_template"
    answer = serializers.LetterTemplateFacts

    def record(self, request, template_id):
        rows = LetterTemplate.objects.visible_to(request.user).with_people()
        return trail.read(rows, by=request.user, verb=self.verb, pk=template_id)


class WriteLetterTemplate(Act):
    form, service = forms.WriteLetterTemplateForm, services.write_letter_template
    answer, status = serializers.LetterTemplateFacts, HTTPStatus.CREATED

    def given(self, request, template_id):
        template = trail.find(LetterTemplate.objects.with_people(), by=request.user, pk=template_id)
        return {"template": template, "at": timezone.now()}


OF_CALL_IN = "call-ins/<uuid:call_in_id>/letters/"
ONE = "call-ins/letters/<uuid:letter_id>/"
TEMPLATES = "call-ins/letter-templates/"

urlpatterns = [
    path(OF_CALL_IN, ViewLetters.as_view(), name="view_letters"),
    path(f"{OF_CALL_IN}ask/", AskForLetters.as_view(), name="ask_for_letters"),
    path(f"{OF_CALL_IN}download/", DownloadLetters.as_view(), name="download_letters"),
    path(f"{ONE}download/", DownloadLetter.as_view(), name="download_letter"),
    path(f"{ONE}retry/", RetryLetter.as_view(), name="retry_letter"),
    path(f"{ONE}log-service-attempt/", LogServiceAttempt.as_view(), name="log_service_attempt"),
    path("call-ins/deliveries/", ViewDeliveries.as_view(), name="view_deliveries"),
    path(TEMPLATES, ViewLetterTemplates.as_view(), name="view_letter_templates"),
    path(f"{TEMPLATES}<uuid:template_id>/", ViewLetterTemplate.as_view(), name="view_letter_template"),
    path(f"{TEMPLATES}<uuid:template_id>/write/", WriteLetterTemplate.as_view(), name="write_letter_template"),
]
