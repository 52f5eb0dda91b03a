from dealers import merging
from dealers.services.facts import name_anew
from dmi.audit.trail import hold, hold_each, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def undo_merge(*, by, merge, at):
    """Both records stand again as they were; what was entered or changed since stays with the kept one.

    Refused: undone already; the kept record was itself merged since, or was sealed or put on legal hold since, which
    would leave the other one open to readers or to a removal.
    """
    kept, other = merge.kept, merge.other
    hold_each([kept, other])  # before the merge: a removal takes that row along with one of the two
    hold(merge)
    if merge.undone_at:
        raise RuleBroken(f"This merge was undone already, by {merge.undone_by}.")
    if kept.merged_into_id:
        raise RuleBroken(f"{kept.reference} was itself merged into {kept.merged_into.reference}; undo that first.")
    refuse_kept_since(kept, merge.at)
    other.status, other.merged_into = merge.other_before["status"], None
    other.save()
    give_back(kept, other, merge.kept_before)
    merging.carry_back(merge.moved, kept, other)
    name_anew(kept)
    merge.undone_by, merge.undone_at = by, at
    merge.save()
    return merge


def refuse_kept_since(kept, merged_at):
    """A hold or a seal from before the merge goes back with its record; a later one is meant for both."""
    for standing in (kept.legal_holds.standing(), kept.record_seals.standing()):
        if standing.set_after(merged_at).exists():
            raise RuleBroken(f"{kept.reference} was sealed or put on legal hold since, with both in it; end that.")


def give_back(kept, other, before):
    """Each field that the merge took from the other record, unless somebody corrected it since."""
    for name in before:
        if name != "known_as" and getattr(kept, name) == getattr(other, name):
            setattr(kept, name, merging.read(name, before[name]))
    kept.known_as = before["known_as"]  # `name_anew` keeps it as long as it holds
