"""What a case still lacks before a prosecutor can judge it: the checklist to evidence-ready. Task force policy."""

from dealers.cases.checklist import Point, points
from dealers.cases.models import Buy, Case

SHOWN_BY = {"seizure": "the seizure", "wire": "the wire", "conspiracy": "the conspiracy", "other": "the evidence"}


def points_of(case):
    """The whole list for one case, met or not: its counts, then each buy it rests on, or else an exhibit."""
    counts = case.counts.all()
    offences = [Point("A count with its statute and day", "" if counts else "Add the first count.")]
    return offences + (points_of_buys(case) if case.basis == Case.Basis.BUYS else [point_of_exhibits(case)])


def missing(case):
    """What is to be done before it is evidence-ready, in words; empty where nothing is."""
    return [point.lacking for point in points_of(case) if not point.is_met]


def points_of_buys(case):
    buys = buys_of(case)
    rests = [Point("A buy on which a count rests", "" if buys else "Add a count and name its buy.")]
    return rests + [point_of(buy, point) for buy in buys for point in points(buy)]


def buys_of(case):
    return list(Buy.objects.of_case(case).prefetch_related("substances"))


def point_of(buy, point):
    """A point of the buy's own list, under the number of its report."""
    where = f"Buy {buy.report_number}"
    return Point(f"{where}: {point.words.lower()}", f"{where}: {point.lacking}" if point.lacking else "")


def point_of_exhibits(case):
    shown = SHOWN_BY[case.basis]
    return Point(f"An exhibit that shows {shown}", "" if case.exhibits.exists() else f"Add an exhibit of {shown}.")


def is_positive(case):
    """The laboratory found a regulated drug in one of the buys."""
    return any(buy.is_positive for buy in buys_of(case))
