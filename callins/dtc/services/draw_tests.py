from secrets import randbelow

from callins.dtc.courses import status_of, with_events
from callins.dtc.models import Draw, DrugTest, Enrolment, ProgramRules
from callins.dtc.program.draw import is_drawn, shortfall
from callins.dtc.program.status import Standing
from callins.dtc.program.testing import GIVEN
from dmi.audit.trail import on_the_record


@on_the_record
def draw_tests(*, by, on, at):
    """The morning's roll: everybody whose clock runs has the same odds; who is below the floor of 28 days is added.

    Once a day: whoever asks again gets the roll that stands. The randomness is the system's own.
    """
    known = Draw.objects.filter(day=on).first()
    if known:
        return known
    configuration = ProgramRules.objects.as_configuration()
    rules = configuration.in_force(on)
    rolled = [(each, why_tested(each, on, rules)) for each in testable(on, configuration)]
    chosen = [(enrolment, why) for enrolment, why in rolled if why]
    by_floor = sum(why == DrugTest.Why.FLOOR for _, why in chosen)
    draw = Draw.objects.create(
        day=on, odds_of=rules.odds.numerator, odds_in=rules.odds.denominator, chances=len(rolled),
        drawn=len(chosen) - by_floor, by_floor=by_floor, at=at,
    )  # fmt: skip
    DrugTest.objects.bulk_create(
        DrugTest(enrolment=enrolment, draw=draw, why=why, ordered_on=on, by=by, at=at) for enrolment, why in chosen
    )
    return draw


def testable(on, configuration):
    """Whose clock runs that day: in custody or hospital nobody is drawn."""
    for enrolment in with_events(Enrolment.objects.open()):
        enrolment.status = status_of(enrolment, on, configuration)
        if enrolment.status.standing == Standing.OPEN:
            yield enrolment


def why_tested(enrolment, on, rules):
    if is_drawn(rules.odds, randbelow):
        return DrugTest.Why.DRAW
    status = enrolment.status
    given = [test.on for test in status.tests if test.outcome in GIVEN]
    since = max([status.attempt.started_on, *(pause.ended_on for pause in status.pauses if pause.ended_on)])
    return DrugTest.Why.FLOOR if shortfall(given, since, on, rules.floor) else None
