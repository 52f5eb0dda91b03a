"""What is done with a dealer. One verb, one file."""

from dealers.services.add_photo import add_photo
from dealers.services.add_source_document import add_source_document
from dealers.services.approve_predicate import approve_predicate
from dealers.services.end_condition import end_condition
from dealers.services.end_supervision import end_supervision
from dealers.services.import_dealers import import_dealers
from dealers.services.log_caution import log_caution
from dealers.services.log_condition import log_condition
from dealers.services.log_dealer import log_dealer
from dealers.services.log_observation import log_observation
from dealers.services.log_supervision import log_supervision
from dealers.services.log_tie import log_tie
from dealers.services.log_violation import log_violation
from dealers.services.merge_dealers import merge_dealers
from dealers.services.record_violation_outcome import record_violation_outcome
from dealers.services.return_draft import return_draft
from dealers.services.undo_merge import undo_merge
from dealers.services.verify_condition import verify_condition

__all__ = [
    "add_photo",
    "add_source_document",
    "approve_predicate",
    "end_condition",
    "end_supervision",
    "import_dealers",
    "log_caution",
    "log_condition",
    "log_dealer",
    "log_observation",
    "log_supervision",
    "log_tie",
    "log_violation",
    "merge_dealers",
    "record_violation_outcome",
    "return_draft",
    "undo_merge",
    "verify_condition",
]
