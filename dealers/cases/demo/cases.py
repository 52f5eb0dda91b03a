"""Cases in every state, told in `cases.toml` and lived through by those whose work each step is."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from dealers.cases import services
from dealers.cases.models import Buy, Case
from dealers.cases.states import State
from dealers.demo import known, report
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import WEST_END, market

HERE = Path(__file__).parent
PROSECUTOR, SUPERVISOR = "pru", "sal"
WAY = (State.EVIDENCE_READY, State.PROSECUTOR_REVIEW, State.APPROVED, State.BANKED)
ON_THE_WAY_TO = {  # how far along WAY a case came that stands elsewhere
    State.DRAFT: 0, State.RETURNED: 2, State.DECLINED: 2, State.ACTIVATION_REQUESTED: 4, State.CHARGED: 4,
} | {state: number for number, state in enumerate(WAY, start=1)}  # fmt: skip


@dataclass(frozen=True)
class Story:
    told: dict
    number: int
    sold_at: datetime
    opened_at: datetime
    trigger_at: datetime | None

    @property
    def by(self):
        return officer(self.told["by"])

    @property
    def dealer(self):
        return known(self.told["dealer"])

    @property
    def buy(self):
        return Buy.objects.get(dealer=self.dealer, bought_at=self.sold_at)

    @property
    def case(self):
        return Case.objects.get(dealer=self.dealer, at=self.opened_at)

    def after(self, **time):
        return self.opened_at + timedelta(**time)


def stories(calendar):
    for number, told in enumerate(tomllib.loads((HERE / "cases.toml").read_text())["case"]):
        sold_at = calendar.moment(told["sold"])
        opened_at = calendar.moment(told["opened"]) if "opened" in told else sold_at + timedelta(days=21, hours=-4)
        trigger_at = calendar.moment(told["trigger"]) if "trigger" in told else None
        yield Story(told, number, sold_at, opened_at, trigger_at)


def diary(calendar):
    for story in stories(calendar):
        yield Act(story.after(days=-20), partial(log_buy, story, story.after(days=-20)))
        yield Act(story.opened_at, partial(open_case, story))
        yield from built(story)
        if story.trigger_at:
            yield from activated(story)


# The buy, as the detective writes it


def log_buy(story, at):
    told, number = story.told, story.number
    services.log_buy(
        by=story.by, dealer=story.dealer, market=market(WEST_END), bought_at=story.sold_at, place=told["place"],
        is_in_a_home=told.get("is_in_a_home", False), identified_how="Known to the buyer from the photo shown before",
        buyer="source" if number % 3 else "undercover", source_number=f"CI-{100 + number}" if number % 3 else "",
        drug="Heroin", quantity=told["bags"], unit="bags", price_dollars=told["price"], field_test="positive",
        report_number=report(f"{1900 + number * 17}", story.sold_at), deconfliction_number=f"DC-{40210 + number}",
        recording="consent", warrant_number="", at=at,
    )  # fmt: skip
    if told.get("has_lab", True):
        sent_on = at.date()
        services.send_to_lab(
            by=story.by, buy=story.buy, lab_number=f"VFL-{7100 + number}", lab_sent_on=sent_on, at=at
        )  # fmt: skip


def record_lab_result(story, at):
    found = [story.told.get("result") or ("fentanyl" if story.number % 2 else "heroin")]
    services.record_lab_result(
        by=story.by, buy=story.buy, lab_result_on=at.date(), substances=found, purity_percent=purity_of(story),
        at=at,
    )  # fmt: skip


def purity_of(story):
    """One in five was not measured; the others lie between a third and a half, as bags on the street do."""
    is_measured = story.number % 5 and story.told.get("result") != "cut"
    return Decimal(32 + 7 * story.number % 17) if is_measured else None


# The case, from draft to the bank


def open_case(story):
    case = services.open_case(
        by=story.by, dealer=story.dealer, market=market(WEST_END), court="state", basis="buys", at=story.opened_at
    )
    services.add_count(by=story.by, case=case, offence="sale_heroin", buy=story.buy, at=story.opened_at)


def built(story):
    """As far along the way as this case came, a few days for each step."""
    steps: tuple[tuple, ...] = (
        (1, record_lab_result, {}),
        (2, services.mark_evidence_ready, {"by": story.told["by"]}),
        (3, services.submit_to_prosecutor, {"by": story.told["by"], "because": story.told.get("note", "")}),
        (7, services.approve_case, {"by": PROSECUTOR}),
        (9, services.bank_case, {"by": SUPERVISOR}),
    )  # fmt: skip
    to = State(story.told["to"])
    far = ON_THE_WAY_TO[to]
    for days, service, said in steps[: far + 1 if far else 0]:
        at = story.after(days=days)
        yield Act(
            at, partial(service, story, at) if service is record_lab_result else partial(do, story, service, said, at)
        )
    if "because" in story.told:
        service = services.return_case if to == State.RETURNED else services.decline_case
        at = story.after(days=8)
        yield Act(at, partial(do, story, service, {"by": PROSECUTOR, "because": story.told["because"]}, at))


def do(story, service, said, at):
    """One act on the case of the story by whoever is named."""
    service(case=story.case, at=at, **{**said, "by": officer(said["by"])})


# The promise was broken


def activated(story):
    """The request next morning; where it went on, the decision the same noon, the arrest and the charge."""
    broken_at, told = story.trigger_at, story.told
    asked = {"by": told["by"], "kind": told["kind"], "happened_at": broken_at, "words": told["words"]}
    yield later(story, services.request_activation, asked, hours=10)
    if told["to"] == State.CHARGED:
        yield later(story, services.activate_case, {"by": SUPERVISOR}, hours=13)
        arrest = {"by": told["by"], "arrested_at": broken_at + timedelta(hours=29)}
        yield later(story, services.record_activation_arrest, arrest, hours=31)
        charged_at = broken_at + timedelta(hours=60)
        charge = {
            "by": PROSECUTOR, "commenced_by": told["act"], "commenced_on": charged_at.date(),
            "docket": f"{charged_at:%y}-{told['docket']}",
        }  # fmt: skip
        yield later(story, services.charge_case, charge, hours=60)


def later(story, service, said, *, hours):
    at = story.trigger_at + timedelta(hours=hours)
    return Act(at, partial(do, story, service, said, at))
