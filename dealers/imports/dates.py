"""A day of birth as American offices write it, whole or in part. Pure.

Month before day (a day first is refused rather than guessed); Excel counts days from the last of 1899.
"""

import re
from datetime import date, timedelta

from dealers.rules import checked_birth, lies_ahead

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1,
    )
    for name in names.split()
}  # fmt: skip
EXCELS_ZERO = date(1899, 12, 30)
TIME = r"(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[AP]M)?)?"  # spreadsheets add midnight
YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){TIME}", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}|\d\d){TIME}", re.IGNORECASE)
IN_ONE = re.compile(r"(1[89]|20)(\d\d)(\d\d)(\d\d)")
IN_ONE_MONTH_FIRST = re.compile(r"(\d\d)(\d\d)((?:1[89]|20)\d\d)")
IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[-. ]+)?([a-z]{3,9})[-. ]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{4}|\d\d)"
)
SERIAL = re.compile(r"[1-6]\d{4}")  # 1927 to 2091
MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})")
YEAR = re.compile(r"(?:18|19|20)\d\d")


def day_in(text, today):
    """`Birth` of a cell, or None for an empty one. ValueError in words: no day, none of the calendar, still to come."""
    if not text:
        return None
    parts = parts_of(" ".join(text.lower().split()), today)
    if parts is None:
        raise ValueError(f"“{text[:20]}” is no day; write month, day and year, like 03/04/1990.")
    if parts[1] is not None and not 1 <= parts[1] <= 12:
        raise ValueError(f"“{text[:20]}” is no day: there is no month {parts[1]}; write month/day/year.")
    if parts[2] == 0:
        raise ValueError(f"“{text[:20]}” is no day; write month, day and year, like 03/04/1990.")
    born = checked_birth(*parts)
    if lies_ahead(born, today):
        raise ValueError(f"“{text[:20]}” lies ahead; check the year.")
    return born


def parts_of(text, today):
    """(year, month or None, day or None), or None where no form fits."""
    if found := MONTH_FIRST.fullmatch(text):
        return year_of(found[3], today), int(found[1]), int(found[2])
    if found := YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := IN_ONE.fullmatch(text):
        return int(found[1] + found[2]), int(found[3]), int(found[4])
    if found := IN_ONE_MONTH_FIRST.fullmatch(text):
        return int(found[3]), int(found[1]), int(found[2])
    if SERIAL.fullmatch(text):
        day = EXCELS_ZERO + timedelta(days=int(text))
        return day.year, day.month, day.day
    return parts_in_words(text, today) or part_of(text)


def parts_in_words(text, today):
    """3 Apr 1990, Apr 3, 1990, 03-Apr-90; April 1990."""
    found = IN_WORDS.fullmatch(text)
    if not found or found[2] not in MONTHS or (found[1] and found[3]):
        return None
    day = found[1] or found[3]
    return year_of(found[4], today), MONTHS[found[2]], int(day) if day else None


def part_of(text):
    """Only the month, 04/1990, or only the year."""
    if found := MONTH_AND_YEAR.fullmatch(text):
        month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return int(year), int(month), None
    return (int(text), None, None) if YEAR.fullmatch(text) else None


def year_of(digits, today):
    """Two digits are the last such year."""
    year = int(digits)
    if len(digits) == 4:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year
