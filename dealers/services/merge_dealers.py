from dealers import merging
from dealers.models import Dealer, Merge
from dealers.models.kinds import PERSON
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def merge_dealers(*, by, dealer, other, because, at, seen="", seen_other="", **sides):
    """`other` goes up in `dealer`: for each field of PERSON the side that stands, "kept" or "other".

    `seen` and `seen_other` are the versions that were compared, where somebody compared them. Returns the Merge.
    Refused: one record with itself; one of them merged already; a draft kept in place of a record on
    file; one's own draft; a part in a market that the officer does not work; a field of either corrected since it was
    compared; a juvenile's record with another; no reason.
    """
    hold_both(dealer, other)
    refuse(by, dealer, other)
    for record, version in ((dealer, seen), (other, seen_other)):
        if version:
            check_unchanged(record, version, PERSON)
    lines = {line.name: line for line in merging.side_by_side(dealer, other)}
    changed = [name for name, line in lines.items() if line.differs and (sides.get(name) or line.side) == "other"]
    before = merging.written(dealer, [*changed, "known_as"])
    for name in changed:
        setattr(dealer, name, getattr(other, name))
    if {"last_name", "first_name", "suffix"} & set(changed):
        dealer.rename(dealer.known_as.strip("“”"))
    dealer.save()
    merge = Merge.objects.create(
        kept=dealer,
        other=other,
        because=because,
        kept_before=before,
        other_before=merging.written(other, ["status"]),
        by=by,
        at=at,
    )
    other.status, other.merged_into = Dealer.Status.MERGED, dealer
    other.save()
    merge.moved = {share.relation.label: share.moved for share in merging.carry(other, dealer) if share.moved}
    merge.save()
    return merge


def hold_both(dealer, other):
    """Always in the same order, so that two people merging the same two wait for each other."""
    for record in sorted((dealer, other), key=lambda each: each.pk):
        hold(record)


def refuse(by, dealer, other):
    if dealer.pk == other.pk:
        raise RuleBroken("Merge two different records.")
    for record in (dealer, other):
        if record.merged_into_id:
            raise RuleBroken(f"{record.reference} was merged into {record.merged_into.reference} meanwhile; open that.")
    if Dealer.objects.filter(pk__in=[dealer.pk, other.pk]).begun_as_juveniles().count() == 1:
        raise RuleBroken("One of these was begun while the person was a juvenile: it stays a record of its own.")
    if other.is_on_file and not dealer.is_on_file:
        raise RuleBroken(f"Keep {other.reference}: it is on file, and {dealer.reference} is a draft.")
    if other.logged_by_id == by.pk and not other.is_on_file:
        raise RuleBroken(f"You logged {other.reference}; another supervisor merges your draft, as another approves it.")
    if merging.crosses_markets(dealer, other, by):
        raise RuleBroken("One of them has a part in a market you do not work; a supervisor who works it merges them.")
