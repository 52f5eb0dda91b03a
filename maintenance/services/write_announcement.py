from dmi.audit.trail import on_the_record
from maintenance.models import Announcement
from maintenance.services.announcing import check_words


@on_the_record
def write_announcement(*, by, market, kind, audience, title, text, hot_place=None, at):
    """A word in public against the idea that the town provides a haven [CS]; a draft until somebody else approves it.

    Refused: a flyer without its place, and whatever names somebody on file.
    """
    check_words(by, market, kind, hot_place, audience, title, text)
    return Announcement.objects.create(
        market=market, kind=kind, audience=audience, title=title, text=text, hot_place=hot_place, by=by, at=at
    )
