"""Two records made one, and made two again, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.forms import merges as forms
from dealers.models import Dealer, Merge
from dealers.serializers import merges as serializers
from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm


class MergeDealers(Act):
    form, service, answer = forms.MergeDealersForm, services.merge_dealers, serializers.MergeFacts
    status = HTTPStatus.CREATED

    def given(self, request, dealer_id, other_id):
        dealer = trail.find(Dealer.objects.with_dossier(request.user), by=request.user, pk=dealer_id)
        other = trail.find(Dealer.objects.with_dossier(request.user), by=request.user, pk=other_id)
        return {"dealer": dealer, "other": other, "at": timezone.now()}


class UndoMerge(Act):
    form, service, answer = ActionForm, services.undo_merge, serializers.MergeFacts

    def given(self, request, merge_id):
        merge = trail.find(Merge.objects.with_people(), by=request.user, pk=merge_id)
        return {"merge": merge, "at": timezone.now()}


urlpatterns = [
    path("<uuid:dealer_id>/merge/<uuid:other_id>/", MergeDealers.as_view(), name="merge_dealers"),
    path("merges/<uuid:merge_id>/undo/", UndoMerge.as_view(), name="undo_merge"),
]
