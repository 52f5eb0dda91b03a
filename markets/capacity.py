"""Whether treatment is ready for what a market plans, from what is on record: asked by sweep and call-in."""

from dmi.accounts.models import TaskForce
from markets.models import CutOffEstimate, TreatmentCapacity
from markets.readiness import Readiness, Told, readiness


def readiness_of(market, on) -> Readiness:
    """By the last figures of each provider, the last estimate, and what a supervisor wrote on that estimate."""
    figures = TreatmentCapacity.objects.filter_market(market).latest()
    return judged(CutOffEstimate.objects.latest_of(market), figures, on)


def judged(estimate, figures, on) -> Readiness:
    """The same from rows that are fetched already: `figures` holds the last of each provider."""
    task_force = TaskForce.objects.get()
    waiver = estimate.waiver if estimate else None
    return readiness(
        map(told, figures), estimate.users if estimate else None, on, kinds=task_force.capacity_kinds,
        days=task_force.capacity_days, waived_at=waiver.free_places if waiver else None,
    )  # fmt: skip


def told(row):
    return Told(row.provider, row.kind, row.places, row.caseload, row.waiting, row.as_of)
