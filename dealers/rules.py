"""How numbers, plates and days are written: as people type them, as the task force keeps them. Pure.

Sources: ITU-T E.164 for telephone numbers; the American order of month and day; the rest is task force policy.
"""

import calendar
import re
from datetime import date, datetime
from typing import NamedTuple

import phonenumbers

HOME = "US"
FIRST_YEAR = 1900  # nobody on file is older
DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
MONTHS = ("%Y-%m", "%m/%Y", "%m-%Y", "%b %Y", "%B %Y")
YEARS = ("%Y",)


class Birth(NamedTuple):
    """As much of a day of birth as is known."""

    year: int
    month: int | None = None
    day: int | None = None


def phone_in_full(text: str) -> str:
    """A number with its country, +18025550114, however it was typed. ValueError in words where none can be meant."""
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise ValueError(f"“{text[:24]}” can be no phone number; give it with its area code, like 802-555-0114.")
    if number.extension:
        raise ValueError("Leave the extension out; the source can name it.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def plate_as_kept(text: str) -> str:
    """Capitals and digits with single spaces: NY KTR 4408, however it was typed."""
    return re.sub(r"[\W_]+", " ", text).strip().upper()


def names_in(text: str) -> list[str]:
    """Street names with commas between, each once, in their order."""
    found: dict[str, str] = {}
    for name in text.split(","):
        found.setdefault(name.strip(' \t“”"').casefold(), name.strip(' \t“”"'))
    return [name for name in found.values() if name]


def birth(text: str) -> Birth:
    """A day, a month or only a year of birth: 03/04/1990, April 1990, 1990. ValueError in words for anything else."""
    written = " ".join(text.replace("Sept ", "Sep ").split())
    for forms, parts in ((DAYS, 3), (MONTHS, 2), (YEARS, 1)):
        for form in forms:
            if day := day_written(written, form):
                return checked_birth(*(day.year, day.month, day.day)[:parts])
    raise ValueError(f"“{text[:24]}” is no date of birth; write it like 03/04/1990, April 1990 or 1990.")


def day_written(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
    except ValueError:
        return None


def checked_birth(year: int, month: int | None = None, day: int | None = None) -> Birth:
    """The same, where the calendar has such a day. ValueError in words otherwise."""
    if year < FIRST_YEAR:
        raise ValueError(f"Nobody on file was born in {year}; check the year.")
    if day and not month:
        raise ValueError("Give the month too, or only the year.")
    if month and day and day > calendar.monthrange(year, month)[1]:
        raise ValueError(f"{calendar.month_name[month]} {year} has no day {day}.")
    return Birth(year, month, day)


def lies_ahead(born: Birth, today: date) -> bool:
    """True when even its earliest day is still to come."""
    return date(born.year, born.month or 1, born.day or 1) > today


def why_no_day(day: date | None, today: date, what: str) -> str:
    """Why this can not be the day on which something was so: still to come, or before anybody was born. Else empty."""
    if day and day > today:
        return f"{what} is still to come; check the date."
    if day and day.year < FIRST_YEAR:
        return f"{what} lies before {FIRST_YEAR}; check the year."
    return ""
