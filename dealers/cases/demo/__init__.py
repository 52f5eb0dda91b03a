"""The demo's courts: what was bought and proved, and how far each case came."""

from dealers.cases.demo import cases, evidence, sweep


def diary(calendar):
    yield from cases.diary(calendar)
    yield from evidence.diary(calendar)
    yield from sweep.diary(calendar)
