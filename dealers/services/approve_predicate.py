from django.utils.timezone import localdate

from dealers.models import Dealer
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def approve_predicate(*, by, dealer, is_lawfully_acquired, at):
    """The draft goes on file: search, network and the CRT agenda know the name from now on (28 CFR 23.20(c)).

    Refused: on file already, no source document, facts not lawfully acquired, approval by the author.
    """
    hold(dealer)
    if dealer.is_on_file:
        raise RuleBroken(f"{dealer} is on file already, approved by {dealer.approved_by}.")
    if dealer.logged_by_id == by.pk:
        raise RuleBroken("You logged this dealer; another supervisor approves the predicate.")
    if not dealer.predicate.source_documents.exists():
        raise RuleBroken(
            "Approval needs a source document; return the draft to its author, or add the report's number."
        )
    if not is_lawfully_acquired:
        raise RuleBroken("Confirm that the facts were lawfully acquired; else return the draft.")
    dealer.predicate.is_lawfully_acquired = True
    dealer.predicate.save()
    dealer.status, dealer.returned_because = Dealer.Status.ON_FILE, ""
    dealer.approved_by, dealer.approved_at, dealer.validated_on = by, at, localdate(at)
    dealer.save()
    return dealer
