"""What the services of custom notifications refuse alike."""

from callins.letters import bars
from dmi.errors import RuleBroken


def check_open(notification):
    if not notification.is_open:
        raise RuleBroken(
            f"{notification} is {notification.get_state_display().lower()}; nothing more is changed on it."
        )


def check_may_go(notification, today):
    """Before the letter is written and before the words are said."""
    check_open(notification)
    check_approved(notification, today)
    refuse_barred(notification.dealer)


def check_approved(notification, today):
    if not notification.approved_at:
        raise RuleBroken("No prosecutor has approved the legal exposure yet.")
    if not notification.is_approved_on(today):
        raise RuleBroken(
            f"The approval of the legal exposure ended on {notification.approved_until:%-d %b %Y}; a prosecutor looks "
            "at it anew."
        )


def refuse_barred(dealer):
    if why_not := list(bars.of_dealer(dealer)):
        raise RuleBroken(f"{dealer}: {' '.join(why_not)}")


def refuse_officer(officer):
    """Who goes has to find the notification, and enter how it went."""
    if not officer.has_perm("callins.deliver_notification"):
        raise RuleBroken(f"{officer} brings no notifications here; choose an investigator, a supervisor or a liaison.")
