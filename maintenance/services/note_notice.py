from dmi.audit.trail import on_the_record
from maintenance.models import Notice


@on_the_record
def note_notice(*, by, copy, kind, at):
    """A mail about this copy has left. Refused: the same notice twice, by constraint."""
    return Notice.objects.create(copy=copy, kind=kind, sent_at=at)
