from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def change_agreement(*, by, agreement, seen, covers, until):
    """What it covers, and its last day: that is how an agreement ends. `seen`: the version the form was filled from.

    Refused: changed meanwhile; an end before the last day on which something was given under it, or before it was
    signed (by constraint).
    """
    hold(agreement)
    check_unchanged(agreement, seen, agreement.CORRECTED)
    last = agreement.given.order_by("-given_on").values_list("given_on", flat=True).first()
    if until and last and until < last:
        raise RuleBroken(f"Something was given under it on {last:%-d %B %Y}; it ends no earlier.")
    agreement.covers, agreement.until = covers, until
    agreement.save()
    return agreement
