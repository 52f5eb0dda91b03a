"""The demo's evidence: buys on which no case rests yet (`evidence.toml`), and the exhibits of cases."""

import io
import tomllib
import wave
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile

from dealers.cases import services
from dealers.cases.demo.cases import stories
from dealers.cases.models import Buy, Exhibit
from dealers.demo import known, report
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import WEST_END, market

HERE = Path(__file__).parent
LABORATORY = "State forensic laboratory"
HANDS = ((1, LABORATORY, "Analysis"), (19, "Evidence room, locker {}", "Back from analysis"))  # days after the buy
WRITING = timedelta(hours=3)  # from the buy to its entry
SECONDS, RATE = 4, 8000  # of a recording on which nothing is to be heard


def diary(calendar):
    for told in tomllib.loads((HERE / "evidence.toml").read_text())["buy"]:
        yield from life_of(told, calendar.moment(told["sold"]))
    for story in stories(calendar):
        yield Act(story.after(hours=2), partial(enter_exhibits, story))


def life_of(told, sold_at):
    yield Act(sold_at + WRITING, partial(log_buy, told, sold_at))
    if "sent" in told:
        sent_at = sold_at + timedelta(days=told["sent"])
        yield Act(sent_at, partial(send_to_lab, told, sold_at, sent_at))
    if "result" in told:
        at = sold_at + timedelta(days=told["result"])
        yield Act(at, partial(record_lab_result, told, sold_at, at))


def log_buy(told, sold_at):
    services.log_buy(
        by=officer(told["by"]), dealer=known(told["dealer"]), market=market(WEST_END), bought_at=sold_at,
        place=told["place"], is_in_a_home=told.get("is_in_a_home", False),
        identified_how="By photo, by two officers", buyer=told["buyer"], source_number=told.get("source", ""),
        drug=told["drug"], quantity=Decimal(told["quantity"]), unit=told["unit"], price_dollars=told["price"],
        field_test="positive", report_number=report(told["report"], sold_at),
        deconfliction_number=told.get("deconfliction", ""), recording=told["recording"], warrant_number="",
        at=sold_at + WRITING,
    )  # fmt: skip


def send_to_lab(told, sold_at, at):
    services.send_to_lab(
        by=officer(told["by"]), buy=buy_of(told, sold_at), lab_number=f"VFL-{told['report']}", lab_sent_on=at.date(),
        at=at,
    )  # fmt: skip


def record_lab_result(told, sold_at, at):
    services.record_lab_result(
        by=officer(told["by"]), buy=buy_of(told, sold_at), lab_result_on=at.date(), substances=told["found"],
        analogues=told.get("analogues", ""), purity_percent=measured(told), at=at,
    )  # fmt: skip


def measured(told):
    return Decimal(told["purity"]) if "purity" in told else None


def buy_of(told, sold_at):
    return Buy.objects.get(dealer=known(told["dealer"]), bought_at=sold_at)


def enter_exhibits(story):
    """What was bought, the report, and the recording, entered with the case; each from whoever had it."""
    enter(story, "thing", f"Glassine bags, {story.told['bags']}, sealed", "Evidence van 2")
    if story.told.get("has_lab", True):
        bag = Exhibit.objects.get(case=story.case, number=1)
        for days, given_to, why in HANDS:
            hand_on(story, bag, story.sold_at + timedelta(days=days), given_to.format(10 + story.number), why)
    written = f"Report of {story.sold_at:%-d %B %Y}, written the same night.\n".encode()
    enter(story, "file", "Report of the buy", "Records", file=ContentFile(written, name="report.txt"))
    recording = ContentFile(silence(story.number), name="recording.wav")
    enter(story, "file", "Audio recording of the buy", "Evidence van 2", file=recording)


def enter(story, kind, description, received_from, file=None):
    services.add_exhibit(
        by=story.by, case=story.case, kind=kind, description=description, received_from=received_from,
        place="Evidence room", received_at=story.sold_at + WRITING, file=file, buy=story.buy, at=story.after(hours=2),
    )  # fmt: skip


def hand_on(story, exhibit, happened_at, given_to, why):
    services.log_custody(
        by=story.by, exhibit=exhibit, given_to=given_to, why=why, happened_at=happened_at, at=story.after(hours=2)
    )


def silence(number):
    """A recording of its own for each buy: no two hash alike."""
    output = io.BytesIO()
    with wave.open(output, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(bytes([128 + number % 8]) * SECONDS * RATE)
    return output.getvalue()
