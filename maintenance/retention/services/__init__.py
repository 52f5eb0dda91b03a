"""What is done with records' ends and with what leaves: one verb, one function."""

from maintenance.retention.services.add_agreement import add_agreement
from maintenance.retention.services.approve_removal import approve_removal
from maintenance.retention.services.ask_removal import ask_removal
from maintenance.retention.services.change_agreement import change_agreement
from maintenance.retention.services.disclose_record import disclose_record
from maintenance.retention.services.log_dissemination import log_dissemination
from maintenance.retention.services.make_compliance_report import make_compliance_report
from maintenance.retention.services.refuse_removal import refuse_removal

__all__ = [
    "add_agreement",
    "approve_removal",
    "ask_removal",
    "change_agreement",
    "disclose_record",
    "log_dissemination",
    "make_compliance_report",
    "refuse_removal",
]
