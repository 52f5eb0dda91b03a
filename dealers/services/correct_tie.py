from django.http import Http404
from django.utils.timezone import localdate

from dealers.services.facts import check_day
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_tie(
    *, by, dealer, tie, seen, kind, strength, seen_on, basis, reliability, validity, at, goes_from_a=None,
    first_seen_on=None,
):  # fmt: skip
    """How two belong together, as now known; a direction counts where the kind has one. Who is tied stays.

    Who logged it and when stays too, as of an entry: the timeline and the week's count go by it. Its history keeps
    what stood there, and who corrected it. `seen` is the version that the form was filled from. Refused: changed or
    withdrawn meanwhile, a day to come, a kind in which these two are tied already or that wants a direction (by
    constraint).
    """
    hold(tie)
    check_ties(tie, dealer)
    check_unchanged(tie, seen, tie.CORRECTED)
    check_day("seen_on", seen_on, at, "The day")
    tie.kind, tie.goes_from_a = kind, goes_from_a if kind in tie.DIRECTED else None
    tie.strength, tie.basis = strength, basis
    tie.first_seen_on, tie.seen_on = first_seen_on, seen_on
    tie.reliability, tie.validity = reliability, validity
    tie.save()
    return tie


def check_ties(tie, dealer):
    """The tie stands, and this dealer is one of the two."""
    if dealer.pk not in (tie.a_id, tie.b_id):
        raise Http404
    if tie.withdrawn_at:
        raise RuleBroken(
            f"This tie was withdrawn on {localdate(tie.withdrawn_at):%-d %B %Y}: “{tie.withdrawn_because}” "
            "Log it anew if it holds after all."
        )
