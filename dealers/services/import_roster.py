import hashlib

from django.utils.timezone import localdate

from dealers import rosters
from dealers.models import Roster, RosterMatch
from dealers.search import likely_duplicates_of_many
from dmi import tables
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

AT_ONCE = 1000  # lines weighed together: memory stays flat


@on_the_record
def import_roster(*, by, source, file, at):
    """A jail's list: whoever it may be about is told. It creates nobody, and lines that match nobody are not kept.

    Refused: more than 20 MB, no list, a column missing, no line that can be read, the same list twice.
    """
    content = content_of(file)
    fingerprint = hashlib.sha256(content).hexdigest()
    if before := Roster.objects.filter(sha256=fingerprint).first():
        raise RuleBroken(f"This list was read on {localdate(before.at):%-d %b %Y} already; nothing on it is news.")
    lines, complaints = rosters.lines_in(tables.read(content, file.name), localdate(at))
    roster = Roster.objects.create(
        source=source, sha256=fingerprint, row_count=len(lines) + len(complaints), unread_count=len(complaints),
        unread=complaints[: Roster.MOST_UNREAD], by=by, at=at,
    )  # fmt: skip
    for start in range(0, len(lines), AT_ONCE):
        # A line asked about before is in the way of its second self: nobody answers twice.
        RosterMatch.objects.bulk_create(matches(roster, lines[start : start + AT_ONCE]), ignore_conflicts=True)
    return roster


def content_of(file):
    if file.size > tables.MOST_BYTES:
        raise RuleBroken(f"The list is larger than {tables.MOST_BYTES // 1024 // 1024} MB; split it.")
    return file.read()


def matches(roster, lines):
    found = likely_duplicates_of_many([line.person for line in lines])
    return [
        RosterMatch(
            roster=roster, dealer_id=match.dealer_id, event=line.event, event_on=line.event_on,
            as_written=line.as_written, score=match.likeness.score,
            reasons=[reason[:120] for reason in match.likeness.reasons],
        )
        for line in lines
        for match in found.get(line.person.key, [])
    ]  # fmt: skip
