"""A day and a time of day as records systems write them. Pure.

Whether 3/4 is March or April no cell can say: the days of the whole list are asked (Orders), and where they leave it
open somebody is. Excel counts days from the last of 1899.
"""

import re
from datetime import date, datetime, time, timedelta

MONTH_FIRST, DAY_FIRST, ASK = "month_first", "day_first", "ask"
FIRST_DAY = date(1970, 1, 1)  # older than any list that is measured: a slip, or a field left at its beginning
EXCELS_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  of the spreadsheet's own calendar
SO_CLEAR = 20  # days that can only be read one way, for each that can only be read the other: that one is the slip
MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}  # fmt: skip
TIME_AT_END = re.compile(
    r"(?:[T\s]+|,\s*)(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[AP]\.?M\.?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
MILITARY_AT_END = re.compile(r"(?:(?<=[-/.]\d{4})|(?<=[-/.]\d\d)|(?<=\d{8}))[T\s]+(\d{4})(?:\s*hrs)?()$", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)")
IN_ONE = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
DAY_IN_WORDS = re.compile(r"(\d{1,2})[- ]+([a-z]{3})[a-z]*\.?[-, ]+(\d{4}|\d\d)", re.IGNORECASE)
MONTH_IN_WORDS = re.compile(r"([a-z]{3})[a-z]*\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4}|\d\d)", re.IGNORECASE)
SERIAL = re.compile(r"([1-6]\d{4})(\.\d+)?")
CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([AP])\.?M\.?)?", re.IGNORECASE)
MILITARY = re.compile(r"(\d{1,2})(\d\d)(?:\s*hrs)?", re.IGNORECASE)
FRACTION = re.compile(r"0?\.\d+")
MIDNIGHT = time()


class Orders:
    """How many days of a list can only be read month first, and how many only day first."""

    def __init__(self):
        self.month_first = self.day_first = self.either = 0

    def look_at(self, text):
        found = NUMBERS.match(text)
        if not found:
            return
        if int(found[1]) > 12:
            self.day_first += 1
        elif int(found[2]) > 12:
            self.month_first += 1
        else:
            self.either += 1

    @property
    def order(self):
        """MONTH_FIRST, DAY_FIRST, ASK; empty where no day is written so that it could be doubted."""
        if self.month_first > SO_CLEAR * self.day_first:
            return MONTH_FIRST
        if self.day_first > SO_CLEAR * self.month_first:
            return DAY_FIRST
        return ASK if self.either or self.month_first or self.day_first else ""


class Moments:
    """Reads days and times, each spelling once: a list has few days and many rows."""

    def __init__(self, order, zone, today):
        self.order, self.zone, self.today = order, zone, today
        self.days, self.times = {}, {}
        self.written_days, self.written_times = {}, {}

    def written(self, text, time_text=""):
        """(moment, the local day it falls on), both as ISO 8601 has them. ValueError in words, as `of`.

        Put together from parts that were written before: most rows share their day and their minute with others.
        """
        day, at, offset = self.parts_of(text, time_text)
        if not offset:
            day_written, zone_written = self.written_day(day)
            if zone_written:
                return f"{day_written}T{self.written_time(at)}{zone_written}", day_written
        moment, day = self.put_together(day, at, offset)
        return moment.isoformat(), day.isoformat()

    def of(self, text, time_text=""):
        """(moment with its zone, the local day it falls on). ValueError in words: no day, no time, not yet, too old.

        A time that the clocks skipped or showed twice is read as if they had not been changed yet.
        """
        return self.put_together(*self.parts_of(text, time_text))

    def parts_of(self, text, time_text):
        """(day, time, distance from UTC or None)"""
        offset = None
        if found := TIME_AT_END.search(text) or MILITARY_AT_END.search(text):
            text, time_text, offset = text[: found.start()], time_text or found[1], found[2]
        return self.day_of(text), self.time_of(time_text) or self.time_in_serial(text), offset

    def put_together(self, day, at, offset):
        if offset:
            return self.abroad(datetime.combine(day, at), offset)
        return datetime.combine(day, at, self.zone), day

    def written_day(self, day):
        """(the day, its distance from UTC, empty where the clocks are changed on it)"""
        if day not in self.written_days:
            ends = [datetime.combine(day, at, self.zone).isoformat()[-6:] for at in (MIDNIGHT, time(23, 59))]
            self.written_days[day] = day.isoformat(), ends[0] if ends[0] == ends[1] else ""
        return self.written_days[day]

    def written_time(self, at):
        if at not in self.written_times:
            self.written_times[at] = at.isoformat()
        return self.written_times[at]

    def abroad(self, moment, offset):
        local = moment_with(moment, offset).astimezone(self.zone)
        return local, local.date()

    def day_of(self, text):
        if text not in self.days:
            self.days[text] = self.checked(text, read_day(text, self.order, self.today))
        return self.days[text]

    def checked(self, text, day):
        if day > self.today:
            raise ValueError(f"“{text[:20]}” lies ahead; check the year.")
        if day < FIRST_DAY:
            raise ValueError(f"“{text[:20]}” lies before 1970; check the year.")
        return day

    def time_of(self, text):
        if text not in self.times:
            self.times[text] = read_time(text)
        return self.times[text]

    def time_in_serial(self, text):
        found = SERIAL.fullmatch(text)
        return of_fraction(float(found[2])) if found and found[2] else MIDNIGHT


def moment_with(moment, offset):
    offset = "+00:00" if offset.upper() in ("Z", "UTC") else offset
    return datetime.fromisoformat(f"{moment.isoformat()}{offset}")


def read_day(text, order, today):
    parts = parts_of(text.strip(), order, today)
    if parts is None:
        raise ValueError(f"“{text[:20]}” is no day; write month, day and year, like 03/04/2026.")
    try:
        return date(*parts)
    except ValueError:
        raise ValueError(f"“{text[:20]}” is no day of the calendar.") from None


def parts_of(text, order, today):
    """(year, month, day), or None where no form fits."""
    if found := NUMBERS.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        return (year_of(found[3], today), *((second, first) if order == DAY_FIRST else (first, second)))
    if found := YEAR_FIRST.fullmatch(text) or IN_ONE.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := SERIAL.fullmatch(text):
        day = EXCELS_ZERO + timedelta(days=int(found[1]))
        return day.year, day.month, day.day
    return parts_in_words(text, today)


def parts_in_words(text, today):
    """4-Mar-26; Mar 4, 2026."""
    if (found := DAY_IN_WORDS.fullmatch(text)) and found[2].lower() in MONTHS:
        return year_of(found[3], today), MONTHS[found[2].lower()], int(found[1])
    if (found := MONTH_IN_WORDS.fullmatch(text)) and found[1].lower() in MONTHS:
        return year_of(found[3], today), MONTHS[found[1].lower()], int(found[2])
    return None


def year_of(digits, today):
    """Two digits are the last such year."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if 2000 + year <= today.year else 1900 + year


def read_time(text):
    """None for an empty cell."""
    text = text.strip()
    if not text:
        return None
    if FRACTION.fullmatch(text):
        return of_fraction(float(text))
    found = CLOCK.fullmatch(text) or MILITARY.fullmatch(text)
    try:
        return time(*clock_parts(*found.groups())) if found else time(24)
    except ValueError:
        raise ValueError(f"“{text[:20]}” is no time of day; write it like 13:05.") from None


def clock_parts(hour, minute, second=None, half=None):
    hour = int(hour)
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return hour, int(minute), int(second or 0)


def of_fraction(fraction):
    """Of a day, as a spreadsheet keeps a time."""
    minutes = min(round(fraction * 24 * 60), 24 * 60 - 1)
    return time(minutes // 60, minutes % 60)
