from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.models import Decision

Kind, Attention = Decision.Kind, Decision.Attention


@on_the_record
def decide(
    *, by, item, kind, reason, at, attention=Attention.ENFORCEMENT, patrol_line="", officer_action="",
    expires_on=None, owner=None, liaison=None,
):  # fmt: skip
    """The CRT's word on one point of the agenda; said again, it replaces what was said before in this meeting.

    Refused: a closed meeting; a choice that does not fit (adding what stands, removing what does not); an item that
    would stand without line and action, without liaison, or past its time; a place as support contact.
    """
    hold(item.meeting)
    if not item.meeting.is_open:
        raise RuleBroken("This meeting is closed; decide at the next one.")
    if kind not in item.choices:
        fits = (
            "stands on the sheet: keep, change or remove it"
            if item.is_on_sheet
            else "is not on the sheet: add it or leave it off"
        )
        raise RuleBroken(f"{item} {fits}.")
    stands = kind in Decision.ON_SHEET
    expires_on = expires_on or rules.expires_on(item.meeting.held_on, item.meeting.task_force.item_days)
    if stands:
        check_what_is_printed(item, attention, patrol_line, officer_action, expires_on, liaison)
    prints = stands and attention == Attention.ENFORCEMENT  # a support contact prints the liaison and nothing else
    said = {
        "kind": kind, "attention": attention, "reason": reason, "by": by, "decided_at": at, "owner": owner,
        "patrol_line": patrol_line if prints else "", "officer_action": officer_action if prints else "",
        "expires_on": expires_on if stands else None, "liaison": liaison if stands and not prints else None,
    }  # fmt: skip
    decision, _ = Decision.objects.update_or_create(item=item, defaults=said)
    return decision


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
