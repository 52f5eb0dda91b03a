"""Who: dealers, how they are known, their part in markets, what was seen, whom they are tied to."""

from dealers.models.chart import Analysis, SavedChart
from dealers.models.dealer import Dealer
from dealers.models.declaration import ListDeclaration
from dealers.models.description import CautionFlag, Photo
from dealers.models.duplicate import Judgement, Pointer
from dealers.models.fact import Fact, Lasting
from dealers.models.grades import PROBABLE, Graded, Reliability, Validity
from dealers.models.hold import LegalHold, RecordSeal
from dealers.models.identifiers import Address, Alias, BirthDate, Handle, Phone, Vehicle
from dealers.models.influential import Influential
from dealers.models.involvement import Involvement
from dealers.models.lists import ImportBatch, ImportRow, SavedList
from dealers.models.merge import Merge
from dealers.models.observation import Mention, Observation
from dealers.models.predicate import Predicate, SourceDocument, Validation
from dealers.models.roster import Roster, RosterMatch
from dealers.models.supervision import Condition, EndedSupervision, Supervision
from dealers.models.tie import Tie
from dealers.models.timeline import timeline
from dealers.models.tip import Tip
from dealers.models.violation import Violation

__all__ = [
    "PROBABLE",
    "Address",
    "Alias",
    "Analysis",
    "BirthDate",
    "CautionFlag",
    "Condition",
    "Dealer",
    "EndedSupervision",
    "Fact",
    "Graded",
    "Handle",
    "ImportBatch",
    "ImportRow",
    "Influential",
    "Involvement",
    "Judgement",
    "Lasting",
    "LegalHold",
    "ListDeclaration",
    "Mention",
    "Merge",
    "Observation",
    "Phone",
    "Photo",
    "Pointer",
    "Predicate",
    "RecordSeal",
    "Reliability",
    "Roster",
    "RosterMatch",
    "SavedChart",
    "SavedList",
    "SourceDocument",
    "Supervision",
    "Tie",
    "Tip",
    "Validation",
    "Validity",
    "Vehicle",
    "Violation",
    "timeline",
]
