"""What a controlled buy must have before a prosecutor sees it, and how a confidential source is written down. Pure.

Sources: Vt. Const. ch. I art. 11, State v. Blow (1991), State v. Geraw (2002): a recording made in a home needs a
warrant. The rest is task force policy.
"""

import re
from dataclasses import dataclass

SOURCE_NUMBER = re.compile(r"[A-Za-z]{0,3}[-/ ]?\d[\d/-]*")


@dataclass(frozen=True)
class Point:
    """One line of the checklist; `lacking` says what to do, and is empty where it is met."""

    words: str
    lacking: str = ""

    @property
    def is_met(self):
        return not self.lacking


def points(buy) -> tuple[Point, ...]:
    """The whole list for one buy, met or not, in the order in which an investigator works it off."""
    return (
        Point("Report", "" if buy.report_number else "Give the number of the report."),
        Point("Deconfliction", "" if buy.deconfliction_number else "Give the deconfliction number."),
        Point("Recording", why_not_recorded_lawfully(buy.recording, buy.is_in_a_home, buy.warrant_number)),
        Point("Laboratory", why_not_at_the_lab(buy)),
    )


def missing(buy) -> list[str]:
    """What this buy still lacks before its case is evidence-ready, in words; empty where it is complete.

    A result that is still out, or one without a regulated drug, is for the prosecutor to weigh as he approves.
    """
    return [f"{point.words}: {point.lacking}" for point in points(buy) if point.lacking]


def why_not_recorded_lawfully(recording: str, is_in_a_home: bool, warrant_number: str) -> str:
    """Why a recording can not stand; empty where it can, and where nothing was recorded."""
    if recording == "warrant" and not warrant_number:
        return "Give the number of the warrant."
    if recording == "consent" and is_in_a_home:
        return "In a home one party's consent is not enough: give the number of the warrant, or build on another buy."
    return ""


def why_not_at_the_lab(buy) -> str:
    if not buy.lab_sent_on:
        return "Send the sample to the laboratory."
    return "" if buy.lab_number else "Give the laboratory's number."


def why_no_source_number(text: str) -> str:
    """Why this can not be the number of a confidential source; empty where it can. A name never is one."""
    if SOURCE_NUMBER.fullmatch(text):
        return ""
    return "Give the source's number only, such as CI-114; never a name."
