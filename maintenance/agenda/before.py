"""What the meetings before said about a person or a place, as a reason to talk again."""

from django.utils.timezone import localdate

from maintenance.agenda.pressing import Press, Reason
from maintenance.models import AgendaItem, Decision, RevisedCard


def decisions_about(subject, meeting):
    """The decision that keeps each person or place on this week's sheet, by its key."""
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=meeting.held_on).select_related("item")
    return {getattr(decision.item, f"{subject}_id"): decision for decision in standing}


def why_it_stands(decision, starts_on):
    if decision is None:
        return []
    if decision.expires_on < starts_on:
        return [Reason(Press.ENDS, f"Expires {decision.expires_on:%a %-d %b}, before the next sheet")]
    return [Reason(Press.STANDS, f"On the sheet, until {decision.expires_on:%a %-d %b}")]


def put_off(subject, before):
    """Why the meeting before did not say a word, by the key of whom or what it was about."""
    if before is None:
        return {}
    items = AgendaItem.objects.of_meeting(before).put_off().exclude(**{subject: None}).select_related("decision")
    return {
        getattr(item, f"{subject}_id"): [Reason(Press.PUT_OFF, why_put_off(item, before))] for item in items
    }  # fmt: skip


def why_put_off(item, before):
    word = "Carried over" if item.is_decided else "Left over"
    return f"{word} from {before.held_on:%a %-d %b}"


def revised_since(before):
    """What revisions of the last sheet said of whom, by dealer: the table says it too, or takes it back."""
    if before is None:
        return {}
    words = RevisedCard.objects.that_count().filter(sheet__meeting=before).select_related("sheet")
    return {word.dealer_id: [Reason(Press.EVENT, why_revised(word))] for word in words.order_by("sheet__revision")}


def why_revised(word):
    return f"{word.get_what_display()}: revision {word.sheet.revision} of {localdate(word.sheet.frozen_at):%a %-d %b}"


def point(meeting, reasons, *, section, decision, **subject):
    """An unsaved point of the agenda with its reasons: (item, reasons)."""
    item = AgendaItem(
        meeting=meeting, reasons=[reason.words for reason in reasons], section=section,
        is_on_sheet=decision is not None, position=0, **subject,
    )  # fmt: skip
    return item, reasons


def counted(number, one, many):
    return f"{number} {one if number == 1 else many}"
