from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import ReemergenceSignal
from maintenance.re_emergence import IDENTIFYING
from markets import services as places
from markets.models import Market

Stage = Market.Stage


@on_the_record
def answer_signal(*, by, signal, answer, why, at):
    """What the CRT makes of a signal. Taken back, the market has re-emerged and its people are identified anew.

    Refused: a signal that is answered; taking back a market whose people are being identified; for whoever may not
    change stages, taking one back.
    """
    hold(signal)
    if signal.answered_at:
        raise RuleBroken(f"{signal.answered_by} answered this signal: {signal.get_answer_display().lower()}.")
    signal.answer, signal.why, signal.answered_by, signal.answered_at = answer, why, by, at
    signal.save()
    if answer == ReemergenceSignal.Answer.REOPEN:
        take_back(by, signal.market, why, localdate(at))
    return signal


def take_back(by, market, why, on):
    """Two stages, each with its line: what was found, and what the work is now."""
    if market.stage in IDENTIFYING:
        raise RuleBroken(f"{market} is being identified already; watch on, or act.")
    if market.stage != Stage.RE_EMERGED:
        places.change_stage(by=by, market=market, stage=Stage.RE_EMERGED, why=why, on=on)
    places.change_stage(by=by, market=market, stage=Stage.TARGETING, why=why, on=on)
