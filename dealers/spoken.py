"""How numbers and days are told to people, on pages and in the reasons of a likeness. Pure."""

from calendar import month_abbr


def phone(number: str) -> str:
    """As Americans write their own: 802-555-0114; others in full."""
    own = number.removeprefix("+1")
    return f"{own[:3]}-{own[3:6]}-{own[6:]}" if len(own) == 10 and own != number else number


def birth(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """3 Apr 1990, Apr 1990 or 1990: as much as is known."""
    return " ".join(str(part) for part in (day, month_abbr[month] if month else None, year) if part)
