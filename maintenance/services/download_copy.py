from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance.hot_sheet.withheld import why_withheld


@on_the_record
def download_copy(*, by, copy, at):
    """Register that this copy leaves; the line is committed before the bytes.

    Refused: not published, recalled, superseded, expired, an officer who left the roster.
    """
    if because := why_withheld(copy, localdate(at)):
        raise RuleBroken(because)
    copy.downloads = F("downloads") + 1
    copy.downloaded_at = Coalesce("downloaded_at", at)  # the first stands, also of two at once
    copy.save(update_fields=["downloads", "downloaded_at"])
    copy.refresh_from_db(fields=["downloads", "downloaded_at"])
    return copy
