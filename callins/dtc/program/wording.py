"""Days, phases and counts as the program's pages say them."""

from datetime import date, timedelta

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def phase_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def said_day(day: date) -> str:
    return f"{day:%-d %b %Y}"


def counted(number: int, one: str, many: str = "") -> str:
    """1 test, 2 tests."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def said_span(span: timedelta) -> str:
    """3 h 20 min. Of two moments, so that it is real hours also where the clocks change between."""
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
