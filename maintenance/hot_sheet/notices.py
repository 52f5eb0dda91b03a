"""Whom a mail tells what about his copy, and when: never a word of the sheet. Task force policy."""

from datetime import timedelta

from django.conf import settings

from maintenance import rules
from maintenance.models import Copy, HotSheet, Notice

Kind = Notice.Kind
FIRST, SECOND = timedelta(hours=24), timedelta(hours=rules.READ_HOURS)
RECALL = timedelta(days=7)  # an older recall has been told, or its clock stood still for longer than prints are kept

SUBJECTS = {
    Kind.PUBLISHED: "{sheet} is out",
    Kind.UNREAD_24: "{sheet}: not read for 24 hours",
    Kind.UNREAD_48: "{sheet}: not read for 48 hours",
    Kind.SUPERSEDED: "{sheet} is superseded",
    Kind.RECALLED: "{sheet} is recalled",
}
WORDS = {
    Kind.PUBLISHED: "Your copy, number {number}, is ready. Open it, and say that you have read it:",
    Kind.UNREAD_24: "Your copy, number {number}, is not read yet. Open it, and say that you have read it:",
    Kind.UNREAD_48: "Your copy, number {number}, is still not read; your supervisor sees that too. Open it:",
    Kind.SUPERSEDED: "Destroy every print of your copy, number {number}. What takes its place:",
    Kind.RECALLED: "Destroy every print of your copy, number {number}. Why it was recalled:",
}


def owed(now, today):
    """What nobody was sent yet, as (kind, copy): asked anew by every bell, for what was sent is owed no more."""
    standing = Copy.objects.filter_sheets(HotSheet.objects.out_on(today)).on_the_roster()
    unread, held = standing.unread(), Copy.objects.in_hand()
    late = unread.out_since(now - SECOND)
    groups = {
        Kind.PUBLISHED: unread,
        Kind.UNREAD_48: late,
        Kind.UNREAD_24: unread.out_since(now - FIRST).exclude(pk__in=late.values("pk")),  # not both at once
        Kind.SUPERSEDED: held.filter_sheets(HotSheet.objects.superseded_on(today)),
        Kind.RECALLED: held.filter_sheets(HotSheet.objects.recalled_since(now - RECALL)),
    }
    for kind, copies in groups.items():
        for copy in copies.not_told(kind).with_sheet():
            yield kind, copy


def letter(kind, copy):
    """Subject and text."""
    named = {"sheet": copy.sheet, "number": copy.number}
    address = settings.SITE_URL + copy.get_absolute_url()
    return SUBJECTS[kind].format(**named), f"{WORDS[kind].format(**named)}\n{address}\n"
