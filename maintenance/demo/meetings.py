"""The demo's eight past meetings: who sat there, what was decided (`meetings.toml`), the sheets, who read them.

The sheet in force waits approved, for the worker to build; the seven before it were printed in their weeks.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from dealers.demo import known
from dmi.accounts.demo import ACCOUNTS, officer, roster
from dmi.accounts.models import TaskForce, User
from dmi.diary import Act
from maintenance import services
from maintenance.hot_sheet.press import printed
from maintenance.models import Action, AgendaItem, Copy, Decision, HotSheet, Meeting
from markets.demo import WEST_END, place

HERE = Path(__file__).parent
RECORDER, APPROVER = "sal", "sue"
LAST = -1  # last week's meeting makes the sheet of this week
AT_THE_TABLE = ("sal", "ray", "ana", "117", "118", "121", "143", "dee", "pru", "cora")
GUESTS = (("Rev. Alma Teague", "West End Clergy"), ("Ines Morrow", "Probation and Parole"))
SWORN = [account.badge for account in (*ACCOUNTS, *roster()) if account.is_sworn]

SEEN_AGAIN = ("Seen again, nothing new.", "Still stands by this week's entries.", "As before; officers asked to go on.")
QUIET = ("Quiet, but one week is no reason.", "No new entry; stands for another week.", "Not seen, not gone.")
STILL_USED = ("Stands for another week.", "Patrol asks that it stand.", "No word from the owner; stands.")
STILL_HELPED = ("The liaison asks that it stand.",)
LEFT_OFF = (
    "Named in passing; nothing for patrol.",
    "The entries are about somebody else.",
    "Nothing an officer could act on yet.",
    "Stays with the lead investigator for now.",
)
USUAL = (SEEN_AGAIN, QUIET, STILL_USED, STILL_HELPED, LEFT_OFF)


@dataclass(frozen=True)
class Week:
    """One meeting as it is told, and the moments of its Thursday."""

    told: dict
    opens_at: datetime

    @property
    def number(self):
        return self.told["week"]

    @property
    def on(self):
        return self.opens_at.date()

    def after(self, **time):
        return self.opens_at + timedelta(**time)

    def line(self, text):
        """“{d5}” is the day five days before."""
        days = {f"d{back}": f"{self.on - timedelta(days=back):%-d %b}" for back in range(15)}
        return text.format_map(days)


def weeks(calendar):
    for told in tomllib.loads((HERE / "meetings.toml").read_text())["meeting"]:
        yield Week(told, calendar.moment(f"{told['week']} Thu 14:00"))


def diary(calendar):
    for week in weeks(calendar):
        yield Act(week.opens_at, partial(meet, week))
        yield Act(week.after(minutes=100), partial(freeze, week))
        yield Act(week.after(minutes=150), partial(approve, week))
        if week.number < LAST:
            yield Act(week.after(minutes=152), partial(publish, week))
            yield from readings(week)


# The meeting


def meet(week):
    recorder = officer(RECORDER)
    meeting = services.open_meeting(by=recorder, task_force=TaskForce.objects.get(), on=week.on, at=week.opens_at)
    note_who_is_there(week, meeting, recorder)
    for subject in subjects(week):
        if not meeting.items.filter(**subject).exists():
            services.put_on_agenda(by=recorder, meeting=meeting, **subject)
    reasons = {usual: cycle(usual) for usual in USUAL}
    for minute, item in enumerate(meeting.items.with_subjects(), start=5):
        said = decision(week, item) or by_default(week, item, reasons)
        services.decide(by=recorder, item=item, at=week.after(minutes=minute), **said)
        if task := told_of(week, item).get("task"):
            give(week, item, task, recorder, week.after(minutes=minute))
    services.write_headline(by=recorder, meeting=meeting, headline=week.told["headline"])
    services.close_meeting(by=recorder, meeting=meeting, at=week.after(minutes=90))


def note_who_is_there(week, meeting, recorder):
    """One of them is missing each week."""
    for number, badge in enumerate(AT_THE_TABLE):
        if number % len(AT_THE_TABLE) != -week.number:
            services.note_attendance(by=recorder, meeting=meeting, officer=officer(badge), at=week.after(minutes=1))
    for name, agency in GUESTS:
        services.note_attendance(by=recorder, meeting=meeting, name=name, agency=agency, at=week.after(minutes=2))


def give(week, item, task, recorder, at):
    services.give_action(
        by=recorder, item=item, step=Action.Step(task["step"]), what=task["what"], assignee=officer(task["to"]),
        due_on=week.on + timedelta(days=task["days"]), at=at,
    )  # fmt: skip


def subjects(week):
    for name in week.told.get("people", {}):
        yield {"dealer": known(name)}
    for address in week.told.get("places", {}):
        yield {"hot_place": place(WEST_END, address)}


def told_of(week, item):
    return week.told.get("people" if item.dealer_id else "places", {}).get(str(item), {})


def decision(week, item):
    told = told_of(week, item)
    if not told:
        return None
    said = {"kind": told["say"], "reason": told["reason"]}
    if "liaison" in told:
        return {**said, "attention": Decision.Attention.SUPPORT, "liaison": officer(told["liaison"])}
    if told["say"] in Decision.ON_SHEET:
        said |= {"patrol_line": week.line(told["why"]), "officer_action": week.line(told["do"])}
    if "call" in told:
        said["owner"] = officer(told["call"])
    return said


def by_default(week, item, reasons):
    """Kept as the last meeting said it, or left off."""
    if not item.is_on_sheet:
        told = [reason for reason, names in week.told.get("left_off", {}).items() if str(item) in names]
        return {"kind": Decision.Kind.PASS, "reason": told[0] if told else next(reasons[LEFT_OFF])}
    before = Decision.objects.before(item)
    return {
        "kind": Decision.Kind.KEEP, "reason": next(reasons[why_kept(item)]), "attention": before.attention,
        "patrol_line": before.patrol_line, "officer_action": before.officer_action, "owner": before.owner,
        "liaison": before.liaison,
    }  # fmt: skip


def why_kept(item):
    if item.hot_place_id:
        return STILL_USED
    if item.section == AgendaItem.Section.SUPPORT:
        return STILL_HELPED
    return SEEN_AGAIN if any("since the last meeting" in reason for reason in item.reasons) else QUIET


# The sheet


def freeze(week):
    meeting = Meeting.objects.get(held_on=week.on)
    services.freeze_hot_sheet(by=officer(RECORDER), meeting=meeting, at=week.after(minutes=100))


def approve(week):
    services.approve_hot_sheet(by=officer(APPROVER), sheet=sheet_of(week), at=week.after(minutes=150))


def publish(week):
    build(sheet_of(week), week.after(minutes=152))


def build(sheet, at):
    """What the worker did at that hour."""
    clock = User.objects.clock()
    services.begin_build(by=clock, sheet=sheet)
    body = printed(sheet)
    services.publish_hot_sheet(by=clock, sheet=sheet, pdf=body.pdf, sha256=body.sha256, pages=body.pages, at=at)


def sheet_of(week):
    return HotSheet.objects.get(meeting__held_on=week.on, revision=0)


def readings(week):
    """Most officers on their next shift, a few late, one or two never."""
    for number, badge in enumerate(SWORN):
        if (number * 5 + week.number) % 17:
            at = week.after(hours=3 + number * 7 % 75, minutes=number * 13 % 60)
            yield Act(at, partial(read, week, badge, at, acknowledges=bool((number * 3 + week.number) % 8)))


def read(week, badge, at, *, acknowledges):
    reader = officer(badge)
    copy = services.download_copy(by=reader, copy=Copy.objects.get(sheet=sheet_of(week), officer=reader), at=at)
    if acknowledges:
        services.acknowledge_copy(by=reader, copy=copy, at=at + timedelta(minutes=6))
