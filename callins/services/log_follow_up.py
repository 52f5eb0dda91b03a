from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins import rules
from callins.models import FollowUp, FollowUpAttempt
from callins.services.following import check_day, check_held
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_follow_up(*, by, follow_up, is_reached, tried_at, note="", at):
    """Somebody called or went. Reached, the contact is made; not reached, it stays open until the third day on which
    it was tried in vain (callins.rules), and then the next one stands. Reached late, it ends what is overdue besides.

    Refused: a contact that is made or given up already, a moment to come, before the call-in or weeks before its time.
    """
    hold(follow_up)
    check_open(follow_up)
    check_held(follow_up.invitation)
    check_tried(follow_up, tried_at, at)
    FollowUpAttempt.objects.create(
        follow_up=follow_up, is_reached=is_reached, tried_at=tried_at, note=note, by=by, at=at
    )
    if is_reached or rules.is_given_up(follow_up.days_tried):
        follow_up.done_at, follow_up.is_reached, follow_up.note = tried_at, is_reached, note
        follow_up.save()
    if is_reached:
        end_overdue(follow_up, tried_at)
    return follow_up


def end_overdue(follow_up, reached_at):
    """Who is reached at last owes no visit of last month; that it was not made in its time stays on record."""
    late = FollowUp.objects.of(follow_up.invitation).overdue(localdate(reached_at))
    late.update(done_at=reached_at, is_reached=False, note="Reached only with a later contact.")


def check_open(follow_up):
    if not follow_up.is_open:
        what = "was made" if follow_up.is_reached else "was given up after three days"
        raise RuleBroken(
            f"This contact {what} on {localdate(follow_up.done_at):%-d %B %Y}; log the next one when you speak again."
        )


def check_tried(follow_up, tried_at, at):
    if tried_at > at:
        raise ValidationError({"tried_at": "This is still to come; enter what has happened."})
    day = localdate(tried_at)
    check_day("tried_at", day, follow_up.invitation, at)
    if day < follow_up.counts_from:
        said = follow_up.get_kind_display()
        first = f"{follow_up.counts_from:%-d %B %Y}"
        raise ValidationError({"tried_at": f"“{said}” is due on {follow_up.due_on:%-d %B %Y} and counts from {first}."})
