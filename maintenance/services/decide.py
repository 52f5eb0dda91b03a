from django.utils.timezone import localtime

from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.models import Decision

Kind, Attention = Decision.Kind, Decision.Attention


@on_the_record
def decide(
    *, by, item, kind, reason, at, attention=Attention.ENFORCEMENT, patrol_line="", officer_action="",
    expires_on=None, owner=None, liaison=None, seen="",
):  # fmt: skip
    """The CRT's word on one point of the agenda; said again, it replaces the word that was `seen` (its version).

    Refused: a closed meeting; a choice that does not fit (adding what stands, removing what does not); an item that
    would stand without line and action, without liaison, or past its time; a place as support contact; one carried
    over that ends before the next sheet; a word on top of one that this officer has not seen.
    """
    hold(item.meeting)
    check_is_open(item.meeting)
    check_kind(item, kind)
    check_seen(item, seen)
    stands = kind in Decision.ON_SHEET
    expires_on = expires_on or rules.expires_on(item.meeting.held_on, item.meeting.task_force.item_days)
    if stands:
        check_what_is_printed(item, attention, patrol_line, officer_action, expires_on, liaison)
    elif kind == Kind.CARRY:
        check_may_wait([item], item.meeting)
    prints = stands and attention == Attention.ENFORCEMENT  # a support contact prints the liaison and nothing else
    said = {
        "kind": kind, "attention": attention, "reason": reason, "by": by, "decided_at": at, "owner": owner,
        "patrol_line": patrol_line if prints else "", "officer_action": officer_action if prints else "",
        "expires_on": expires_on if stands else None, "liaison": liaison if stands and not prints else None,
    }  # fmt: skip
    decision, _ = Decision.objects.update_or_create(item=item, defaults=said)
    return decision


def check_is_open(meeting):
    """Of a held meeting. What its sheet was frozen from can not change under it."""
    if meeting.is_open:
        return
    if sheet := meeting.hot_sheets.defer("contents").first():
        raise RuleBroken(f"This meeting is closed and {sheet} frozen from it; revise the sheet, or decide next time.")
    raise RuleBroken("This meeting is closed; decide at the next one.")


def check_kind(item, kind):
    if kind not in item.choices:
        fits = (
            "stands on the sheet: keep, change or remove it"
            if item.is_on_sheet
            else "is not on the sheet: add it or leave it off"
        )
        raise RuleBroken(f"{item} {fits}.")


def check_seen(item, seen):
    """Two people at one meeting: the second is told what the first said before it is replaced."""
    stands = Decision.objects.filter(item=item).select_related("by").first()
    if stands is None and seen:
        raise RuleBroken(f"What was decided about {item} was taken back meanwhile. Look again, then confirm.")
    if stands and stands.version != seen:
        when = f"{localtime(stands.decided_at):%H:%M}"
        raise RuleBroken(
            f"{stands.by} decided about {item} at {when}: {stands.done}, “{stands.reason}”. "
            "What you typed is kept; confirm again to replace it."
        )


def check_may_wait(items, meeting):
    """Carried over, whatever ends before the next sheet would be gone without a word."""
    for subject in ("dealer", "hot_place"):
        about = [item for item in items if getattr(item, f"{subject}_id")]
        standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=meeting.held_on)
        keys = [getattr(item, f"{subject}_id") for item in about]
        ends = standing.filter(**{f"item__{subject}__in": keys}, expires_on__lt=meeting.sheet_starts_on)
        ending = set(ends.values_list(f"item__{subject}", flat=True))
        if named := [str(item) for item in about if getattr(item, f"{subject}_id") in ending]:
            raise RuleBroken(f"This stands only until the next sheet; keep or remove it now: {', '.join(named)}.")


def check_what_is_printed(item, attention, patrol_line, officer_action, expires_on, liaison):
    held_on, days = item.meeting.held_on, item.meeting.task_force.item_days
    if expires_on < rules.valid_from(item.meeting.week_of):
        raise RuleBroken("It would expire before the sheet takes effect; choose a later day.")
    if expires_on > rules.expires_on(held_on, days):
        raise RuleBroken(f"An item stands for at most {days} days unless it is justified again; choose an earlier day.")
    if attention == Attention.SUPPORT:
        if item.hot_place:
            raise RuleBroken("Only a person can be a support contact.")
        if liaison is None:
            raise RuleBroken("Name the liaison whom officers call.")
        if not User.objects.may_be_liaison().contains(liaison):
            raise RuleBroken(f"{liaison} can not be a liaison; name somebody of the police side who has a phone.")
    elif not (patrol_line and officer_action):
        raise RuleBroken("Write the line for patrol and what an officer should do.")
    elif item.hot_place and len(officer_action) > rules.PLACE_ACTION:
        raise RuleBroken(f"For a place the action has at most {rules.PLACE_ACTION} characters.")
