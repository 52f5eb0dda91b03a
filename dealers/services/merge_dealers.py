from dealers import merging
from dealers.models import Dealer, Merge
from dealers.models.kinds import PERSON
from dmi.audit.trail import hold_each, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def merge_dealers(*, by, dealer, other, because, at, seen="", seen_other="", **sides):
    """`other` goes up in `dealer`: for each field of PERSON the side that stands, "kept" or "other".

    `seen` and `seen_other` are the versions that were compared, where somebody compared them. Returns the Merge.
    Refused: one record with itself; one of them merged already; a draft kept in place of a record on
    file; one's own draft; a part in a market that the officer does not work; a field of either corrected since it was
    compared; a juvenile's record with another, or the later of two juveniles' kept; two sealed ones; no reason.
    """
    hold_each([dealer, other])
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


def refuse(by, dealer, other):
    if dealer.pk == other.pk:
        raise RuleBroken("Merge two different records.")
    for record in (dealer, other):
        if record.merged_into_id:
            raise RuleBroken(f"{record.reference} was merged into {record.merged_into.reference} meanwhile; open that.")
    refuse_apart(dealer, other)
    if other.is_on_file and not dealer.is_on_file:
        raise RuleBroken(f"Keep {other.reference}: it is on file, and {dealer.reference} is a draft.")
    if other.logged_by_id == by.pk and not other.is_on_file:
        raise RuleBroken(f"You logged {other.reference}; another supervisor merges your draft, as another approves it.")
    if merging.crosses_markets(dealer, other, by):
        raise RuleBroken("One of them has a part in a market you do not work; a supervisor who works it merges them.")


def refuse_apart(dealer, other):
    """What is kept apart stays so: the merged record is open as soon as the kept one is.

    The earlier of two juveniles' is kept, whichever birthday is chosen: under the line later is under it then too.
    """
    both = Dealer.objects.filter(pk__in=[dealer.pk, other.pk])
    if both.sealed().count() == 2:
        raise RuleBroken(
            "Both records are sealed, each on a ground of its own, and one record has one seal. End one of the two "
            "seals first, or leave them two records."
        )
    juveniles = both.begun_as_juveniles().count()
    if juveniles == 1:
        raise RuleBroken("One of these was begun while the person was a juvenile: it stays a record of its own.")
    if juveniles == 2 and other.logged_at < dealer.logged_at:
        raise RuleBroken(f"Keep {other.reference}: it was begun first, and its day says that it is a juvenile’s.")
