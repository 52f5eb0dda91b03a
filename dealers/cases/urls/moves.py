from django.urls import path

from dealers.cases.views import moves

urlpatterns = [
    path("<uuid:case_id>/mark-evidence-ready/", moves.mark_evidence_ready, name="mark_evidence_ready"),
    path("<uuid:case_id>/submit/", moves.submit_to_prosecutor, name="submit_to_prosecutor"),
    path("<uuid:case_id>/return/", moves.return_case, name="return_case"),
    path("<uuid:case_id>/decline/", moves.decline_case, name="decline_case"),
    path("<uuid:case_id>/approve/", moves.approve_case, name="approve_case"),
    path("<uuid:case_id>/bank/", moves.bank_case, name="bank_case"),
    path("<uuid:case_id>/request-activation/", moves.request_activation, name="request_activation"),
    path("<uuid:case_id>/refuse-activation/", moves.refuse_activation, name="refuse_activation"),
    path("<uuid:case_id>/activate/", moves.activate_case, name="activate_case"),
    path("<uuid:case_id>/record-activation-arrest/", moves.record_activation_arrest, name="record_activation_arrest"),
    path("<uuid:case_id>/charge/", moves.charge_case, name="charge_case"),
    path("<uuid:case_id>/dispose/", moves.dispose_case, name="dispose_case"),
    path("<uuid:case_id>/convert-to-plea/", moves.convert_to_plea, name="convert_to_plea"),
    path("<uuid:case_id>/release/", moves.release_case, name="release_case"),
    path("<uuid:case_id>/record-waiver/", moves.record_waiver, name="record_waiver"),
]
