from django.db.models import Max

from dealers.guards import check_in_the_open
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import AgendaItem, Decision


@on_the_record
def put_on_agenda(*, by, meeting, dealer=None, hot_place=None):
    """A person or a place that was not proposed.

    Refused: a closed meeting, a draft, a record kept apart, anything on the agenda already.
    """
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed; put it on the agenda of the next one.")
    if dealer and not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is a draft; the predicate must be approved first.")
    if dealer:
        check_in_the_open(dealer)
    subject = "dealer" if dealer else "hot_place"
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=meeting.held_on)
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    return AgendaItem.objects.create(
        meeting=meeting, dealer=dealer, hot_place=hot_place, reasons=[f"Put on the agenda by {by}"], position=last + 1,
        is_on_sheet=standing.filter(**{f"item__{subject}": dealer or hot_place}).exists(),
        section=AgendaItem.Section.NEW if dealer else AgendaItem.Section.PLACE,
    )  # fmt: skip
