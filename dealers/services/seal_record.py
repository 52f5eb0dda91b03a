from dealers.models import RecordSeal
from dmi.audit.trail import hold, on_the_record


@on_the_record
def seal_record(*, by, dealer, ground, because, at):
    """The record is hidden at once from all but those who may read sealed records, and from every sheet to come.

    What is printed stays printed: of an edition in force a revision takes the card. Refused: a record that is sealed.
    """
    hold(dealer)
    return RecordSeal.objects.create(dealer=dealer, ground=ground, because=because, by=by, at=at)
