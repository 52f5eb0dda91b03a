from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.audit import trail
from dmi.forms import ActionForm
from markets import services
from markets.api.base import OfMarketToday
from markets.forms import officers as forms
from markets.models import Assignment
from markets.serializers import markets as serializers


class AssignOfficer(OfMarketToday):
    form, service, answer = forms.AssignOfficerForm, services.assign_officer, serializers.AssignmentFacts


class ReleaseOfficer(Act):
    form, service, answer = ActionForm, services.release_officer, serializers.AssignmentFacts

    def given(self, request, assignment_id):
        assignment = trail.find(Assignment.objects.select_related("officer"), by=request.user, pk=assignment_id)
        return {"assignment": assignment, "on": timezone.localdate()}


urlpatterns = [
    path("<uuid:market_id>/assign-officer/", AssignOfficer.as_view(), name="assign_officer"),
    path("assignments/<uuid:assignment_id>/release/", ReleaseOfficer.as_view(), name="release_officer"),
]
