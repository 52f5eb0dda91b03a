from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_copy(*, by, copy, at):
    """Register that this copy leaves; the line is committed before the bytes. Refused: not published, or expired."""
    if not copy.sheet.is_published:
        raise RuleBroken(f"{copy.sheet} is not published.")
    if copy.is_expired(localdate(at)):
        raise RuleBroken(f"This sheet expired on {copy.sheet.valid_until:%a %-d %b %Y}; open the one in force.")
    copy.downloads = F("downloads") + 1
    copy.downloaded_at = Coalesce("downloaded_at", at)  # the first stands, also of two at once
    copy.save(update_fields=["downloads", "downloaded_at"])
    copy.refresh_from_db(fields=["downloads", "downloaded_at"])
    return copy
