"""Cases, by JSON: the list, the queue, one case with all it rests on."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dealers.api.base import LogOfDealer, OfPeople
from dealers.cases import chart, evidence, services
from dealers.cases.filters import CaseFilter
from dealers.cases.forms import cases as forms
from dealers.cases.models import Case
from dealers.cases.serializers import cases as serializers
from dealers.models import Dealer
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail


class ViewCases(OfPeople):
    """The cases against people you may see, the last opened first; narrowed by `dealer` they are his."""

    verb = "cases.view_cases"
    answer = serializers.CaseFacts
    ordering = ("-number",)
    filters = CaseFilter

    def rows(self, officer):
        return Case.objects.visible_to(officer).with_people()

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            super().looked_at(request, rows)


class ViewQueue(OfPeople):
    """What waits for your decision as a prosecutor, or for that of any."""

    verb = "cases.view_queue"
    answer = serializers.CaseFacts
    ordering = ("-number",)

    def rows(self, officer):
        return Case.objects.visible_to(officer).queue_of(officer).with_people()


class ViewCasesOf(Look):
    """The cases against one person."""

    verb = "cases.view_cases"
    answer = serializers.CasesOf

    def record(self, request, dealer_id):
        dealer = trail.read(Dealer.objects.all(), by=request.user, verb=self.verb, pk=dealer_id)
        return {"cases": Case.objects.visible_to(request.user).of(dealer).with_people().urgent_first()}


class ViewCase(Look):
    """One case: counts, steps, triggers, waivers, and what it lacks before it is evidence-ready."""

    verb = "cases.view_case"
    answer = serializers.CaseFile

    def record(self, request, case_id):
        case = trail.read(Case.objects.with_file(), by=request.user, verb=self.verb, pk=case_id)
        case.missing = evidence.missing(case) if case.is_building else []
        return case


class ViewStates(Look):
    """The table by which cases move."""

    verb = "cases.view_states"
    answer = serializers.States

    def record(self, request):
        return {"transitions": chart.lines()}


class OpenCase(LogOfDealer):
    form, service, answer = forms.OpenCaseForm, services.open_case, serializers.CaseFacts


class OfCase(Act):
    """An act on the case of the address, at this moment."""

    def given(self, request, case_id):
        case = trail.find(Case.objects.with_file(), by=request.user, pk=case_id)
        return {"case": case, "at": timezone.now()}


class AddCount(OfCase):
    status = HTTPStatus.CREATED
    form, service, answer = forms.AddCountForm, services.add_count, serializers.CountFacts

    def filled(self, request, said, files, case, at):
        return self.form.about(case, said, request.user)


class PlanNextStep(OfCase):
    form, service, answer = forms.PlanNextStepForm, services.plan_next_step, serializers.CaseFacts


urlpatterns = [
    path("", ViewCases.as_view(), name="view_cases"),
    path("queue/", ViewQueue.as_view(), name="view_queue"),
    path("states/", ViewStates.as_view(), name="view_states"),
    path("of/<uuid:dealer_id>/", ViewCasesOf.as_view(), name="view_cases_of"),
    path("of/<uuid:dealer_id>/open/", OpenCase.as_view(), name="open_case"),
    path("<uuid:case_id>/", ViewCase.as_view(), name="view_case"),
    path("<uuid:case_id>/add-count/", AddCount.as_view(), name="add_count"),
    path("<uuid:case_id>/plan-next-step/", PlanNextStep.as_view(), name="plan_next_step"),
]
