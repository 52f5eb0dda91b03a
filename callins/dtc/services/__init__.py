"""What is done in treatment court. One verb, one file; each line goes to the compartment's own trail."""

from callins.dtc.services.advance_participant import advance_participant
from callins.dtc.services.begin_pause import begin_pause
from callins.dtc.services.change_participant import change_participant
from callins.dtc.services.close_sanction import close_sanction
from callins.dtc.services.complete_task import complete_task
from callins.dtc.services.decide_relapse import decide_relapse
from callins.dtc.services.draw_tests import draw_tests
from callins.dtc.services.end_pause import end_pause
from callins.dtc.services.enrol_participant import enrol_participant
from callins.dtc.services.graduate_participant import graduate_participant
from callins.dtc.services.log_prescription import log_prescription
from callins.dtc.services.log_response import log_response
from callins.dtc.services.log_self_report import log_self_report
from callins.dtc.services.notify_test import notify_test
from callins.dtc.services.open_file import open_file
from callins.dtc.services.order_test import order_test
from callins.dtc.services.record_attendance import record_attendance
from callins.dtc.services.record_collection import record_collection
from callins.dtc.services.record_consent import record_consent
from callins.dtc.services.record_missed_test import record_missed_test
from callins.dtc.services.record_result import record_result
from callins.dtc.services.report_status import report_status
from callins.dtc.services.revoke_consent import revoke_consent
from callins.dtc.services.terminate_participant import terminate_participant
from callins.dtc.services.withdraw_participant import withdraw_participant

__all__ = [
    "advance_participant",
    "begin_pause",
    "change_participant",
    "close_sanction",
    "complete_task",
    "decide_relapse",
    "draw_tests",
    "end_pause",
    "enrol_participant",
    "graduate_participant",
    "log_prescription",
    "log_response",
    "log_self_report",
    "notify_test",
    "open_file",
    "order_test",
    "record_attendance",
    "record_collection",
    "record_consent",
    "record_missed_test",
    "record_result",
    "report_status",
    "revoke_consent",
    "terminate_participant",
    "withdraw_participant",
]
