"""Treatment court's own rows, in a schema of their own. No row of the police side knows of them."""

from callins.dtc.models.consent import Consent, ConsentRecipient
from callins.dtc.models.course import Attempt, Decision, Pause, RelapseDecision, SelfReport
from callins.dtc.models.court import DocketEntry, DocketSession, Response
from callins.dtc.models.disclosure import Disclosure, StatusReport
from callins.dtc.models.meeting import Attendance, Meeting
from callins.dtc.models.needs import Need, NeedsAssessment, PlanStep, Referral, ServiceDelivered, TaskDone
from callins.dtc.models.participant import Enrolment, Participant
from callins.dtc.models.program_rules import ProgramRules
from callins.dtc.models.testing import Draw, DrugTest, Prescription, Result
from callins.dtc.models.trail import AuditEntry, AuditSeal

__all__ = [
    "Attempt",
    "Attendance",
    "AuditEntry",
    "AuditSeal",
    "Consent",
    "ConsentRecipient",
    "Decision",
    "Disclosure",
    "DocketEntry",
    "DocketSession",
    "Draw",
    "DrugTest",
    "Enrolment",
    "Meeting",
    "Need",
    "NeedsAssessment",
    "Participant",
    "Pause",
    "PlanStep",
    "Prescription",
    "ProgramRules",
    "Referral",
    "RelapseDecision",
    "Response",
    "Result",
    "SelfReport",
    "ServiceDelivered",
    "StatusReport",
    "TaskDone",
]
