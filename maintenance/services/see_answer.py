from django.http import Http404

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def see_answer(*, by, debrief, at):
    """The author has read what became of his debrief. Refused: nobody answered yet. Twice changes nothing."""
    if debrief.author_id != by.pk:
        raise Http404
    if debrief.is_waiting:
        raise RuleBroken("Nobody has answered yet; it waits for the analyst.")
    debrief.answer_seen_at = debrief.answer_seen_at or at
    debrief.save(update_fields=["answer_seen_at"])
    return debrief
