"""From rows to each person's time in the program. What needs no course is counted by the database.

Of some hundred thousand tests nearly all are negative throughout: of those the number is enough, and only the others
are read and judged as a course judges them.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from django.db.models import Count, Exists, Min, OuterRef, Sum
from django.db.models.functions import TruncDate

from callins.dtc import inward
from callins.dtc.models import DrugTest, Referral, Response, Result, ServiceDelivered
from callins.dtc.program.attempts import Ending
from callins.dtc.program.curve import Curve, curve
from callins.dtc.program.events import Collected, Finding, Resulted
from callins.dtc.program.measures import DEFINITIONS, Cohort, Point, Stay, cohort, cohorts, survival
from callins.dtc.program.publishing import Row, row, table
from callins.dtc.program.testing import Test, tests_in

PERSON = "enrolment__participant"
TOGETHER = "Together"


@dataclass(frozen=True)
class Measures:
    """What the page shows; `chosen` is the cohort whose curve is drawn, empty for everybody's."""

    rows: list[Row]
    together: Row
    chosen: str
    people: int
    points: list[Point]
    curve: Curve

    definitions = [(name.replace("_", " ").capitalize(), words) for name, words in DEFINITIONS.items()]

    @property
    def cohorts(self) -> list[Cohort]:
        return [each.cohort for each in self.rows]


def measures_on(today, enrolments, chosen="") -> Measures:
    """Of everybody admitted by that day; a cohort that nobody is in stands for all."""
    stays = stays_of(enrolments)
    of_chosen = [stay for stay in stays if stay.cohort == chosen] or stays
    points, longest = survival(of_chosen, today), max((stay.days(today) for stay in of_chosen), default=0)
    return Measures(
        [row(each) for each in cohorts(stays, today)], row(cohort(TOGETHER, stays, today)),
        chosen if of_chosen is not stays else "", len(of_chosen), points, curve(points, longest),
    )  # fmt: skip


def table_on(today, enrolments):
    """(header, rows) of what may leave."""
    stays = stays_of(enrolments)
    found = cohorts(stays, today)
    over = {each.name for each in found if each.is_over}
    return table(found, cohort(TOGETHER, [stay for stay in stays if stay.cohort in over], today))


def stays_of(enrolments):
    """One for everybody who was ever admitted, the earliest first. So many questions, however many they are."""
    rows = enrolments.order_by("participant", "enrolled_on", "ended_on").values_list(
        "participant", "enrolled_on", "ended_on", "ended_as", "participant__dealer"
    )
    admissions = [(person, list(of_person)) for person, of_person in groupby(rows, key=lambda row: row[0])]
    known = Known(each[-1][4] for _, each in admissions)
    return sorted((stay_of(person, each, known) for person, each in admissions), key=lambda stay: stay.admitted_on)


class Known:
    """What each person's stay needs besides the admissions, by participant."""

    def __init__(self, dealer_ids):
        self.arrests = inward.arrests_of([each for each in dealer_ids if each])
        self.negatives = dict(negatives())
        self.tests = other_tests()
        self.units = dict(ServiceDelivered.objects.values_list("referral__" + PERSON).annotate(Sum("units")))
        self.first_service_on = dict(
            Referral.objects.exclude(first_seen_on=None).values_list(PERSON).annotate(Min("first_seen_on"))
        )
        self.response_days = response_days()


def stay_of(person, admissions, known):
    """From the first admission to the end of the last; an admission beside another adds nothing to it."""
    admitted_on, dealer = admissions[0][1], admissions[-1][4]
    left_on, left_as = admissions[-1][2:4]
    away = tuple((one[2], next_[1]) for one, next_ in pairwise(admissions) if one[2] and one[2] <= next_[1])
    return Stay(
        admitted_on, left_on, Ending(left_as) if left_as else None,
        tests=known.tests.get(person, ()), negatives=known.negatives.get(person, 0),
        arrests=arrests_within(admissions, known.arrests.get(dealer, ())) if dealer else None,
        services=known.units.get(person, 0), away=away, first_service_on=known.first_service_on.get(person),
        incentives=tuple(known.response_days[person, Response.Kind.INCENTIVE]),
        sanctions=tuple(known.response_days[person, Response.Kind.SANCTION]),
    )  # fmt: skip


def arrests_within(admissions, days):
    """From the day of admission to that of leaving; what lies between two admissions is not the program's."""
    spans = [(row[1], row[2]) for row in admissions]
    return sum(any(since <= day and (until is None or day <= until) for since, until in spans) for day in days)


def given_tests():
    """What was handed in and could be judged; of what was missed or tampered with no measure tells."""
    return DrugTest.objects.filter(collected_at__isnull=False, is_tampered=False).order_by()


def negatives():
    """(participant, how many of the tests that were found negative throughout)."""
    found = Result.objects.filter(test=OuterRef("pk"))
    negative = given_tests().filter(Exists(found), ~Exists(found.exclude(finding="negative")))
    return negative.values_list(PERSON).annotate(Count("pk"))


def other_tests():
    """Those of which something else was found, by participant."""
    positive = Result.objects.exclude(finding="negative").order_by().values("test")
    rows = Result.objects.filter(test__in=given_tests().filter(pk__in=positive)).order_by("test_id")
    facts = rows.annotate(on=TruncDate("test__collected_at")).values_list(
        "test_id", "test__" + PERSON, "on", "finding", "substance", "found_on"
    )
    tests = defaultdict(list)
    for (key, person, on), results in groupby(facts, key=itemgetter(0, 1, 2)):
        found = frozenset((finding, substance, (found_on - on).days) for *_, finding, substance, found_on in results)
        tests[person].append(Test(key.hex, on, outcome_of(found), on))
    return tests


@lru_cache(maxsize=4096)
def outcome_of(found):
    """As a course judges a test with these results, so many days after it was given: the same again and again."""
    given_on = date(2000, 1, 1)
    events = [
        Resulted(given_on + timedelta(days=days), "", Finding(finding), substance) for finding, substance, days in found
    ]
    [test] = tests_in([Collected(given_on, ""), *events])
    return test.outcome


def response_days():
    """From what somebody did to the response, by participant and kind."""
    days = defaultdict(list)
    rows = Response.objects.order_by().values_list(PERSON, "kind", "behaved_on", "given_on")
    for person, kind, behaved_on, given_on in rows:
        days[person, kind].append((given_on - behaved_on).days)
    return days
