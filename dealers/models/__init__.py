"""Who: dealers, how they are known, their part in markets, what was seen, whom they are tied to."""

from dealers.models.dealer import Alias, Dealer, Involvement
from dealers.models.description import CautionFlag, Photo, Vehicle
from dealers.models.grades import PROBABLE, Graded, Reliability, Validity
from dealers.models.observation import Mention, Observation
from dealers.models.predicate import Predicate, SourceDocument
from dealers.models.tie import Tie
from dealers.models.timeline import timeline

__all__ = [
    "PROBABLE",
    "Alias",
    "CautionFlag",
    "Dealer",
    "Graded",
    "Involvement",
    "Mention",
    "Observation",
    "Photo",
    "Predicate",
    "Reliability",
    "SourceDocument",
    "Tie",
    "Validity",
    "Vehicle",
    "timeline",
]
