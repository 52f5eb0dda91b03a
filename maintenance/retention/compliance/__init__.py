"""The month's page for whoever answers for the file: what it says, gathered from the records, on paper."""

from maintenance.retention.compliance.contents import Compliance
from maintenance.retention.compliance.gathering import counted
from maintenance.retention.compliance.paper import file_name, printed

__all__ = ["Compliance", "counted", "file_name", "printed"]
