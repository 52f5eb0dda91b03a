from django.core.files.base import ContentFile
from django.utils.timezone import localdate

from dealers import services as dealing
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Debrief

State = Debrief.State
NEEDS_WORDS = {
    State.UNCLEAR: "Tell the officer what is lacking; next time it is there.",
    State.PASSED_ON: "Tell the officer to whom it went.",
}


@on_the_record
def triage_debrief(
    *, by, debrief, state, at, answer="", market=None, dealers=(), narrative="", reliability="", validity="",
    keeps_photo=False,
):  # fmt: skip
    """What becomes of a debrief. Used about people on file, it is an entry on their timeline, graded by who
    triages; used about nobody on file, it is news of its market.

    Refused: settled already; used without a market, a grade or words; an answer missing where the officer needs one;
    whatever `log_observation` refuses.
    """
    hold(debrief)
    refuse_settled(debrief)
    if not answer and state in NEEDS_WORDS:
        raise RuleBroken(NEEDS_WORDS[state])
    if state == State.USED:
        use(debrief, by, at, market, dealers, narrative, reliability, validity, keeps_photo)
    debrief.state, debrief.answer, debrief.triaged_by, debrief.triaged_at = state, answer, by, at
    debrief.save()
    return debrief


def refuse_settled(debrief):
    if not debrief.is_waiting:
        became = debrief.get_state_display().lower()
        raise RuleBroken(f"{debrief.triaged_by} settled this on {localdate(debrief.triaged_at):%-d %B}: {became}.")


def use(debrief, by, at, market, dealers, narrative, reliability, validity, keeps_photo):
    if market is None:
        raise RuleBroken("Choose the market whose file it belongs to.")
    debrief.market = market
    if dealers:
        debrief.observation = entry_of(debrief, by, at, market, dealers, narrative, reliability, validity)
    if keeps_photo:
        keep_photo(debrief, by, at, dealers)


def entry_of(debrief, by, at, market, dealers, narrative, reliability, validity):
    if not (narrative and reliability and validity):
        raise RuleBroken("Write what their file should say, and grade the source and the content.")
    return dealing.log_observation(
        by=by, market=market, dealers=dealers, narrative=narrative, reliability=reliability, validity=validity,
        place=debrief.where[:120], seen_at=debrief.seen_at, at=at,
    )  # fmt: skip


def keep_photo(debrief, by, at, dealers):
    """Into the dossier of the one person it shows."""
    if debrief.photo is None:
        raise RuleBroken("No photo came with this debrief.")
    if len(dealers) != 1:
        raise RuleBroken("Name the one person whom the photo shows; or leave it with the debrief.")
    dealing.add_photo(
        by=by, dealer=dealers[0], photo=ContentFile(bytes(debrief.photo)), taken_on=localdate(debrief.seen_at), at=at,
        source=f"Debrief of {debrief.author}", reliability="B", validity="2",
    )  # fmt: skip
