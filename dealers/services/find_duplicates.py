from dealers import search
from dealers.models import Pointer
from dmi.audit.trail import on_the_record


@on_the_record
def find_duplicates(*, by, dealer, at):
    """Who may be on file already, where this officer can not see it: he is told whom to call, the owner that he asked.

    Once for each record and officer. Nothing else of the record is told (28 CFR 23.20: need to know).
    """
    point_out(dealer, by=by, at=at)
    return dealer


def point_out(dealer, *, by, at):
    for record in search.pointed_to(dealer, by):
        Pointer.objects.get_or_create(dealer=record, given_to=by, defaults={"at": at})
