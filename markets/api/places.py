from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act, Change
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.audit.versions import version
from markets import services
from markets.api.base import OfMarketToday
from markets.forms import places as forms
from markets.models import CodeCase, HotPlace, Promise
from markets.serializers import code_cases, places


class ViewHotPlace(Look):
    """A place, what its owner promised, and what the code office does about it."""

    verb = "markets.view_hot_place"
    answer = code_cases.HotPlaceWhole

    def record(self, request, hot_place_id):
        place = trail.read(HotPlace.objects.all(), by=request.user, verb=self.verb, pk=hot_place_id)
        place.visible_promises = Promise.objects.visible_to(request.user).of(place).open_first().with_place()
        place.visible_code_cases = CodeCase.objects.visible_to(request.user).of(place).open_first().with_place()
        return place


class LogHotPlace(OfMarketToday):
    form, service, answer = forms.LogHotPlaceForm, services.log_hot_place, places.HotPlaceFacts


class OfPlace(Act):
    """An act on the hot place of the address."""

    def given(self, request, hot_place_id):
        return {"hot_place": trail.find(HotPlace.objects.with_market(), by=request.user, pk=hot_place_id)}


class ChangeHotPlace(OfPlace, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer = forms.ChangeHotPlaceForm, services.change_hot_place, places.HotPlaceFacts
    changed = "hot_place"

    def filled(self, request, said, files, **given):
        hot_place = given["hot_place"]
        now = {name: getattr(hot_place, name) for name in hot_place.CORRECTED}
        now["seen"] = version(hot_place, hot_place.CORRECTED)
        return self.form(now | said, files, officer=request.user)


class LogPromise(OfPlace):
    form, service, answer = forms.LogPromiseForm, services.log_promise, places.PromiseFacts
    status = HTTPStatus.CREATED

    def given(self, request, hot_place_id):
        return super().given(request, hot_place_id) | {"at": timezone.now()}


class RecordPromiseOutcome(Act):
    form, service, answer = forms.RecordPromiseOutcomeForm, services.record_promise_outcome, places.PromiseFacts

    def given(self, request, promise_id):
        promise = trail.find(Promise.objects.with_place(), by=request.user, pk=promise_id)
        return {"promise": promise, "at": timezone.now()}


urlpatterns = [
    path("<uuid:market_id>/log-hot-place/", LogHotPlace.as_view(), name="log_hot_place"),
    path("hot-places/<uuid:hot_place_id>/", ViewHotPlace.as_view(), name="view_hot_place"),
    path("hot-places/<uuid:hot_place_id>/change/", ChangeHotPlace.as_view(), name="change_hot_place"),
    path("hot-places/<uuid:hot_place_id>/log-promise/", LogPromise.as_view(), name="log_promise"),
    path("promises/<uuid:promise_id>/outcome/", RecordPromiseOutcome.as_view(), name="record_promise_outcome"),
]
