"""What is done with a dealer. One verb, one file."""

from dealers.services.add_photo import add_photo
from dealers.services.add_source_document import add_source_document
from dealers.services.approve_predicate import approve_predicate
from dealers.services.import_dealers import import_dealers
from dealers.services.log_caution import log_caution
from dealers.services.log_dealer import log_dealer
from dealers.services.log_observation import log_observation
from dealers.services.log_tie import log_tie
from dealers.services.return_draft import return_draft

__all__ = [
    "add_photo",
    "add_source_document",
    "approve_predicate",
    "import_dealers",
    "log_caution",
    "log_dealer",
    "log_observation",
    "log_tie",
    "return_draft",
]
