from dealers.models import RosterMatch
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def answer_roster_match(*, by, match, answer, at):
    """Somebody who knows says whether the line is about the dealer. Only the one who said it takes it back.

    Refused: no answer, an answer to what another has answered.
    """
    hold(match)
    if answer == RosterMatch.Answer.OPEN:
        raise RuleBroken("Say whether it is the dealer or somebody else.")
    if match.answered_by_id not in (None, by.pk):
        raise RuleBroken(f"{match.answered_by} has answered: {match.get_answer_display().lower()}. Ask there.")
    match.answer, match.answered_by, match.answered_at = answer, by, at
    match.save()
    return match
