"""The demo's CRT: its meetings and sheets, and round them the last four weeks as they were lived.

Each part is told in its own module; the order is that of time (docs/decisions/0011).
"""

from maintenance.demo import editions, meetings, months, street, watch, words


def diary(calendar):
    yield from meetings.diary(calendar)
    yield from editions.diary(calendar)
    yield from street.diary(calendar)
    yield from watch.diary(calendar)
    yield from words.diary(calendar)
    yield from months.diary(calendar)
