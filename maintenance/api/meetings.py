"""The CRT’s meetings, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, services
from maintenance.forms import meetings as forms
from maintenance.models import AgendaItem, Meeting
from maintenance.serializers import meetings as serializers


class ViewMeetings(Listing):
    """The CRT's meetings, the newest week first."""

    verb = "maintenance.view_meetings"
    answer = serializers.MeetingRow
    ordering = ("-week_of",)
    filters = filters.MeetingFilter

    def rows(self, officer):
        return Meeting.objects.visible_to(officer).select_related("recorder").with_counts(officer)


class ViewMeeting(Look):
    """One meeting with its agenda and what was decided, as far as you may see the people and places."""

    verb = "maintenance.view_meeting"
    answer = serializers.MeetingWithAgenda

    def record(self, request, meeting_id):
        meeting = trail.read(Meeting.objects.select_related("recorder"), by=request.user, verb=self.verb, pk=meeting_id)
        meeting.agenda = AgendaItem.objects.visible_to(request.user).of_meeting(meeting).with_subjects()
        return meeting


class OpenMeeting(Act):
    form, service, answer = forms.OpenMeetingForm, services.open_meeting, serializers.MeetingFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"task_force": TaskForce.objects.get(), "at": timezone.now()}


class OfMeeting(Act):
    """An act on the meeting of the address."""

    def given(self, request, meeting_id):
        meeting = trail.find(Meeting.objects.select_related("recorder", "task_force"), by=request.user, pk=meeting_id)
        return {"meeting": meeting}


class OfMeetingNow(OfMeeting):
    """And of this moment."""

    def given(self, request, meeting_id):
        return super().given(request, meeting_id) | {"at": timezone.now()}


class PutOnAgenda(OfMeeting):
    form, service, answer = forms.PutOnAgendaForm, services.put_on_agenda, serializers.ItemFacts
    status = HTTPStatus.CREATED


class WriteHeadline(OfMeeting):
    form, service, answer = forms.WriteHeadlineForm, services.write_headline, serializers.MeetingFacts


class CloseMeeting(OfMeetingNow):
    form, service, answer = ActionForm, services.close_meeting, serializers.MeetingFacts


class Decide(Act):
    form, service, answer = forms.DecideForm, services.decide, serializers.DecisionFacts

    def given(self, request, item_id):
        item = trail.find(
            AgendaItem.objects.with_subjects().select_related("meeting__task_force"), by=request.user, pk=item_id
        )
        return {"item": item, "at": timezone.now()}

    def filled(self, request, said, files, item, **given):
        return forms.DecideForm.about(item, None, said, request.user)


urlpatterns = [
    path("meetings/", ViewMeetings.as_view(), name="view_meetings"),
    path("meetings/open/", OpenMeeting.as_view(), name="open_meeting"),
    path("meetings/<uuid:meeting_id>/", ViewMeeting.as_view(), name="view_meeting"),
    path("meetings/<uuid:meeting_id>/put-on-agenda/", PutOnAgenda.as_view(), name="put_on_agenda"),
    path("meetings/<uuid:meeting_id>/write-headline/", WriteHeadline.as_view(), name="write_headline"),
    path("meetings/<uuid:meeting_id>/close/", CloseMeeting.as_view(), name="close_meeting"),
    path("meetings/items/<uuid:item_id>/decide/", Decide.as_view(), name="decide"),
]
