from datetime import timedelta

from django.utils.timezone import localdate

from dealers.guards import check_in_the_open
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.hot_sheet.bulletin import bulletin
from maintenance.models import HotSheet


@on_the_record
def issue_flash(*, by, task_force, headline, text, action, source, until, at, dealer=None):
    """One page for officers' safety at any hour, frozen; somebody else approves it, and it stands beside the sheet.

    Refused: a day that is past or more than a week away, somebody who is not on file or kept apart, an issuer
    without a phone.
    """
    today = localdate(at)
    if not today <= until <= rules.flash_until(today):
        raise RuleBroken(f"A bulletin stands for at most {rules.FLASH_DAYS} days; longer belongs on the week's sheet.")
    if dealer and not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is a draft; the predicate must be approved first.")
    if dealer:
        check_in_the_open(dealer)
    if not by.phone:
        raise RuleBroken("Officers call whoever issues a bulletin; have your phone entered first.")
    hold(task_force)  # two at once: the second counts the first
    number = next_number(task_force, today)
    snapshot = bulletin(
        by=by, task_force=task_force, number=number, on=today, until=until, frozen_at=at, dealer=dealer,
        headline=headline, text=text, action=action, source=source,
    )  # fmt: skip
    return HotSheet.objects.create(
        task_force=task_force, kind=HotSheet.Kind.FLASH, valid_from=today, valid_until=until, revision=number,
        why=headline, contents=snapshot.to_json(), contents_sha256=snapshot.sha256(), recorder=by, frozen_at=at,
    )  # fmt: skip


def next_number(task_force, today):
    """Bulletins are counted by the week: officers say 2026-W48 flash 2."""
    monday = rules.week_of(today)
    days = (monday, monday + timedelta(days=6))
    last = HotSheet.objects.flashes().filter(task_force=task_force, valid_from__range=days).order_by("revision").last()
    return last.revision + 1 if last else 1
