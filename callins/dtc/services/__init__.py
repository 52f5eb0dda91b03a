"""What is done in treatment court. One verb, one file; each line goes to the compartment's own trail."""

from callins.dtc.services.add_plan_step import add_plan_step
from callins.dtc.services.add_to_docket import add_to_docket
from callins.dtc.services.advance_participant import advance_participant
from callins.dtc.services.assess_needs import assess_needs
from callins.dtc.services.begin_pause import begin_pause
from callins.dtc.services.call_off_meeting import call_off_meeting
from callins.dtc.services.change_meeting import change_meeting
from callins.dtc.services.change_participant import change_participant
from callins.dtc.services.change_rules import change_rules
from callins.dtc.services.change_session import change_session
from callins.dtc.services.close_sanction import close_sanction
from callins.dtc.services.complete_plan_step import complete_plan_step
from callins.dtc.services.complete_task import complete_task
from callins.dtc.services.correct_attendance import correct_attendance
from callins.dtc.services.correct_pause import correct_pause
from callins.dtc.services.decide_relapse import decide_relapse
from callins.dtc.services.download_docket import download_docket
from callins.dtc.services.download_status_report import download_status_report
from callins.dtc.services.draw_tests import draw_tests
from callins.dtc.services.drop_plan_step import drop_plan_step
from callins.dtc.services.end_pause import end_pause
from callins.dtc.services.end_prescription import end_prescription
from callins.dtc.services.end_referral import end_referral
from callins.dtc.services.enrol_participant import enrol_participant
from callins.dtc.services.graduate_participant import graduate_participant
from callins.dtc.services.log_prescription import log_prescription
from callins.dtc.services.log_response import log_response
from callins.dtc.services.log_self_report import log_self_report
from callins.dtc.services.log_service import log_service
from callins.dtc.services.mail_seal import mail_seal
from callins.dtc.services.make_consent_revocable import make_consent_revocable
from callins.dtc.services.meet_need import meet_need
from callins.dtc.services.notify_test import notify_test
from callins.dtc.services.open_file import open_file
from callins.dtc.services.order_test import order_test
from callins.dtc.services.plan_meeting import plan_meeting
from callins.dtc.services.plan_session import plan_session
from callins.dtc.services.recommend import recommend
from callins.dtc.services.record_attendance import record_attendance
from callins.dtc.services.record_collection import record_collection
from callins.dtc.services.record_consent import record_consent
from callins.dtc.services.record_first_visit import record_first_visit
from callins.dtc.services.record_missed_test import record_missed_test
from callins.dtc.services.record_order import record_order
from callins.dtc.services.record_rest_attended import record_rest_attended
from callins.dtc.services.record_result import record_result
from callins.dtc.services.refer_participant import refer_participant
from callins.dtc.services.report_status import report_status
from callins.dtc.services.revoke_consent import revoke_consent
from callins.dtc.services.settle_courses import settle_courses
from callins.dtc.services.take_off_docket import take_off_docket
from callins.dtc.services.terminate_participant import terminate_participant
from callins.dtc.services.view_courses import view_courses
from callins.dtc.services.view_docket import view_docket
from callins.dtc.services.withdraw_participant import withdraw_participant
from callins.dtc.services.withdraw_rules import withdraw_rules

__all__ = [
    "add_plan_step",
    "add_to_docket",
    "advance_participant",
    "assess_needs",
    "begin_pause",
    "call_off_meeting",
    "change_meeting",
    "change_participant",
    "change_rules",
    "change_session",
    "close_sanction",
    "complete_plan_step",
    "complete_task",
    "correct_attendance",
    "correct_pause",
    "decide_relapse",
    "download_docket",
    "download_status_report",
    "draw_tests",
    "drop_plan_step",
    "end_pause",
    "end_prescription",
    "end_referral",
    "enrol_participant",
    "graduate_participant",
    "log_prescription",
    "log_response",
    "log_self_report",
    "log_service",
    "mail_seal",
    "make_consent_revocable",
    "meet_need",
    "notify_test",
    "open_file",
    "order_test",
    "plan_meeting",
    "plan_session",
    "recommend",
    "record_attendance",
    "record_collection",
    "record_consent",
    "record_first_visit",
    "record_missed_test",
    "record_order",
    "record_rest_attended",
    "record_result",
    "refer_participant",
    "report_status",
    "revoke_consent",
    "settle_courses",
    "take_off_docket",
    "terminate_participant",
    "view_courses",
    "view_docket",
    "withdraw_participant",
    "withdraw_rules",
]
