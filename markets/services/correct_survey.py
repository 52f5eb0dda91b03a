from dmi.audit.trail import on_the_record
from markets.services.health import check_answers, check_day, correct


@on_the_record
def correct_survey(*, by, survey, seen, held_on, asked, answers, at, **facts):
    """A survey as it was. Refused: what log_survey refuses, one changed meanwhile."""
    check_day("held_on", held_on, at)
    check_answers(asked, answers)
    return correct(survey, seen=seen, by=by, at=at, held_on=held_on, asked=asked, answers=answers, **facts)
