from django.utils.timezone import localdate

from callins.letters.facts import composed, of_notification, signed_by
from callins.services.notifying import check_may_go
from callins.services.writing import begun, current_words
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later


@on_the_record
def ask_for_notification_letter(
    *, by, notification, language, is_large, signed_by_chief, signed_by_community, at
):  # fmt: skip
    """The letter that goes with a custom notification: filled in and frozen now, printed by the worker.

    Refused: an exposure that no prosecutor approved within 90 days; a warrant, or custody; a field for which there is
    nothing to say; a notification that is over.
    """
    hold(notification)
    check_may_go(notification, localdate(at))
    signed = signed_by(signed_by_chief, signed_by_community)
    letter = begun(
        current_words("notification", language), signed, at, by=by, notification=notification, is_large=is_large
    )
    letter.text = composed(letter.template, notification.dealer, of_notification(notification, signed))
    letter.save()
    later("callins.make_letter", letter=str(letter.pk))
    return letter
