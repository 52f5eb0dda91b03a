"""The roster by shift, and who on it has not read the sheet in force, by JSON."""

from django.urls import path
from django.utils import timezone

from dmi.accounts.models import User
from dmi.api.acts import Change
from dmi.api.reads import Listing
from dmi.audit import trail
from dmi.audit.versions import version
from maintenance import filters, services
from maintenance.forms.shifts import ChangeShiftForm
from maintenance.hot_sheet.roster import unread
from maintenance.serializers import shifts as serializers
from maintenance.services.change_shift import DUTY


class ViewShifts(Listing):
    """Police officers with their shift, on the roster of the hot sheet or off it."""

    verb = "maintenance.view_shifts"
    answer = serializers.OnShift
    ordering = ("badge",)
    filters = filters.RosterFilter

    def rows(self, officer):
        return User.objects.visible_to(officer).on_the_police_side()


class ChangeShift(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer, changed = ChangeShiftForm, services.change_shift, serializers.OnShift, "officer"

    def given(self, request, officer_id):
        return {"officer": trail.find(User.objects.all(), by=request.user, pk=officer_id)}

    def filled(self, request, said, files, **given):
        officer = given["officer"]
        now = {name: getattr(officer, name) for name in DUTY} | {"seen": version(officer, DUTY)}
        return self.form(now | said, files, officer=request.user)


class ViewUnread(Listing):
    """Whose copy of what is in force is not read yet."""

    verb = "maintenance.view_unread"
    answer = serializers.UnreadCopy
    ordering = ("-id",)
    filters = filters.UnreadFilter

    def rows(self, officer):
        return unread(officer, timezone.localdate())

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


urlpatterns = [
    path("shifts/", ViewShifts.as_view(), name="view_shifts"),
    path("shifts/<uuid:officer_id>/change/", ChangeShift.as_view(), name="change_shift"),
    path("hot-sheets/unread/", ViewUnread.as_view(), name="view_unread"),
]
