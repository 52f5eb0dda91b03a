"""How records end, and what left the task force: removals, agreements, disseminations, disclosures, monthly pages."""

from maintenance.retention.models.compliance import ComplianceReport
from maintenance.retention.models.dissemination import Agreement, Disclosure, Dissemination
from maintenance.retention.models.removal import Removal

__all__ = ["Agreement", "ComplianceReport", "Disclosure", "Dissemination", "Removal"]
