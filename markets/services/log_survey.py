from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import Survey
from markets.services.health import check_answers, check_day


@on_the_record
def log_survey(*, by, market, held_on, asked, answers, at, **facts):
    """One question, how many were asked, and how many gave each answer: `answers` are (label, count) in order.

    Refused: a day to come, more answers than people asked, an answer twice; the same question of the same day
    twice (by constraint).
    """
    check_works(by, market)
    check_day("held_on", held_on, at)
    check_answers(asked, answers)
    return Survey.objects.create(market=market, held_on=held_on, asked=asked, answers=answers, by=by, at=at, **facts)
