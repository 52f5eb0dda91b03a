"""Where: what a market is, its places, what happens there, and whether it worked."""

from markets.models.area import Area, Background
from markets.models.baseline import Baseline
from markets.models.code_case import CodeCase, Inspection
from markets.models.daily_count import DailyCount
from markets.models.health import CapacityWaiver, CutOffEstimate, HealthCount, Survey, TreatmentCapacity
from markets.models.incident import LEFT_OUT, Category, Incident, Zone
from markets.models.incident_batch import IncidentBatch, RejectedIncident
from markets.models.market import Assignment, Market, StageChange
from markets.models.place import HotPlace
from markets.models.promise import Promise

__all__ = [
    "LEFT_OUT",
    "Area",
    "Assignment",
    "Background",
    "Baseline",
    "CapacityWaiver",
    "Category",
    "CodeCase",
    "CutOffEstimate",
    "DailyCount",
    "HealthCount",
    "HotPlace",
    "Incident",
    "IncidentBatch",
    "Inspection",
    "Market",
    "Promise",
    "RejectedIncident",
    "StageChange",
    "Survey",
    "TreatmentCapacity",
    "Zone",
]
