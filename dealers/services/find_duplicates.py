from dealers import search
from dealers.models import Pointer
from dmi.audit.trail import on_the_record


@on_the_record
def find_duplicates(*, by, dealer, at):
    """Who may be on file already, where this officer can not see it: he is told whom to call, the owner that he asked.

    Once for each of his records that leads there. Nothing else of the record is told (28 CFR 23.20: need to know).
    """
    point_out(dealer, by=by, at=at)
    return dealer


def point_out(dealer, *, by, at):
    """The owner hears of every record that asked anew: who tries facts until one fits does not try them unseen."""
    for record in search.pointed_to(dealer, by):
        pointer, _ = Pointer.objects.get_or_create(dealer=record, given_to=by, defaults={"at": at})
        if not pointer.asked_with.contains(dealer):
            pointer.asked_with.add(dealer)
            pointer.at, pointer.seen_at = at, None
            pointer.save()
