"""Outreach after sweeps and overdoses, by JSON."""

from django.urls import path
from django.utils import timezone

from dealers.api.base import Log, OfPeople
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from maintenance import filters, services
from maintenance.forms import outreach as forms
from maintenance.models import OutreachTask
from maintenance.serializers import outreach as serializers


class ViewOutreach(OfPeople):
    """Where you are asked to go; to who gives it out, all of the own markets. The next due first."""

    verb = "maintenance.view_outreach"
    answer = serializers.OutreachFacts
    ordering = ("due_on", "id")
    filters = filters.OutreachFilter

    def rows(self, officer):
        return OutreachTask.objects.visible_to(officer).with_people()


class ViewOutreachTask(Look):
    """One place and day. A name stands in it only where the person agreed, for who reaches out."""

    verb = "maintenance.view_outreach_task"
    answer = serializers.OutreachPage

    def record(self, request, outreach_id):
        return trail.read(OutreachTask.objects.with_people(), by=request.user, verb=self.verb, pk=outreach_id)


class AskForOutreach(Log):
    form, service, answer = forms.AskForOutreachForm, services.ask_for_outreach, serializers.OutreachFacts


class OfOutreach(Act):
    """An act on the task of the address."""

    answer = serializers.OutreachFacts

    def given(self, request, outreach_id):
        return {"outreach": trail.find(OutreachTask.objects.with_people(), by=request.user, pk=outreach_id)}


class OfOutreachNow(OfOutreach):
    """And of this moment."""

    def given(self, request, outreach_id):
        return super().given(request, outreach_id) | {"at": timezone.now()}


class GiveOutreach(OfOutreach):
    form, service = forms.GiveOutreachForm, services.give_outreach


class AnswerOutreach(OfOutreachNow):
    form, service = forms.AnswerOutreachForm, services.answer_outreach


class EndOutreach(OfOutreachNow):
    form, service = forms.EndOutreachForm, services.end_outreach


urlpatterns = [
    path("outreach/", ViewOutreach.as_view(), name="view_outreach"),
    path("outreach/ask/", AskForOutreach.as_view(), name="ask_for_outreach"),
    path("outreach/<uuid:outreach_id>/", ViewOutreachTask.as_view(), name="view_outreach_task"),
    path("outreach/<uuid:outreach_id>/give/", GiveOutreach.as_view(), name="give_outreach"),
    path("outreach/<uuid:outreach_id>/answer/", AnswerOutreach.as_view(), name="answer_outreach"),
    path("outreach/<uuid:outreach_id>/end/", EndOutreach.as_view(), name="end_outreach"),
]
