"""The demo's editions between meetings: two bulletins, one of them recalled; an arrest on a Tuesday and the revision
that told of it; a page found where none should lie."""

from datetime import timedelta
from functools import partial

from django.utils import timezone

from dealers.demo import known
from dmi.accounts.demo import officer
from dmi.accounts.models import TaskForce
from dmi.diary import Act
from maintenance import services
from maintenance.demo import meetings
from maintenance.hot_sheet import sightings
from maintenance.hot_sheet.stamped import code_of
from maintenance.models import Copy, HotSheet, RevisedCard

DUTY, APPROVER, FINDER = "dee", "sue", "sid"
DRAWN = {
    "headline": "Handgun drawn at the rail yard",
    "text": "A man was threatened with a handgun by the cabooses. Whoever did it went on foot toward the mill.",
    "action": "Two officers, vests. Nobody goes into the yard alone; tell railroad police before you do.",
    "source": "Railroad police, by telephone",
}
RIFLE = {
    "headline": "Rifle seen in a gray van, Route 4",
    "text": "A caller saw a long gun behind the seats of a gray van that drove into town from Route 4. No plate.",
    "action": "Observe and report. No stop on this bulletin; a second unit before any contact.",
    "source": "Call to dispatch",
}
NOT_SO = "The rifle was a surveyor's tripod. Nobody looks for the van any more."
ARRESTED = "Amber Dessaint"
READ_BY = 6  # of seven officers, within two days


def diary(calendar):
    drawn, rifle = calendar.moment("-4 Sat 23:20"), calendar.moment("-2 Sat 21:50")
    revised, found = calendar.moment("-1 Tue 08:20"), calendar.moment("-1 Wed 10:30")
    yield from bulletin(drawn, DRAWN, "Travis Colomb")
    yield from bulletin(rifle, RIFLE)
    yield Act(rifle + timedelta(hours=13), partial(recall, rifle, rifle + timedelta(hours=13)))
    yield Act(revised, partial(revise, revised))
    yield from out(revised)
    yield Act(found, partial(find, found))


def bulletin(at, said, name=None):
    yield Act(at, partial(issue, at, said, name))
    yield from out(at)


def out(frozen_at):
    """Somebody else approves it within minutes, the worker builds it, officers read it on their shifts."""
    approved_at, built_at = frozen_at + timedelta(minutes=9), frozen_at + timedelta(minutes=10)
    yield Act(approved_at, partial(approve, frozen_at, approved_at))
    yield Act(built_at, partial(build, frozen_at, built_at))
    for number, badge in enumerate(meetings.SWORN):
        if number % 7 < READ_BY:
            at = built_at + timedelta(minutes=20 + number * 17)
            yield Act(at, partial(read, frozen_at, badge, at))


def issue(at, said, name):
    services.issue_flash(
        by=officer(DUTY), task_force=TaskForce.objects.get(), until=timezone.localdate(at) + timedelta(days=3), at=at,
        dealer=known(name) if name else None, **said,
    )  # fmt: skip


def revise(at):
    sheet = HotSheet.objects.in_force(timezone.localdate(at)).get()
    item = number_of(ARRESTED, sheet)
    services.revise_hot_sheet(
        by=officer("sal"), sheet=sheet, words=[{"item": item, "what": RevisedCard.What.ARRESTED}], at=at,
        why="Arrested in the next county this morning; officers need not look for her.",
    )  # fmt: skip


def number_of(name, sheet):
    key = str(known(name).pk)
    return next(item for item, card in sightings.people_on(Copy(sheet=sheet)).items() if card.dealer == key)


def approve(frozen_at, at):
    services.approve_hot_sheet(by=officer(APPROVER), sheet=frozen(frozen_at), at=at)


def build(frozen_at, at):
    meetings.build(frozen(frozen_at), at)


def read(frozen_at, badge, at):
    reader = officer(badge)
    copy = services.download_copy(by=reader, copy=Copy.objects.get(sheet=frozen(frozen_at), officer=reader), at=at)
    services.acknowledge_copy(by=reader, copy=copy, at=at + timedelta(minutes=3))


def recall(frozen_at, at):
    services.recall_hot_sheet(by=officer(APPROVER), sheet=frozen(frozen_at), why=NOT_SO, at=at)


def find(at):
    """A page of the first edition of that week, in the street behind the laundromat."""
    copy = Copy.objects.get(
        sheet__meeting__held_on=timezone.localdate(at) - timedelta(days=13), badge="231", sheet__revision=0
    )
    services.log_found_page(
        by=officer(FINDER), mark=code_of(copy), found_on=timezone.localdate(at), at=at,
        where="Behind the West Street laundromat, lower half of page 1, wet",
    )  # fmt: skip


def frozen(at):
    return HotSheet.objects.get(frozen_at=at)
