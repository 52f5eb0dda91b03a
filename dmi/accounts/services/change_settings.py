from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from dmi.audit.told import security_officers
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken

# When the CRT meets, and what follows from it, is changed with its calendar (maintenance.change_cadence).
SETTINGS = (
    "name", "time_zone", "home_state", "draft_days", "tip_days", "search_days", "backup_days", "idle_days",
    "condition_days", "capacity_days", "capacity_kinds", "overdoses", "overdose_hours", "fewest_support_names",
    "juvenile_until", "youthful_until", "juvenile_statute",
)  # fmt: skip
LONGEST_IDLE = 90  # CJIS Security Policy AC-2(3)
SHORTEST_SEARCHES = 365  # as long as the trail itself is kept at least (CJIS Security Policy AU-11)

MOVED = """\
The age until which a record is a juvenile's, and kept apart, was moved from {before} to {after} years by badge {badge}.
{what}

Who did what stands on the trail: {address}
If you did not know of it, ask today.
"""
OPENED = "What was kept apart between the two ages is open to everybody who works its market."
CLOSED = "More records are kept apart than before."


@on_the_record
def change_settings(*, by, task_force, seen=None, **said):
    """What the task force set for itself; what is left out stays. `seen`: the version that a form was filled from.

    The security officers are written to when the line of age moves, for records open or close by it at once.
    Refused: changed meanwhile, a zone that is none, days beyond what the policies allow, ages in the wrong order.
    """
    hold(task_force)
    before = task_force.juvenile_until
    if seen is not None:
        check_unchanged(task_force, seen, SETTINGS)
    for name in SETTINGS:
        setattr(task_force, name, said.pop(name, getattr(task_force, name)))
    if said:
        raise TypeError(f"No setting of this page: {', '.join(said)}")
    check_days(task_force)
    task_force.full_clean()
    task_force.save(update_fields=SETTINGS)
    if task_force.juvenile_until != before:
        transaction.on_commit(partial(tell, before, task_force.juvenile_until, by.badge), robust=True)
    return task_force


def tell(before, after, badge):
    """Why the line is not kept record by record instead: docs/decisions/0038-apart-by-the-day-of-the-entry.md."""
    address = f"{settings.SITE_URL}{reverse('audit:view_trail')}"
    what = OPENED if after < before else CLOSED
    words = MOVED.format(before=before, after=after, badge=badge, what=what, address=address)
    send_mail("The line of age for juveniles was moved", words, None, security_officers())


def check_days(task_force):
    if not 1 <= task_force.idle_days <= LONGEST_IDLE:
        raise RuleBroken(f"An account is disabled after {LONGEST_IDLE} idle days at the latest (CJIS AC-2).")
    if task_force.search_days < SHORTEST_SEARCHES:
        raise RuleBroken("The words of a search are kept for a year at least, as the trail is (CJIS AU-11).")
    if task_force.youthful_until < task_force.juvenile_until:
        raise RuleBroken("Who is no youthful offender any more is no juvenile either: the second age is the higher.")
