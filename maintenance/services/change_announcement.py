from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from maintenance.services.announcing import check_unpublished, check_words


@on_the_record
def change_announcement(*, by, announcement, seen, kind, audience, title, text, hot_place=None):
    """Other words, and with them the approval falls. `seen` is the version that the form was filled from.

    Refused: once it is published; changed meanwhile; what write_announcement refuses.
    """
    hold(announcement)
    check_unpublished(announcement)
    check_unchanged(announcement, seen, announcement.CORRECTED)
    check_words(by, announcement.market, kind, hot_place, audience, title, text)
    announcement.kind, announcement.audience = kind, audience
    announcement.title, announcement.text, announcement.hot_place = title, text, hot_place
    announcement.approved_by = announcement.approved_at = None
    announcement.save()
    return announcement
