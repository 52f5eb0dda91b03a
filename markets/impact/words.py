"""What a commander may say of a figure, in a sentence. Pure: figures in, words out."""

from math import inf

from markets.statistics import displacement, rates

MINUS = "\N{MINUS SIGN}"


def number(value: float, digits: int = 0) -> str:
    """With a real minus, and no minus before a nought."""
    told = f"{abs(value):,.{digits}f}"
    return f"{MINUS}{told}" if value < 0 and float(told.replace(",", "")) else told


def percent(change) -> str:
    """Of the rates; undefined where nothing was counted before."""
    if not change.before + change.after:
        return "none"
    return "not defined" if change.percent is None else signed(change.percent, 0) + " %"


def signed(value: float, digits: int = 0) -> str:
    told = number(value, digits)
    return told if told.startswith(MINUS) or not float(told.replace(",", "")) else f"+{told}"


def ratio(change) -> str:
    return "" if change.ratio is None else number(change.ratio, 2)


def interval(change) -> str:
    """“0.40 to 1.91”; open above where nothing was counted before."""
    if change.interval is None:
        return ""
    low, high = change.interval
    return f"{number(low, 2)} and above" if high == inf else f"{number(low, 2)} to {number(high, 2)}"


NOT_CAUSE = "Before and after, not cause: without a comparison area nothing says what would have happened anyway."
COMPARED = "Before and after alone, not cause: the comparison area is set beside it in a table of its own."
REASONS = {
    rates.FALL: "More than chance does: the whole interval lies below 1.",
    rates.RISE: "More than chance does: the whole interval lies above 1.",
    rates.NO_INCREASE: "It did not rise. That it fell can not be claimed: the interval holds 1.",
    rates.OPEN: "The interval holds 1: what was counted may be chance.",
}


def why(change) -> str:
    """Why no more may be said."""
    return "Nothing was counted before or after." if change.interval is None else REASONS[change.words]


def expected(difference) -> str:
    """The WDD as a sentence."""
    told = side(difference.value)
    if difference.words == displacement.NOTHING:
        return "Nothing was counted in any of the places."
    if difference.words == displacement.CHANCE:
        return f"{told.capitalize()} than the comparison area leads one to expect, which chance alone may do."
    return f"About {told} than the comparison area leads one to expect; at 95 % {span(difference)}."


def beside(difference) -> str:
    """The same in a row of a table that says what is expected."""
    if difference.words == displacement.NOTHING:
        return "Nothing counted"
    head = "Within chance" if difference.words == displacement.CHANCE else difference.words.capitalize()
    return f"{head}: {span(difference)}"


def span(difference) -> str:
    return " to ".join(side(end) for end in difference.interval)


def side(value: float) -> str:
    return f"{number(abs(value))} {'fewer' if value < 0 else 'more'}"


MOVED = {
    displacement.SPREAD: "Near the market it went down as well: no sign that it moved next door.",
    displacement.STAYED: "Near the market nothing changed beside the comparison area.",
    displacement.MOVED_PARTLY: "Near the market it went up, by less than the market gained: part of it may have moved.",
    displacement.MOVED: "Near the market it went up by as much as the market gained or more: it may have moved there.",
    displacement.NO_BENEFIT: "The market did not do better than the comparison area: there is nothing that could move.",
}
NEXT_DOOR = {
    displacement.SPREAD: "No sign that it moved next door",
    displacement.STAYED: "Nothing changed next door",
    displacement.MOVED_PARTLY: "Part of it may have moved next door",
    displacement.MOVED: "It may have moved next door",
    displacement.NO_BENEFIT: "No benefit that could move",
}
NO_QUOTIENT = "The comparison area counted nothing in one of the windows: no quotient."


def moved(quotient) -> str:
    """The WDQ as a sentence."""
    return NO_QUOTIENT if quotient is None else MOVED[quotient.words]


def described(label: str, bars) -> str:
    """A series by the week."""
    if bars.mean_after is None:
        return f"{label} by week: {number(bars.mean_before, 1)} a week before; the time after has not begun"
    return f"{label} by week: {number(bars.mean_before, 1)} a week before, {number(bars.mean_after, 1)} after"


def judged(label: str, chart) -> str:
    """A control chart."""
    mean = f"{number(chart.mean, 1)} a week in the first {len(chart.stable)} weeks, upper limit {chart.limit}"
    signals = f"; {len(chart.signals)} signal{'s'[: len(chart.signals) != 1]}" if chart.signals else "; no signal"
    return f"{label}: {mean}{signals}"


def since(signal) -> str:
    """A signal with its week and count."""
    week = signal.week
    return f"{signal.rule}, in the week of {week.from_on:%-d %b %Y}: {week.count} counted"


def next_door(quotient) -> str:
    """The same in a row of a table."""
    return "No quotient: nothing to divide by" if quotient is None else NEXT_DOOR[quotient.words]
