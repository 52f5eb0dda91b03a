"""Check-ins and support contacts, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import rounds, services
from callins.forms import check_ins as forms
from callins.models import CheckIn, CheckInSchedule, SupportContact
from callins.serializers import check_ins as serializers
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.audit.versions import version
from dmi.forms import ActionForm


class ViewCheckIns(Look):
    """Everybody's week: what it owes and what is done, the longest overdue first."""

    verb = "callins.view_check_ins"
    answer = serializers.RoundsFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today = timezone.localdate()
        schedules = rounds.with_rounds(CheckInSchedule.objects.visible_to(request.user).standing(), today)
        return {"today": today, "stops": rounds.missed_first(schedules, today)}


class ViewRoute(Look):
    """The doors that the liaison who asks goes to today, in their order."""

    verb = "callins.view_route"
    answer = serializers.RoundsFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today = timezone.localdate()
        own = CheckInSchedule.objects.visible_to(request.user).of_liaison(request.user).standing().begun_by(today)
        stops = [rounds.stop(schedule, today) for schedule in rounds.with_rounds(own, today)]
        return {"today": today, "stops": rounds.route([stop for stop in stops if stop.is_wanted])}


class ViewSchedule(Look):
    """One person's check-ins: how often, where, by whom, and what was found on each visit."""

    verb = "callins.view_schedule"
    answer = serializers.ScheduleWhole

    def record(self, request, schedule_id):
        today = timezone.localdate()
        schedule = trail.read(
            rounds.with_rounds(CheckInSchedule.objects.all(), today), by=request.user, verb=self.verb, pk=schedule_id
        )
        stop = rounds.stop(schedule, today)
        visits = CheckIn.objects.visible_to(request.user).of(schedule).with_people()
        return {**vars(stop), "visits": visits}


class ScheduleCheckIns(Act):
    form, service, answer = forms.ScheduleCheckInsForm, services.schedule_check_ins, serializers.ScheduleFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfSchedule(Act):
    """An act on the schedule of the address."""

    answer = serializers.ScheduleFacts

    def given(self, request, schedule_id):
        return {"schedule": trail.find(CheckInSchedule.objects.with_people(), by=request.user, pk=schedule_id)}


class OfScheduleNow(OfSchedule):
    def given(self, request, schedule_id):
        return super().given(request, schedule_id) | {"at": timezone.now()}


class ChangeCheckIns(OfSchedule, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, changed = forms.ChangeCheckInsForm, services.change_check_ins, "schedule"

    def filled(self, request, said, files, **given):
        schedule = given["schedule"]
        now = {name: schedule.serializable_value(name) for name in schedule.CORRECTED}
        now["seen"] = version(schedule, schedule.CORRECTED)
        return self.form(now | said, files, officer=request.user)


class EndCheckIns(OfScheduleNow):
    form, service = forms.EndCheckInsForm, services.end_check_ins


class LogCheckIn(OfScheduleNow):
    """An inspection without a basis is not kept, the visit is; `inspection_refused` then says why."""

    form, service, answer = forms.LogCheckInForm, services.log_check_in, serializers.LoggedCheckIn
    status = HTTPStatus.CREATED


class LogNoAnswer(OfScheduleNow):
    """Sent again within minutes, it is the same attempt."""

    form, service, answer = ActionForm, services.log_no_answer, serializers.CheckInFacts


class ViewSupportContacts(Listing):
    """Those whom the hot sheet names beside everybody called in."""

    verb = "callins.view_support_contacts"
    answer = serializers.SupportContactFacts
    ordering = ("-at", "id")

    def rows(self, officer):
        return SupportContact.objects.visible_to(officer).with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class AddSupportContact(Act):
    form, service, answer = forms.AddSupportContactForm, services.add_support_contact, serializers.SupportContactFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class EndSupportContact(Act):
    form, service, answer = forms.EndSupportContactForm, services.end_support_contact, serializers.SupportContactFacts

    def given(self, request, support_contact_id):
        contact = trail.find(SupportContact.objects.with_people(), by=request.user, pk=support_contact_id)
        return {"support_contact": contact, "at": timezone.now()}


urlpatterns = [
    path("check-ins/", ViewCheckIns.as_view(), name="view_check_ins"),
    path("check-ins/route/", ViewRoute.as_view(), name="view_route"),
    path("check-ins/schedule/", ScheduleCheckIns.as_view(), name="schedule_check_ins"),
    path("check-ins/<uuid:schedule_id>/", ViewSchedule.as_view(), name="view_schedule"),
    path("check-ins/<uuid:schedule_id>/change/", ChangeCheckIns.as_view(), name="change_check_ins"),
    path("check-ins/<uuid:schedule_id>/end/", EndCheckIns.as_view(), name="end_check_ins"),
    path("check-ins/<uuid:schedule_id>/log/", LogCheckIn.as_view(), name="log_check_in"),
    path("check-ins/<uuid:schedule_id>/no-answer/", LogNoAnswer.as_view(), name="log_no_answer"),
    path("support-contacts/", ViewSupportContacts.as_view(), name="view_support_contacts"),
    path("support-contacts/add/", AddSupportContact.as_view(), name="add_support_contact"),
    path("support-contacts/<uuid:support_contact_id>/end/", EndSupportContact.as_view(), name="end_support_contact"),
]
