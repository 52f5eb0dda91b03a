"""When a written consent holds and when it may be revoked: 42 CFR 2.31 (the patient's) and 2.35 (criminal justice).

Counsel confirms it for the program: docs/compliance.md.
"""

from datetime import date, datetime, timedelta

from callins.dtc.program.wording import said_day

PATIENT, JUSTICE = "2.31", "2.35"
FOR_JUSTICE = ("status", "docket")  # 2.35(a)(1): what those need who watch over the case; anything else under 2.31
WARNED_DAYS = 30  # task force policy: time to speak about the next one
SIGN_ANEW = "Have a new one signed."


def why_not_in_force(signed_on: date, expires_on: date | None, revoked_at: datetime | None, at: datetime) -> str:
    """Empty while it holds; else what ended it and what to do. Moments are local: a day ends at midnight here."""
    if revoked_at is not None and revoked_at <= at:
        return f"Revoked on {said_day(revoked_at.date())} at {revoked_at:%H:%M}. {SIGN_ANEW}"
    if expires_on is not None and expires_on < at.date():
        return f"Expired at the end of {said_day(expires_on)}. {SIGN_ANEW}"
    return f"Signed for {said_day(signed_on)}; it holds from that day." if at.date() < signed_on else ""


def why_not_revocable(rule: str, revocable_from: str, revocable_on: date | None, today: date) -> str:
    """Under 2.31 at any time; under 2.35(c) from the date or event that it names."""
    if rule != JUSTICE or (revocable_on is not None and revocable_on <= today):
        return ""
    if revocable_on is None:
        return (
            f"A consent under 2.35 may be revoked from what it names: {revocable_from}. Once that has come, record its"
            " day; then it may be revoked."
        )
    return f"A consent under 2.35 may be revoked from what it names: {said_day(revocable_on)}. Come back on that day."


def ends_soon(expires_on: date | None, today: date) -> bool:
    return expires_on is not None and today <= expires_on <= warned_until(today)


def warned_until(today: date) -> date:
    return today + timedelta(WARNED_DAYS)
