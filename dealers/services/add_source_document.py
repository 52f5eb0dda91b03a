from dealers.models import Dealer, SourceDocument
from dmi.audit.trail import hold, on_the_record


@on_the_record
def add_source_document(*, by, dealer, reference, at):
    """A report the predicate rests on; a returned draft goes back to the supervisor. Refused: one named twice."""
    hold(dealer)
    SourceDocument.objects.create(predicate=dealer.predicate, reference=reference, added_by=by, added_at=at)
    if dealer.status == Dealer.Status.RETURNED:
        dealer.status, dealer.returned_because = Dealer.Status.DRAFT, ""
        dealer.save()
    return dealer
