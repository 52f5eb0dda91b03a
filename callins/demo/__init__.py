"""The demo's call-ins: one held and followed up, one planned. Each part is told in its own module."""

from callins.demo import afterwards, check_ins, evening, letters, planning
from markets.demo import CALL_IN


def diary(calendar):
    begins = calendar.moment(f"{CALL_IN} 18:30")
    yield from letters.diary(calendar)
    yield from planning.diary(calendar)
    yield from afterwards.owners(begins)
    yield from evening.diary(begins)
    yield from check_ins.diary(calendar, begins.date())
    yield from afterwards.diary(begins, calendar.today)
