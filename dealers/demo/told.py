"""Tips, and the county jail's list (`told.toml`)."""

import csv
import io
import tomllib
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile

from dealers import services
from dealers.demo.known import known
from dealers.models import RosterMatch, Tip
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import WEST_END, market

TOLD = Path(__file__).parent / "told.toml"
HEADER = ("Last Name", "First Name", "DOB", "Event", "Date")


def diary(calendar):
    told = tomllib.loads(TOLD.read_text())
    for tip in told["tip"]:
        at = calendar.moment(tip["at"])
        yield Act(at, partial(log_tip, tip, at))
        if "filed" in tip:
            filed_at = calendar.moment(tip["filed"])
            yield Act(filed_at, partial(file_tip, tip, filed_at))
    for roster in told["roster"]:
        at, confirmed_at = calendar.moment(roster["at"]), calendar.moment(roster["confirmed"]["at"])
        yield Act(at, partial(import_roster, roster, calendar, at))
        yield Act(confirmed_at, partial(confirm, roster, confirmed_at))


def log_tip(tip, at):
    reliability, validity = tip["grade"]
    services.log_tip(
        by=officer(tip["by"]), market=market(WEST_END), narrative=tip["narrative"], about=tip["about"],
        place=tip.get("place", ""), source_number=tip.get("source_number", ""), received_on=at.date(),
        reliability=reliability, validity=validity, at=at,
    )  # fmt: skip


def file_tip(tip, at):
    reliability, validity = tip["filed_grade"]
    services.file_tip(
        by=officer(tip["by"]), tip=Tip.objects.get(about=tip["about"]), dealers=[known(tip["under"])],
        narrative=tip["borne_out"], reliability=reliability, validity=validity, at=at,
    )  # fmt: skip


def import_roster(roster, calendar, at):
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADER)
    for last, first, born, event, day in roster["lines"]:
        rows.writerow((last, first, born or f"{known(last).date_of_birth:%m/%d/%Y}", event, calendar.day(day)))
    file = ContentFile(text.getvalue().encode(), "list.csv")
    services.import_roster(by=officer(roster["by"]), source=roster["source"], file=file, at=at)


def confirm(roster, at):
    match = RosterMatch.objects.get(dealer=known(roster["confirmed"]["name"]))
    services.answer_roster_match(by=officer(roster["by"]), match=match, answer=RosterMatch.Answer.SAME, at=at)
