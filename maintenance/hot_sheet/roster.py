"""Who gets the hot sheet, shift by shift, and who of them has not read it."""

from django.db.models import Count, Q

from dmi.accounts.models import User
from maintenance.models import Copy, HotSheet


def by_shift(officers):
    """Shift by shift as roll call goes; who is off the roster comes last."""
    return officers.select_related("agency").order_by("-is_sworn", "shift", "full_name")


def shifts_of(officers):
    """Each shift's name, how many of it are on the roster and how many are not."""
    counted = officers.order_by("shift").values("shift")
    shifts = counted.annotate(on=Count("pk", filter=Q(is_sworn=True)), off=Count("pk", filter=Q(is_sworn=False)))
    return sorted(shifts, key=lambda row: not row["shift"])  # who is on none comes last


def unread(officer, day):
    """Copies of what is in force that nobody acknowledged, of those still on the roster; the oldest edition first."""
    copies = Copy.objects.overseen_by(officer).filter_sheets(HotSheet.objects.out_on(day))
    unread = copies.on_the_roster().unread()
    return unread.with_issue().with_sheet().prefetch_related("notices").order_by("out_at", "officer__full_name", "pk")


def short_of_copies(day):
    """Editions that somebody on the roster has no copy of: he came onto it since."""
    for sheet in HotSheet.objects.out_on(day).defer("contents"):
        if User.objects.on_the_roster().exclude(pk__in=sheet.copies.values("officer")).exists():
            yield sheet
