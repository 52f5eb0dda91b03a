"""Where the bars, lines and dots of a drawing stand. Pure: numbers in, paths of an SVG out.

Every drawing is stretched over a frame of 100 by 60, so it names no font and no colour: words stand in HTML beside it,
colours in the style sheet. A series is one path whatever its length, for a page of ten thousand marks is slow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from markets.statistics import Chart, Part, Week, mean

WIDTH, HEIGHT, HEADROOM = 100, 60, 6
FILLED = 0.72  # of its slot, where a bar stands
WIDEST = 8  # the frame of ratios shows an eighth to eight times


def written(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Frame:
    """Days to the right, counts upward; the highest count leaves some headroom."""

    first: date
    days: int
    most: float

    def x(self, day: date) -> float:
        return WIDTH * (day - self.first).days / self.days

    def y(self, count: float) -> float:
        return HEIGHT - (HEIGHT - HEADROOM) * count / self.most

    def bar(self, week: Week) -> str:
        wide = FILLED * WIDTH * week.days / self.days
        return f"M{written(self.x(week.from_on))} {HEIGHT}V{written(self.y(week.count))}h{written(wide)}V{HEIGHT}z"

    def middle(self, week: Week) -> float:
        return self.x(week.from_on) + WIDTH * week.days / self.days / 2

    def dots(self, weeks: Iterable[Week]) -> str:
        """Lines of no length: round caps make them dots that no stretching turns into ovals."""
        return "".join(f"M{written(self.middle(week))} {written(self.y(week.count))}h0" for week in weeks)


def frame_of(weeks: Sequence[Week], *levels: float) -> Frame:
    days = sum(week.days for week in weeks)
    return Frame(weeks[0].from_on, days, max([1, *levels, *(week.count for week in weeks)]))


@dataclass(frozen=True)
class Bars:
    """A series by the week: bars of each part, short weeks apart, a line for each mean, a mark for the day."""

    before: str
    between: str
    after: str
    short: str
    means: str
    mark: str
    most: int
    mean_before: float | None
    mean_after: float | None


def bars(weeks: Sequence[Week], marked_on: date | None = None) -> Bars | None:
    """None where there is no week at all. The mark is left out where its day lies beyond the weeks."""
    if not weeks:
        return None
    frame = frame_of(weeks)
    drawn = {part: "".join(frame.bar(w) for w in weeks if w.part == part and not w.is_partial) for part in Part}
    return Bars(
        before=drawn[Part.BEFORE], between=drawn[Part.BETWEEN], after=drawn[Part.AFTER],
        short="".join(frame.bar(week) for week in weeks if week.is_partial),
        means=mean_line(frame, weeks, Part.BEFORE) + mean_line(frame, weeks, Part.AFTER),
        mark=mark_at(frame, marked_on), most=max(week.count for week in weeks),
        mean_before=mean(weeks, Part.BEFORE), mean_after=mean(weeks, Part.AFTER),
    )  # fmt: skip


def mean_line(frame: Frame, weeks: Sequence[Week], part: Part) -> str:
    height = mean(weeks, part)
    if height is None:
        return ""
    chosen = [week for week in weeks if week.part == part]
    begins = frame.x(chosen[0].from_on)
    ends = begins + WIDTH * sum(week.days for week in chosen) / frame.days
    return f"M{written(begins)} {written(frame.y(height))}H{written(ends)}"


def mark_at(frame: Frame, day: date | None) -> str:
    place = frame.x(day) if day else -1
    return f"M{written(place)} 0V{HEIGHT}" if 0 <= place <= WIDTH else ""


@dataclass(frozen=True)
class Control:
    """The weeks as a line with dots, those that signal apart; the levels; where the stable weeks end."""

    line: str
    dots: str
    open: str  # the week that is not over
    signals: str
    limit: str
    warning: str
    mean: str
    stable_ends: str
    marked: tuple[Week, ...]


def control(chart: Chart) -> Control:
    weeks = [*chart.stable, *chart.watched]
    frame = frame_of(weeks, chart.limit)
    signalling = {signal.on for signal in chart.signals}
    over = [week for week in weeks if not week.is_partial]
    points = (f"{written(frame.middle(week))} {written(frame.y(week.count))}" for week in over)
    last = chart.stable[-1]
    return Control(
        line="M" + "L".join(points),
        dots=frame.dots(week for week in weeks if week.from_on not in signalling),
        open=frame.dots(week for week in weeks if week.is_partial and week.from_on not in signalling),
        signals=frame.dots(week for week in weeks if week.from_on in signalling),
        limit=level(frame, chart.limit), warning=level(frame, chart.warning), mean=level(frame, chart.mean),
        stable_ends=written(frame.x(last.from_on) + WIDTH * last.days / frame.days),
        marked=tuple(week for week in weeks if week.from_on in signalling),
    )  # fmt: skip


def level(frame: Frame, count: float) -> str:
    return f"M0 {written(frame.y(count))}H{WIDTH}"


@dataclass(frozen=True)
class Span:
    """An interval of a ratio and the ratio in it, on a scale where half and double are as far from one."""

    line: str
    dot: str


def span(low: float, ratio: float | None, high: float) -> Span:
    """What lies beyond an eighth or eight times ends at the frame."""
    return Span(
        line=f"M{written(scaled(low))} 6H{written(scaled(high))}",
        dot=f"M{written(scaled(ratio))} 6h0" if ratio is not None else "",
    )


def scaled(ratio: float) -> float:
    """0 at an eighth, 50 at one, 100 at eight times."""
    within = min(max(ratio, 1 / WIDEST), WIDEST)
    return WIDTH / 2 * (1 + log(within) / log(WIDEST))
