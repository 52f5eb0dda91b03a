"""What is done with records' ends and with what leaves: one verb, one function."""

from maintenance.retention.services.add_agreement import add_agreement
from maintenance.retention.services.change_agreement import change_agreement
from maintenance.retention.services.log_dissemination import log_dissemination

__all__ = [
    "add_agreement",
    "change_agreement",
    "log_dissemination",
]
