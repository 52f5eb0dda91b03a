from dealers.models import Dealer
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def return_draft(*, by, dealer, because):
    """Back to its author with a note. Refused: on file already, or returned already."""
    hold(dealer)
    if dealer.status != Dealer.Status.DRAFT:
        raise RuleBroken(f"{dealer} is {dealer.get_status_display().lower()} already; only a draft is returned.")
    dealer.status, dealer.returned_because = Dealer.Status.RETURNED, because
    dealer.save()
    return dealer
