"""What is done with cases. One verb, one file."""

from dealers.cases.services.activate_case import activate_case
from dealers.cases.services.add_charge import add_charge
from dealers.cases.services.add_count import add_count
from dealers.cases.services.add_exhibit import add_exhibit
from dealers.cases.services.add_target import add_target
from dealers.cases.services.approve_case import approve_case
from dealers.cases.services.bank_case import bank_case
from dealers.cases.services.change_custody import change_custody
from dealers.cases.services.charge_case import charge_case
from dealers.cases.services.close_operation import close_operation
from dealers.cases.services.close_warrant import close_warrant
from dealers.cases.services.confirm_custody import confirm_custody
from dealers.cases.services.confirm_track import confirm_track
from dealers.cases.services.confirm_warrant import confirm_warrant
from dealers.cases.services.convert_to_plea import convert_to_plea
from dealers.cases.services.correct_buy import correct_buy
from dealers.cases.services.decide_track import decide_track
from dealers.cases.services.decline_case import decline_case
from dealers.cases.services.dispose_case import dispose_case
from dealers.cases.services.download_case_file import download_case_file
from dealers.cases.services.download_exhibit import download_exhibit
from dealers.cases.services.download_packets import download_packets
from dealers.cases.services.expire_case import expire_case
from dealers.cases.services.log_buy import log_buy
from dealers.cases.services.log_custody import log_custody
from dealers.cases.services.log_warrant import log_warrant
from dealers.cases.services.mark_evidence_ready import mark_evidence_ready
from dealers.cases.services.mark_operation_ready import mark_operation_ready
from dealers.cases.services.open_case import open_case
from dealers.cases.services.plan_next_step import plan_next_step
from dealers.cases.services.plan_operation import plan_operation
from dealers.cases.services.raise_overdose_alert import raise_overdose_alert
from dealers.cases.services.record_activation_arrest import record_activation_arrest
from dealers.cases.services.record_arrest import record_arrest
from dealers.cases.services.record_lab_result import record_lab_result
from dealers.cases.services.record_outcome import record_outcome
from dealers.cases.services.record_target_outcome import record_target_outcome
from dealers.cases.services.record_waiver import record_waiver
from dealers.cases.services.refuse_activation import refuse_activation
from dealers.cases.services.release_case import release_case
from dealers.cases.services.reopen_track import reopen_track
from dealers.cases.services.request_activation import request_activation
from dealers.cases.services.return_case import return_case
from dealers.cases.services.send_to_lab import send_to_lab
from dealers.cases.services.set_hearing import set_hearing
from dealers.cases.services.state_track_facts import state_track_facts
from dealers.cases.services.submit_to_prosecutor import submit_to_prosecutor
from dealers.cases.services.tell_clinic import tell_clinic
from dealers.cases.services.verify_exhibit import verify_exhibit
from dealers.cases.services.warn_of_limit import warn_of_limit

__all__ = [
    "activate_case",
    "add_charge",
    "add_count",
    "add_exhibit",
    "add_target",
    "approve_case",
    "bank_case",
    "change_custody",
    "charge_case",
    "close_operation",
    "close_warrant",
    "confirm_custody",
    "confirm_track",
    "confirm_warrant",
    "convert_to_plea",
    "correct_buy",
    "decide_track",
    "decline_case",
    "dispose_case",
    "download_case_file",
    "download_exhibit",
    "download_packets",
    "expire_case",
    "log_buy",
    "log_custody",
    "log_warrant",
    "mark_evidence_ready",
    "mark_operation_ready",
    "open_case",
    "plan_next_step",
    "plan_operation",
    "raise_overdose_alert",
    "record_activation_arrest",
    "record_arrest",
    "record_lab_result",
    "record_outcome",
    "record_target_outcome",
    "record_waiver",
    "refuse_activation",
    "release_case",
    "reopen_track",
    "request_activation",
    "return_case",
    "send_to_lab",
    "set_hearing",
    "state_track_facts",
    "submit_to_prosecutor",
    "tell_clinic",
    "verify_exhibit",
    "warn_of_limit",
]
