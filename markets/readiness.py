"""Can treatment take those whom a sweep or a call-in cuts off? Pure: plain figures in, an answer in words out.

Source: who disrupts a market cuts its users off, so the city opened a clinic as part of the strategy (Kennedy and
Ben-Menachem, The Police Chief, March 2018). Which kinds of treatment count, and for how many days a figure is
believed, is task force policy: settings of the task force.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

NO_ESTIMATE = "Nobody has estimated yet how many users will be cut off."
ESTIMATE_FIRST = "Estimate it on the market's page “Health and treatment”."
FIND_OR_WRITE = (
    "Find places for them, or a supervisor of this market writes on its page “Health and treatment” why it goes on "
    "without."
)


def free_places(places: int, caseload: int, waiting: int = 0) -> int:
    """Who waits takes a free place before anybody who is cut off; a clinic that is overfull owes none to another."""
    return max(places - caseload - waiting, 0)


@dataclass(frozen=True)
class Told:
    """What a provider said last of one kind of treatment."""

    provider: str
    kind: str
    places: int
    caseload: int
    waiting: int
    as_of: date

    @property
    def free(self):
        return free_places(self.places, self.caseload, self.waiting)


@dataclass(frozen=True)
class Readiness:
    """The answer on one day. `cut_off` is None where nobody estimated; `waived_at` the free places at the waiver."""

    cut_off: int | None
    counted: tuple[Told, ...]
    stale: tuple[Told, ...]
    days: int
    waived_at: int | None

    @property
    def free(self):
        return sum(told.free for told in self.counted)

    @property
    def missing(self):
        return max((self.cut_off or 0) - self.free, 0)

    @property
    def is_covered(self):
        return self.cut_off is not None and not self.missing

    @property
    def is_waived(self):
        """A waiver holds for its estimate, and while no more places are missing than when it was written."""
        return self.waived_at is not None and bool(self.missing) and self.free >= self.waived_at

    @property
    def is_ready(self):
        return self.is_covered or self.is_waived

    @property
    def sentence(self):
        return " ".join(part for part in (self.in_short, self.about_stale) if part)

    @property
    def in_short(self):
        if self.cut_off is None:
            return NO_ESTIMATE
        if self.is_covered:
            return (
                f"{counted(self.free, 'free place')} for {counted(self.cut_off, 'user')} cut off: nobody is left out."
            )
        ending = "; a supervisor wrote why it goes on." if self.is_waived else "."
        are = "is" if self.missing == 1 else "are"
        return (
            f"{counted(self.free, 'free place')} for {counted(self.cut_off, 'user')} cut off: "
            f"{counted(self.missing, 'place')} {are} missing{ending}"
        )

    @property
    def about_stale(self):
        if not self.stale:
            return ""
        names = " and ".join(dict.fromkeys(told.provider for told in self.stale))
        return f"Figures of {names} are older than {self.days} days and do not count."

    @property
    def what_to_do(self):
        if self.is_ready:
            return ""
        return ESTIMATE_FIRST if self.cut_off is None else FIND_OR_WRITE


def counted(number, noun):
    words = noun if number == 1 else f"{noun}s"
    return f"{number:,} {words}" if number else f"No {words}"


def readiness(
    told: Iterable[Told],
    cut_off: int | None,
    today: date,
    *,
    kinds: Collection[str],
    days: int,
    waived_at: int | None = None,
) -> Readiness:
    """Free places of every provider whose kind counts and whose figures are fresh, against the users cut off."""
    known = [each for each in told if each.kind in kinds]
    since = today - timedelta(days=days)
    return Readiness(
        cut_off=cut_off,
        counted=tuple(each for each in known if each.as_of >= since),
        stale=tuple(each for each in known if each.as_of < since),
        days=days,
        waived_at=waived_at,
    )
