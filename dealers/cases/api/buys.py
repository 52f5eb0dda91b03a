"""Controlled buys, by JSON."""

from django.urls import path
from django.utils import timezone

from dealers.api.base import Log, OfPeople
from dealers.cases import services
from dealers.cases.filters import BuyFilter
from dealers.cases.forms import buys as forms
from dealers.cases.models import Buy, HealthAlert
from dealers.cases.serializers import buys as serializers
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.audit.versions import version


class ViewBuys(OfPeople):
    """The buys of your markets, the last logged first, each with what it lacks."""

    verb = "cases.view_buys"
    answer = serializers.BuyFacts
    ordering = ("-at", "-id")
    filters = BuyFilter

    def rows(self, officer):
        return Buy.objects.visible_to(officer).with_people()


class ViewBuy(Look):
    """One buy with what the laboratory found, and what it lacks before its case is evidence-ready."""

    verb = "cases.view_buy"
    answer = serializers.BuyFacts

    def record(self, request, buy_id):
        return trail.read(Buy.objects.with_file(), by=request.user, verb=self.verb, pk=buy_id)


class LogBuy(Log):
    form, service, answer = forms.LogBuyForm, services.log_buy, serializers.BuyFacts


class OfBuy(Act):
    """An act on the buy of the address, at this moment."""

    def given(self, request, buy_id):
        return {"buy": trail.find(Buy.objects.with_file(), by=request.user, pk=buy_id), "at": timezone.now()}


class CorrectBuy(OfBuy, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer = forms.CorrectBuyForm, services.correct_buy, serializers.BuyFacts
    changed = "buy"

    def filled(self, request, said, files, **given):
        buy = given["buy"]
        now = {name: getattr(buy, name) for name in Buy.CORRECTED} | {"seen": version(buy, Buy.CORRECTED)}
        return self.form(now | said, files, officer=request.user)


class SendToLab(OfBuy):
    form, service, answer = forms.SendToLabForm, services.send_to_lab, serializers.BuyFacts


class RecordLabResult(OfBuy):
    form, service, answer = forms.RecordLabResultForm, services.record_lab_result, serializers.BuyFacts


class ViewHealthAlerts(Listing):
    """New analogues of fentanyl, and overdoses close together in one area, the newest first. Nobody is named."""

    verb = "cases.view_health_alerts"
    answer = serializers.HealthAlertFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        return HealthAlert.objects.visible_to(officer).with_market()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


urlpatterns = [
    path("buys/", ViewBuys.as_view(), name="view_buys"),
    path("buys/log/", LogBuy.as_view(), name="log_buy"),
    path("buys/<uuid:buy_id>/", ViewBuy.as_view(), name="view_buy"),
    path("buys/<uuid:buy_id>/correct/", CorrectBuy.as_view(), name="correct_buy"),
    path("buys/<uuid:buy_id>/send-to-lab/", SendToLab.as_view(), name="send_to_lab"),
    path("buys/<uuid:buy_id>/record-lab-result/", RecordLabResult.as_view(), name="record_lab_result"),
    path("health-alerts/", ViewHealthAlerts.as_view(), name="view_health_alerts"),
]
