from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance.hot_sheet.withheld import why_withheld


@on_the_record
def open_copy(*, by, copy, at):
    """Register that this copy is shown on a screen; the line is committed before the page is made.

    Refused: not published, recalled, superseded, expired, an officer who left the roster.
    """
    if because := why_withheld(copy, localdate(at)):
        raise RuleBroken(because)
    copy.opened_at = Coalesce("opened_at", at)  # the first stands, also of two at once
    copy.save(update_fields=["opened_at"])
    copy.refresh_from_db(fields=["opened_at"])
    return copy
