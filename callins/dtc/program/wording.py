"""Days, phases and counts as the program's pages say them."""

from datetime import date

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def phase_words(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def said_day(day: date) -> str:
    return f"{day:%-d %b %Y}"


def counted(number: int, one: str, many: str = "") -> str:
    """1 test, 2 tests."""
    return f"{number} {one if number == 1 else many or one + 's'}"
