"""What a week of the trail comes to, for the security officer: badges and counts; no dealer, no market, no words."""

from dataclasses import dataclass
from typing import NamedTuple

from dmi.audit.models import AuditEntry, SearchWords

NIGHT = (0, 5)  # Task force policy: looks between midnight and five are worth a question
MOST = 10


class OfBadge(NamedTuple):
    badge: str
    lines: int


@dataclass(frozen=True)
class Counted:
    """One kind of line: how many in all, and the badges with most."""

    title: str
    badges: list[tuple[str, int]]

    @property
    def lines(self):
        return sum(lines for _, lines in self.badges)

    @property
    def most(self):
        return [OfBadge(badge or "nobody known", lines) for badge, lines in self.badges[:MOST]]


def of_days(since, until, zone):
    """The week's lines by kind, from the one moment to the other."""
    lines = AuditEntry.objects.since(since).until(until)
    searches = SearchWords.objects.since(since).until(until)
    return [
        Counted("Failed sign-ins", lines.failed_sign_ins().by_badge()),
        Counted("Refusals", lines.refusals().by_badge()),
        Counted("Looks between midnight and five", lines.looks().at_odd_hours(zone, *NIGHT).by_badge()),
        Counted("Printed, exported, downloaded", lines.leavings().by_badge()),
        Counted("Searches", searches.by_badge()),
        Counted("Looks", lines.looks().by_badge()),
    ]


def by_officer(counted):
    """(badge, [(kind, how many) in turn]), who looked most first."""
    known = {kind.title: dict(kind.badges) for kind in counted}
    badges = {badge for kind in known.values() for badge in kind}
    rows = [(badge, [(title, kind.get(badge, 0)) for title, kind in known.items()]) for badge in badges]
    return sorted(rows, key=lambda row: ([-many for _, many in reversed(row[1])], row[0]))


def in_words(counted):
    """The digest as mail."""
    chapters = []
    for kind in counted:
        rows = [f"  {badge:<20} {lines:>7}" for badge, lines in kind.most] or ["  none"]
        chapters.append("\n".join([f"{kind.title}: {kind.lines}", *rows]))
    return "\n\n".join(chapters)
