"""Prosecutions and warrants, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers.api.base import LogOfDealer, OfPeople
from dealers.cases import filters, services
from dealers.cases.forms import court as forms
from dealers.cases.models import Prosecution, Warrant
from dealers.cases.serializers import court as serializers
from dealers.models import Dealer, RosterMatch
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewProsecutions(OfPeople):
    """Everybody of your markets before a court, the last arrested first."""

    verb = "cases.view_prosecutions"
    answer = serializers.ProsecutionFacts
    ordering = ("-arrested_on", "-id")
    filters = filters.ProsecutionFilter

    def rows(self, officer):
        return Prosecution.objects.visible_to(officer).with_charges()


class ViewProsecution(Look):
    """One defendant before a court: counts, custody, release, hearing, outcome."""

    verb = "cases.view_prosecution"
    answer = serializers.ProsecutionFacts

    def record(self, request, prosecution_id):
        return trail.read(
            Prosecution.objects.visible_to(request.user).with_charges(),
            by=request.user,
            verb=self.verb,
            pk=prosecution_id,
        )


class ViewCourt(Look):
    """A dealer's courts and warrants."""

    verb = "cases.view_prosecutions"
    answer = serializers.Court

    def record(self, request, dealer_id):
        dealer = trail.read(Dealer.objects.visible_to(request.user), by=request.user, verb=self.verb, pk=dealer_id)
        return {
            "prosecutions": Prosecution.objects.visible_to(request.user).of(dealer).with_charges(),
            "warrants": Warrant.objects.visible_to(request.user).of(dealer).with_people(),
        }


class RecordArrest(LogOfDealer):
    form, service, answer = forms.RecordArrestForm, services.record_arrest, serializers.ProsecutionFacts


class LogWarrant(LogOfDealer):
    form, service, answer = forms.LogWarrantForm, services.log_warrant, serializers.WarrantFacts


class OfProsecution(Act):
    """An act on the prosecution of the address, at this moment."""

    def given(self, request, prosecution_id):
        rows = Prosecution.objects.visible_to(request.user).with_charges()
        return {"prosecution": trail.find(rows, by=request.user, pk=prosecution_id), "at": timezone.now()}


class AddCharge(OfProsecution):
    status = HTTPStatus.CREATED
    form, service, answer = forms.AddChargeForm, services.add_charge, serializers.ChargeFacts


class ChangeCustody(OfProsecution):
    form, service, answer = forms.CustodyForm, services.change_custody, serializers.ProsecutionFacts


class SetHearing(OfProsecution):
    form, service, answer = forms.SetHearingForm, services.set_hearing, serializers.ProsecutionFacts


class RecordOutcome(OfProsecution):
    form, service, answer = forms.RecordOutcomeForm, services.record_outcome, serializers.ProsecutionFacts


class ConfirmCustody(Act):
    """What a jail's list says of the defendant is so: the custody on record follows it."""

    form, service, answer = ActionForm, services.confirm_custody, serializers.ProsecutionFacts

    def given(self, request, prosecution_id, match_id):
        prosecutions = Prosecution.objects.visible_to(request.user).with_charges()
        matches = RosterMatch.objects.visible_to(request.user).select_related("roster")
        return {
            "prosecution": trail.find(prosecutions, by=request.user, pk=prosecution_id),
            "match": trail.find(matches, by=request.user, pk=match_id),
            "at": timezone.now(),
        }


class OfWarrant(Act):
    """An act on the warrant of the address, at this moment."""

    def given(self, request, warrant_id):
        rows = Warrant.objects.visible_to(request.user).with_people()
        return {"warrant": trail.find(rows, by=request.user, pk=warrant_id), "at": timezone.now()}


class ConfirmWarrant(OfWarrant):
    form, service, answer = ActionForm, services.confirm_warrant, serializers.WarrantFacts


class CloseWarrant(OfWarrant):
    form, service, answer = forms.CloseWarrantForm, services.close_warrant, serializers.WarrantFacts


urlpatterns = [
    path("prosecutions/", ViewProsecutions.as_view(), name="view_prosecutions"),
    path("prosecutions/<uuid:prosecution_id>/", ViewProsecution.as_view(), name="view_prosecution"),
    path("prosecutions/<uuid:prosecution_id>/add-charge/", AddCharge.as_view(), name="add_charge"),
    path("prosecutions/<uuid:prosecution_id>/change-custody/", ChangeCustody.as_view(), name="change_custody"),
    path("prosecutions/<uuid:prosecution_id>/set-hearing/", SetHearing.as_view(), name="set_hearing"),
    path("prosecutions/<uuid:prosecution_id>/record-outcome/", RecordOutcome.as_view(), name="record_outcome"),
    path(
        "prosecutions/<uuid:prosecution_id>/confirm-custody/<uuid:match_id>/", ConfirmCustody.as_view(),
        name="confirm_custody",
    ),
    path("dealers/<uuid:dealer_id>/court/", ViewCourt.as_view(), name="view_court"),
    path("dealers/<uuid:dealer_id>/record-arrest/", RecordArrest.as_view(), name="record_arrest"),
    path("dealers/<uuid:dealer_id>/log-warrant/", LogWarrant.as_view(), name="log_warrant"),
    path("warrants/<uuid:warrant_id>/confirm/", ConfirmWarrant.as_view(), name="confirm_warrant"),
    path("warrants/<uuid:warrant_id>/close/", CloseWarrant.as_view(), name="close_warrant"),
]  # fmt: skip
