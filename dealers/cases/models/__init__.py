"""What is proved against a dealer, and what became of it before the court."""

from dealers.cases.models.buy import Buy, Substance
from dealers.cases.models.case import Case, ClockWarning, Count, Step, Trigger, Waiver
from dealers.cases.models.decision import TrackDecision, TrackFacts
from dealers.cases.models.exhibit import CustodyEvent, Exhibit
from dealers.cases.models.health import HealthAlert
from dealers.cases.models.paper import CaseFile
from dealers.cases.models.prosecution import Charge, CustodyReport, Operation, Prosecution, Target, Warrant

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
