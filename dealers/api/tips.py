"""Tips, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.api.base import Log, OfPeople
from dealers.forms import tips as forms
from dealers.models import Tip
from dealers.serializers import dossier
from dealers.serializers import tips as serializers
from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail


def tips_of(officer):
    return Tip.objects.visible_to(officer).with_names().with_purge_day(TaskForce.objects.get().tip_days)


class ViewTips(OfPeople):
    """What was told in your markets and nobody proved yet; the last told first."""

    verb = "dealers.view_tips"
    answer = serializers.TipRow
    ordering = ("-received_on", "-id")

    def rows(self, officer):
        return tips_of(officer).open()


class ViewTip(Look):
    """One tip, with the day from which on it is gone unless somebody promotes it."""

    verb = "dealers.view_tip"
    answer = serializers.TipRow

    def record(self, request, tip_id):
        return trail.read(tips_of(request.user), by=request.user, verb=self.verb, pk=tip_id)


class LogTip(Log):
    form, service, answer = forms.LogTipForm, services.log_tip, serializers.TipFacts


class OfTip(Act):
    """An act on the tip of the address, at this moment; it makes something new."""

    status = HTTPStatus.CREATED

    def given(self, request, tip_id):
        return {"tip": trail.find(tips_of(request.user), by=request.user, pk=tip_id), "at": timezone.now()}


class PromoteTip(OfTip):
    """About somebody new: a draft on a predicate of its own."""

    form, service, answer = forms.PromoteTipForm, services.promote_tip, dossier.DealerFacts


class FileTip(OfTip):
    """About people on file: an entry about them."""

    form, service, answer = forms.FileTipForm, services.file_tip, dossier.ObservationFacts


urlpatterns = [
    path("tips/", ViewTips.as_view(), name="view_tips"),
    path("tips/log/", LogTip.as_view(), name="log_tip"),
    path("tips/<uuid:tip_id>/", ViewTip.as_view(), name="view_tip"),
    path("tips/<uuid:tip_id>/promote/", PromoteTip.as_view(), name="promote_tip"),
    path("tips/<uuid:tip_id>/file/", FileTip.as_view(), name="file_tip"),
]
