"""When a prosecution must have commenced: pure functions.

Sources: 13 V.S.A. 4501 (limitation by offence), 4503 (when a prosecution commences; (b) the waiver); 18 U.S.C. 3282
(federal, five years). Counsel confirms the table before it is relied on (docs/compliance.md).
"""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

MARGIN_DAYS = 14  # Task force policy: what a filing takes
FILED_DAYS = 7  # Task force policy: so long what was filed on the last day may still be recorded, then the case expires
WARNINGS = (180, 90, 30, 7)  # Task force policy: days before `commence_by`


@dataclass(frozen=True)
class Offence:
    code: str
    words: str
    statute: str
    years: int | None  # None: may be prosecuted at any time
    is_federal: bool = False


OFFENCES = {
    offence.code: offence
    for offence in (
        Offence("sale_heroin", "Selling or dispensing heroin", "18 V.S.A. 4233", 3),
        Offence("traffic_heroin", "Trafficking heroin", "18 V.S.A. 4233", 3),
        Offence("sale_fentanyl", "Selling or dispensing fentanyl", "18 V.S.A. 4233a", 3),
        Offence("sale_cocaine", "Selling or dispensing cocaine", "18 V.S.A. 4231", 3),
        Offence("sale_meth", "Selling or dispensing methamphetamine", "18 V.S.A. 4234a", 3),
        Offence("possession", "Possession of a regulated drug", "18 V.S.A. 4230-4235", 3),
        Offence("conspiracy", "Conspiracy", "13 V.S.A. 1404", 3),
        Offence("assault", "Aggravated assault", "13 V.S.A. 1024", 3),
        Offence("robbery", "Assault and robbery", "13 V.S.A. 608", 6),
        Offence("burglary", "Burglary", "13 V.S.A. 1201", 6),
        Offence("grand_larceny", "Grand larceny", "13 V.S.A. 2501", 6),
        Offence("arson", "Arson", "13 V.S.A. 501-509", 11),
        Offence("murder", "Murder", "13 V.S.A. 2301", None),
        Offence("aggravated_sexual_assault", "Aggravated sexual assault", "13 V.S.A. 3253", None),
        Offence("other_state", "Another offence under state law", "13 V.S.A. 4501(e)", 3),
        Offence("fed_distribution", "Distribution of a controlled substance", "21 U.S.C. 841", 5, is_federal=True),
        Offence("fed_conspiracy", "Conspiracy to distribute", "21 U.S.C. 846", 5, is_federal=True),
        Offence("fed_firearm", "Firearm in a drug trafficking crime", "18 U.S.C. 924(c)", 5, is_federal=True),
        Offence("other_federal", "Another offence under federal law", "18 U.S.C. 3282", 5, is_federal=True),
    )
}  # fmt: skip


def last_day(offence: str, on: date) -> date | None:
    """The last day on which a prosecution for this offence may commence; None where there is no limit."""
    years = OFFENCES[offence].years
    return None if years is None else years_after(on, years)


def years_after(on: date, years: int) -> date:
    """The same day of a later year; 29 February's is the 28th where that year has none."""
    later = on.year + years
    is_leap_day = (on.month, on.day) == (2, 29) and not isleap(later)
    return date(later, 2, 28) if is_leap_day else on.replace(year=later)


def limit(offences: list[tuple[str, date]], waived_until: date | None = None) -> date | None:
    """The last day for all of (offence, day): the earliest of theirs, a waiver's where it reaches further, or none."""
    last = min((day for day in (last_day(code, on) for code, on in offences) if day), default=None)
    return max(last, waived_until) if last and waived_until else last


def commence_by(
    offences: list[tuple[str, date]], waived_until: date | None = None, margin_days: int = MARGIN_DAYS
) -> date | None:
    """The limit less the margin; None where nothing runs."""
    last = limit(offences, waived_until)
    return last - timedelta(days=margin_days) if last else None


def is_waived(commenced_on: date, waivers: list[tuple[date, date]]) -> bool:
    """True when one of the waivers (signed on, until), each with the prosecution's consent, covers that day."""
    return any(signed_on <= commenced_on <= until_on for signed_on, until_on in waivers)


def warnings_due(by: date, today: date, sent: set[int]) -> list[int]:
    """Of the days at which to warn, those that have come and were not sent yet; after an outage only the nearest."""
    come = [days for days in WARNINGS if (by - today).days <= days]
    nearest = min(come, default=None)
    return [nearest] if nearest is not None and nearest not in sent else []
