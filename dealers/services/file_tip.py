from dealers.services.log_observation import log_observation
from dealers.services.promote_tip import refuse_promoted
from dmi.audit.trail import hold, on_the_record


@on_the_record
def file_tip(*, by, tip, dealers, at, **said):
    """The tip is about people on file: it becomes an entry about them, graded by who knows more now.

    The source's number goes along. Refused: a tip promoted already, whatever `log_observation` refuses.
    """
    hold(tip)
    refuse_promoted(tip)
    entry = log_observation(by=by, market=tip.market, dealers=dealers, source_number=tip.source_number, at=at, **said)
    tip.promoted_to = dealers[0]
    tip.save()
    return entry
