from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged


@on_the_record
def correct_condition(*, by, condition, seen, words, permits, source, at):
    """What the order says, and whether police may act on it. The day on which somebody verified it stays.

    Who corrects it stands for it from now on; its history keeps the old words. `seen` is the version that the form was
    filled from. Refused: changed meanwhile, words that another condition in force has already (by constraint).
    """
    hold(condition)
    check_unchanged(condition, seen, condition.CORRECTED)
    if (condition.words, condition.permits, condition.source) != (words, permits, source):
        condition.words, condition.permits, condition.source = words, permits, source
        condition.by, condition.at = by, at
        condition.save()
    return condition
