"""What is proved against a dealer, and what became of it before the court."""

from dealers.cases.models.buy import Buy
from dealers.cases.models.case import Case
from dealers.cases.models.clock import ClockWarning, Count, Waiver
from dealers.cases.models.course import Step, Trigger
from dealers.cases.models.decision import TrackDecision, TrackFacts
from dealers.cases.models.exhibit import CustodyEvent, Exhibit
from dealers.cases.models.health import HealthAlert
from dealers.cases.models.operation import Operation, Target
from dealers.cases.models.paper import CaseFile
from dealers.cases.models.prosecution import Charge, CustodyReport, Prosecution
from dealers.cases.models.substance import Substance
from dealers.cases.models.warrant import Warrant

__all__ = [
    "Buy",
    "Case",
    "CaseFile",
    "Charge",
    "ClockWarning",
    "Count",
    "CustodyEvent",
    "CustodyReport",
    "Exhibit",
    "HealthAlert",
    "Operation",
    "Prosecution",
    "Step",
    "Substance",
    "Target",
    "TrackDecision",
    "TrackFacts",
    "Trigger",
    "Waiver",
    "Warrant",
]
