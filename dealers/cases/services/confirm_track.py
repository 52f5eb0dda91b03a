from django.utils.timezone import localdate

from dealers.cases import track, tracks
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def confirm_track(*, by, decision, at, because=""):
    """The prosecutor's half: now the decision stands.

    Refused: one's own, one that is confirmed or re-opened, one that new facts overtook, a call-in in spite of a bar
    without the prosecutor's own reason.
    """
    hold(decision.dealer)
    decision.refresh_from_db()
    if decision.supervisor_id == by.pk:
        raise RuleBroken("You decided this as supervisor; another person confirms it.")
    if decision.is_final:
        raise RuleBroken(f"{decision.prosecutor} confirmed this on {localdate(decision.prosecutor_at):%-d %b %Y}.")
    standing = tracks.of_dealer(decision.dealer, localdate(at))
    if decision.reopened_at or standing.open_again:
        raise RuleBroken(f"This is open again: {standing.open_again or decision.reopened_because}. Decide anew first.")
    if track.overrides_a_bar(decision.decided, standing.proposal.bars) and not because:
        raise RuleBroken("Something bars the call-in; give your own reason for offering it all the same.")
    decision.prosecutor, decision.prosecutor_because, decision.prosecutor_at = by, because, at
    decision.save(update_fields=["prosecutor", "prosecutor_because", "prosecutor_at"])
    return decision
