"""What is done in treatment court. One verb, one file; each line goes to the compartment's own trail."""

from callins.dtc.services.advance_participant import advance_participant
from callins.dtc.services.begin_pause import begin_pause
from callins.dtc.services.complete_task import complete_task
from callins.dtc.services.draw_tests import draw_tests
from callins.dtc.services.end_pause import end_pause
from callins.dtc.services.enrol_participant import enrol_participant
from callins.dtc.services.graduate_participant import graduate_participant
from callins.dtc.services.order_test import order_test
from callins.dtc.services.record_attendance import record_attendance
from callins.dtc.services.record_collection import record_collection
from callins.dtc.services.record_missed_test import record_missed_test
from callins.dtc.services.record_result import record_result
from callins.dtc.services.terminate_participant import terminate_participant
from callins.dtc.services.withdraw_participant import withdraw_participant

__all__ = [
    "advance_participant",
    "begin_pause",
    "complete_task",
    "draw_tests",
    "end_pause",
    "enrol_participant",
    "graduate_participant",
    "order_test",
    "record_attendance",
    "record_collection",
    "record_missed_test",
    "record_result",
    "terminate_participant",
    "withdraw_participant",
]
