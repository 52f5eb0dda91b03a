from django.utils.timezone import localtime

from callins import evening
from callins.models import EvidenceShown
from callins.services.attending import ARRIVED, check_stands
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def show_evidence(*, by, invitation, what, at):
    """That something of the case was shown to this person on the evening, and what; the case keeps its copy.

    Refused: before the evening, to somebody who was not there, the same twice.
    """
    hold(invitation)
    check_stands(invitation)
    call_in = invitation.call_in
    starts_at = localtime(call_in.starts_at)
    if localtime(at) < starts_at - evening.DOORS:
        raise RuleBroken(f"This call-in is on {starts_at:%-d %B %Y}; nothing was shown to anybody yet.")
    if invitation.outcome != ARRIVED:
        raise RuleBroken(f"{invitation.dealer} is not entered as here; record the arrival first.")
    if invitation.evidence_shown.filter(what__iexact=what).exists():
        raise RuleBroken(f"“{what}” is entered already.")
    return EvidenceShown.objects.create(invitation=invitation, what=what, by=by, at=at)
