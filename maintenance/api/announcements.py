"""Public words that the town is no haven, and how it is measured, by JSON."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.api.base import Log, OfPeople
from dmi.api.acts import Act, Change
from dmi.api.reads import Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.audit.versions import version
from dmi.forms import ActionForm
from maintenance import announced, filters, services
from maintenance.forms import announcements as forms
from maintenance.haven import haven_of
from maintenance.models import Announcement
from maintenance.serializers import announcements as serializers
from markets.models import Market


class ViewAnnouncements(OfPeople):
    """What was said in public, and what is drafted, of the markets you work."""

    verb = "maintenance.view_announcements"
    answer = serializers.AnnouncementRow
    ordering = ("-at", "id")
    filters = filters.AnnouncementFilter

    def rows(self, officer):
        return Announcement.objects.visible_to(officer).with_people()


class ViewHaven(Look):
    """Whether outsiders still set up shop in a market that you work, by the month. Of people only how many."""

    verb = "maintenance.view_haven"
    answer = serializers.HavenFacts

    def record(self, request, market_id):
        rows = Market.objects.worked_by(request.user)
        market = trail.read(rows, by=request.user, verb=self.verb, pk=market_id)
        return haven_of(market, request.user, timezone.localdate())


class ViewAnnouncement(Look):
    """One announcement: its words, whom it is for, who approved it."""

    verb = "maintenance.view_announcement"
    answer = serializers.AnnouncementFacts

    def record(self, request, announcement_id):
        return trail.read(Announcement.objects.with_people(), by=request.user, verb=self.verb, pk=announcement_id)


class WriteAnnouncement(Log):
    """A draft, until somebody else approves it."""

    form, service, answer = forms.WriteAnnouncementForm, services.write_announcement, serializers.AnnouncementFacts


class OfAnnouncement(Act):
    """An act on the announcement of the address."""

    answer: Any = serializers.AnnouncementFacts

    def given(self, request, announcement_id):
        found = trail.find(Announcement.objects.with_people(), by=request.user, pk=announcement_id)
        return {"announcement": found}


class OfAnnouncementNow(OfAnnouncement):
    """And of this moment."""

    def given(self, request, announcement_id):
        return super().given(request, announcement_id) | {"at": timezone.now()}


class ChangeAnnouncement(OfAnnouncement, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service = forms.ChangeAnnouncementForm, services.change_announcement
    changed = "announcement"

    def filled(self, request, said, files, **given):
        announcement = given["announcement"]
        now = {name: announcement.serializable_value(name) for name in announcement.CORRECTED}
        now["seen"] = version(announcement, announcement.CORRECTED)
        return self.form(now | said, files, officer=request.user)


class ApproveAnnouncement(OfAnnouncementNow):
    """You stand by the words of the version that you send as `seen`."""

    form, service = forms.ApproveAnnouncementForm, services.approve_announcement


class PublishAnnouncement(OfAnnouncementNow):
    form, service = forms.PublishAnnouncementForm, services.publish_announcement


class DownloadAnnouncement(OfAnnouncement):
    """The flyer or letter as a PDF. It is registered before the bytes leave."""

    form, service, answer = ActionForm, services.download_announcement, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        answer = HttpResponse(announced.printed(record).pdf, content_type=Pdf.media_type)
        answer["Content-Disposition"] = f'attachment; filename="{announced.file_name(record)}"'
        return answer


ONE = "announcements/<uuid:announcement_id>/"

urlpatterns = [
    path("announcements/", ViewAnnouncements.as_view(), name="view_announcements"),
    path("announcements/write/", WriteAnnouncement.as_view(), name="write_announcement"),
    path("markets/<uuid:market_id>/haven/", ViewHaven.as_view(), name="view_haven"),
    path(ONE, ViewAnnouncement.as_view(), name="view_announcement"),
    path(f"{ONE}change/", ChangeAnnouncement.as_view(), name="change_announcement"),
    path(f"{ONE}approve/", ApproveAnnouncement.as_view(), name="approve_announcement"),
    path(f"{ONE}publish/", PublishAnnouncement.as_view(), name="publish_announcement"),
    path(f"{ONE}download/", DownloadAnnouncement.as_view(), name="download_announcement"),
]
