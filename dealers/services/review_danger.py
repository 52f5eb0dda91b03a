from django.http import Http404

from dealers.models import Pointer
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def review_danger(*, by, pointer, at):
    """A supervisor of the record has read why grave cautions were shown. Refused: one's own, not asked, reviewed."""
    hold(pointer)
    if not Pointer.objects.about_visible(by).filter(pk=pointer.pk).exists():
        raise Http404
    if not pointer.danger_at or pointer.reviewed_at:
        raise RuleBroken("There is nothing to review here.")
    if pointer.given_to == by:
        raise RuleBroken("Another supervisor reviews what you asked yourself.")
    pointer.reviewed_by, pointer.reviewed_at = by, at
    pointer.save()
    return pointer
