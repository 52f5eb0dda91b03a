"""Moving a case along, one page for each transition: what is asked, and before that what stands in the way."""

from django.utils import timezone

from dealers.cases import services
from dealers.cases.forms import moves as forms
from dealers.cases.guards import Attempt, obstacle
from dealers.cases.states import BY_VERB
from dealers.cases.views.acting import act
from dealers.cases.views.cases import called, the_case
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


def move(request, case_id, form_class, service, done):
    """The page of one act on one case."""
    case = the_case(request, case_id)
    form = form_class(request.POST if request.method == "POST" else None, officer=request.user)
    verb = service.__name__
    why_not = obstacle(case, verb, Attempt(request.user, timezone.now())) if verb in BY_VERB else ""
    days_left = case.days_left(timezone.localdate())
    shown = {"case": case, "days_left": days_left, "why_not": why_not, "here": called(verb)}
    return act(request, form, service, done=f"{case}: {done}", back=case, shown=shown, case=case)


@permitted("cases.mark_evidence_ready")
def mark_evidence_ready(request, case_id):
    return move(request, case_id, ActionForm, services.mark_evidence_ready, "evidence-ready.")


@permitted("cases.submit_to_prosecutor")
def submit_to_prosecutor(request, case_id):
    done = "it is with the prosecutor."
    return move(request, case_id, forms.SubmitToProsecutorForm, services.submit_to_prosecutor, done)


@permitted("cases.return_case")
def return_case(request, case_id):
    return move(request, case_id, forms.ReturnCaseForm, services.return_case, "it went back with your note.")


@permitted("cases.decline_case")
def decline_case(request, case_id):
    return move(request, case_id, forms.DeclineCaseForm, services.decline_case, "declined.")


@permitted("cases.approve_case")
def approve_case(request, case_id):
    return move(request, case_id, forms.ApproveCaseForm, services.approve_case, "approved, with you as prosecutor.")


@permitted("cases.bank_case")
def bank_case(request, case_id):
    return move(request, case_id, ActionForm, services.bank_case, "banked.")


@permitted("cases.request_activation")
def request_activation(request, case_id):
    done = "the activation is requested; somebody else decides."
    return move(request, case_id, forms.RequestActivationForm, services.request_activation, done)


@permitted("cases.refuse_activation")
def refuse_activation(request, case_id):
    return move(request, case_id, forms.RefuseActivationForm, services.refuse_activation, "it stays banked.")


@permitted("cases.activate_case")
def activate_case(request, case_id):
    return move(request, case_id, forms.ActivateCaseForm, services.activate_case, "activated.")


@permitted("cases.record_activation_arrest")
def record_activation_arrest(request, case_id):
    done = "the arrest is recorded."
    return move(request, case_id, forms.RecordActivationArrestForm, services.record_activation_arrest, done)


@permitted("cases.charge_case")
def charge_case(request, case_id):
    return move(request, case_id, forms.ChargeCaseForm, services.charge_case, "charged.")


@permitted("cases.dispose_case")
def dispose_case(request, case_id):
    return move(request, case_id, forms.DisposeCaseForm, services.dispose_case, "disposed.")


@permitted("cases.convert_to_plea")
def convert_to_plea(request, case_id):
    return move(request, case_id, forms.ConvertToPleaForm, services.convert_to_plea, "converted to a plea.")


@permitted("cases.release_case")
def release_case(request, case_id):
    return move(request, case_id, forms.ReleaseCaseForm, services.release_case, "released; the promise was kept.")


@permitted("cases.record_waiver")
def record_waiver(request, case_id):
    done = "the waiver is recorded; the clock follows it."
    return move(request, case_id, forms.RecordWaiverForm, services.record_waiver, done)
