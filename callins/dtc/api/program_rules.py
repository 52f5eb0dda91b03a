"""The program’s rules, as rows that hold from a date, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins.dtc import services
from callins.dtc.doors import Walled
from callins.dtc.forms import program_rules as forms
from callins.dtc.models import ProgramRules
from callins.dtc.serializers import program_rules as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewRules(Walled, Look):
    verb = "dtc.view_rules"
    answer = serializers.RulesInForceFacts

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today, rows = timezone.localdate(), ProgramRules.objects.visible_to(request.user)
        return {"today": today, "in_force": rows.row_of(today), "rows": rows}


class ChangeRules(Walled, Act):
    form, service, answer = forms.ChangeRulesForm, services.change_rules, serializers.ProgramRulesFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class WithdrawRules(Walled, Act):
    form, service, answer = ActionForm, services.withdraw_rules, serializers.ProgramRulesFacts

    def given(self, request, rules_id):
        return {"rules": trail.find(ProgramRules.objects.all(), by=request.user, pk=rules_id), "at": timezone.now()}


urlpatterns = [
    path("rules/", ViewRules.as_view(), name="view_rules"),
    path("rules/change/", ChangeRules.as_view(), name="change_rules"),
    path("rules/<int:rules_id>/withdraw/", WithdrawRules.as_view(), name="withdraw_rules"),
]
