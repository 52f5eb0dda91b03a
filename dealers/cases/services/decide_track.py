from django.utils.timezone import localdate

from dealers.cases import track, tracks
from dealers.cases.models import TrackDecision
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

NEEDS_REASON = "Say why: this is not what the rule proposes."


@on_the_record
def decide_track(*, by, dealer, decided, at, because=""):
    """The supervisor's half: which way somebody goes, beside what the rule proposes; the prosecutor's half follows.

    Refused: no facts stated, a decision that still stands, undecided as a decision, another way than the proposed one
    or a call-in in spite of a bar without a reason.
    """
    hold(dealer)
    standing = tracks.of_dealer(dealer, localdate(at))
    refuse(standing, decided, because)
    if standing.decision:
        reopen(standing.decision, because=standing.open_again, at=at)
    return TrackDecision.objects.create(
        dealer=dealer, proposed=standing.proposal.track, proposed_because=standing.proposal.reason, decided=decided,
        supervisor=by, supervisor_because=because, supervisor_at=at,
    )  # fmt: skip


def refuse(standing, decided, because):
    if standing.stated is None:
        raise RuleBroken("State the facts first: the rule proposes from them.")
    if standing.decision and not standing.open_again:
        raise RuleBroken("A decision stands already; re-open it first, with the reason.")
    if decided == track.Track.UNDECIDED:
        raise RuleBroken("Choose federal court, state court or the call-in; as long as nobody does, it is undecided.")
    bars = standing.proposal.bars
    if track.overrides_a_bar(decided, bars) and not because:
        raise RuleBroken(f"{' and '.join(bars).capitalize()} bars the call-in; say why it is offered all the same.")
    if decided != standing.proposal.track and not because:
        raise RuleBroken(NEEDS_REASON)


def reopen(decision, *, because, at):
    decision.reopened_at, decision.reopened_because = at, because
    decision.save(update_fields=["reopened_at", "reopened_because"])
