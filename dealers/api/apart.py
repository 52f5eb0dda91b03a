"""Records kept apart, by JSON."""

from django.urls import path

from dealers import services
from dealers.api.base import LogOfDealer, OfDealerNow, OfPeople
from dealers.filters import JuvenileFilter, SealFilter
from dealers.forms import apart as forms
from dealers.models import Dealer, RecordSeal
from dealers.serializers import apart as serializers


class SealRecord(LogOfDealer):
    form, service, answer = forms.SealRecordForm, services.seal_record, serializers.SealFacts


class UnsealRecord(OfDealerNow):
    form, service, answer = forms.UnsealRecordForm, services.unseal_record, serializers.SealFacts


class ViewSealed(OfPeople):
    """Seals that stand and seals that ended, in your markets; the last set first."""

    verb = "dealers.view_sealed"
    answer = serializers.SealFacts
    filters = SealFilter
    ordering = ("-at", "-id")

    def rows(self, officer):
        return RecordSeal.objects.visible_to(officer).with_people().with_dealer()


class ViewJuveniles(OfPeople):
    """Who was under the line of age when the record was begun; the last begun first."""

    verb = "dealers.view_juveniles"
    answer = serializers.JuvenileRow
    filters = JuvenileFilter
    ordering = ("-logged_at", "-id")

    def rows(self, officer):
        people = Dealer.objects.visible_to(officer).begun_as_juveniles()
        return people.select_related("logged_by", "assigned_to")


urlpatterns = [
    path("sealed/", ViewSealed.as_view(), name="view_sealed"),
    path("juveniles/", ViewJuveniles.as_view(), name="view_juveniles"),
    path("<uuid:dealer_id>/seal/", SealRecord.as_view(), name="seal_record"),
    path("<uuid:dealer_id>/unseal/", UnsealRecord.as_view(), name="unseal_record"),
]
