from secrets import randbelow

from callins.dtc.courses import testable
from callins.dtc.models import Draw, DrugTest, ProgramRules
from callins.dtc.program.draw import is_drawn, lacking
from dmi.audit.trail import on_the_record


@on_the_record
def draw_tests(*, by, on, at):
    """The morning's roll: everybody whose clock runs has the same odds; who is below the floor of 28 days is added.

    Once a day: whoever asks again gets the roll that stands. The randomness is the system's own.
    """
    known = Draw.objects.filter(day=on).first()
    if known:
        return known
    rules = ProgramRules.objects.as_configuration().in_force(on)
    rolled = [(each, why_tested(each, on, rules)) for each in testable(on)]
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


def why_tested(enrolment, on, rules):
    if is_drawn(rules.odds, randbelow):
        return DrugTest.Why.DRAW
    return DrugTest.Why.FLOOR if lacking(enrolment.given, enrolment.counts_since, on, rules.floor) else None
