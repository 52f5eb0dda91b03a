from dealers.services.correct_tie import check_ties
from dmi.audit.trail import hold, on_the_record


@on_the_record
def withdraw_tie(*, by, dealer, tie, because, at):
    """A tie that proved wrong leaves every page, drawing, ranking and sheet to come; the history of both keeps it.

    Refused: one withdrawn already. It may be logged anew.
    """
    hold(tie)
    check_ties(tie, dealer)
    tie.withdrawn_at, tie.withdrawn_because = at, because
    tie.save()
    return tie
