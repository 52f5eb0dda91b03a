"""The word that a market's list is complete, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers import services
from dealers.forms import declarations as forms
from dealers.models import ListDeclaration
from dealers.serializers import declarations as serializers
from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm
from markets.models import Market


class DeclareListComplete(Act):
    """By the market's lead investigator. How many stand in each layer, the file says itself."""

    form, service = forms.DeclareListCompleteForm, services.declare_list_complete
    answer, status = serializers.DeclarationFacts, HTTPStatus.CREATED

    def given(self, request, market_id):
        market = trail.find(Market.objects.worked_by(request.user), by=request.user, pk=market_id)
        return {"market": market, "at": timezone.now()}


class OfDeclaration(Act):
    """An act on the declaration of the address, at this moment."""

    answer = serializers.DeclarationFacts

    def given(self, request, declaration_id):
        declaration = trail.find(ListDeclaration.objects.with_people(), by=request.user, pk=declaration_id)
        return {"declaration": declaration, "at": timezone.now()}


class ConfirmListComplete(OfDeclaration):
    form, service = ActionForm, services.confirm_list_complete


class ReopenList(OfDeclaration):
    form, service = forms.ReopenListForm, services.reopen_list


MARKET = "markets/<uuid:market_id>"
DECLARATION = "declarations/<uuid:declaration_id>"
urlpatterns = [
    path(f"{MARKET}/declare-list-complete/", DeclareListComplete.as_view(), name="declare_list_complete"),
    path(f"{DECLARATION}/confirm/", ConfirmListComplete.as_view(), name="confirm_list_complete"),
    path(f"{DECLARATION}/reopen/", ReopenList.as_view(), name="reopen_list"),
]
