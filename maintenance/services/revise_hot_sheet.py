from django.utils.timezone import localdate

from dealers.models import Dealer
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.length import refuse_too_long
from maintenance.hot_sheet.revising import Word, revised
from maintenance.models import HotSheet, RevisedCard

OUT = (HotSheet.State.PUBLISHED, HotSheet.State.FAILED)  # a failed one has no other way on: its meeting is closed


@on_the_record
def revise_hot_sheet(*, by, sheet, words, why, at):
    """The next revision of a week's edition, frozen: who was arrested, cleared or served, who is a danger.

    `words` is a list of {item, what, patrol_line, officer_action}. Refused: a bulletin, an edition whose days are over
    or that is not out, one that a later stands above; nobody chosen, an item that is not on it or twice; somebody who
    stays without line and action; more than four pages.
    """
    hold(sheet)
    check_is_newest(sheet, localdate(at))
    before = Contents.from_json(sheet.contents)
    said = checked(words, {card.item for card in before.people})
    number = HotSheet.objects.of_same_week(sheet).values_list("revision", flat=True)[0] + 1
    snapshot = revised(before, said, number, sheet.meeting, at)
    refuse_too_long(snapshot)
    revision = HotSheet.objects.create(
        task_force=sheet.task_force, meeting=sheet.meeting, valid_from=sheet.valid_from, valid_until=sheet.valid_until,
        revision=number, why=why, contents=snapshot.to_json(), contents_sha256=snapshot.sha256(), recorder=by,
        frozen_at=at,
    )  # fmt: skip
    keep(revision, said, before)
    return revision


def check_is_newest(sheet, today):
    if not sheet.is_weekly:
        raise RuleBroken("A bulletin is not revised: recall it, and issue another.")
    if sheet.valid_until < today:
        raise RuleBroken(f"{sheet} ended on {sheet.valid_until:%a %-d %b %Y}; the next meeting makes the next sheet.")
    later = HotSheet.objects.of_same_week(sheet).not_recalled().filter(revision__gt=sheet.revision)
    if newest := later.defer("contents").first():
        if newest.state in OUT:
            raise RuleBroken(f"{newest} is newer; revise that one.")
        raise RuleBroken(f"{newest} is on its way already; wait until it is out, or recall it.")
    if sheet.state not in OUT:
        raise RuleBroken(f"{sheet} is not out yet; it is revised when it is.")


def checked(words, items):
    said = [Word(**word) for word in words]
    chosen = [word.item for word in said]
    if not said:
        raise RuleBroken("Choose at least one person and say what happened.")
    for word in said:
        if word.item not in items:
            raise RuleBroken(f"There is no item {word.item} on this edition.")
        if chosen.count(word.item) > 1:
            raise RuleBroken(f"Item {word.item} is chosen twice.")
        if not (word.takes_off or (word.patrol_line and word.officer_action)):
            raise RuleBroken(f"Item {word.item} stays: write the line for patrol and what an officer should do.")
    return said


def keep(revision, said, before):
    """Beside the snapshot, whose cards say nothing of an arrest: the next meeting asks why somebody was taken off.

    Whose record was purged since the freeze comes off without a word kept.
    """
    cards = {card.item: card.dealer for card in before.people}
    dealers = {str(dealer.pk): dealer for dealer in Dealer.objects.filter_ids([cards[word.item] for word in said])}
    RevisedCard.objects.bulk_create(
        RevisedCard(
            sheet=revision, dealer=dealers[cards[word.item]], item=word.item, what=word.what,
            patrol_line="" if word.takes_off else word.patrol_line,
            officer_action="" if word.takes_off else word.officer_action,
        )
        for word in said
        if cards[word.item] in dealers
    )  # fmt: skip
