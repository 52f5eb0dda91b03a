"""By what else the demo's people are known, and what of it was corrected or withdrawn."""

import csv
from functools import partial
from pathlib import Path
from typing import Any

from dealers import services
from dealers.models import Dealer
from dealers.models.kinds import KINDS, PERSON, version_of
from dmi.accounts.demo import officer
from dmi.diary import Act

HERE = Path(__file__).parent

LOG = {
    "alias": services.log_alias,
    "birth_date": services.log_birth_date,
    "address": services.log_address,
    "phone": services.log_phone,
    "vehicle": services.log_vehicle,
    "handle": services.log_handle,
    "influential": services.log_influential,
}
CORRECT = {
    "alias": services.correct_alias,
    "address": services.correct_address,
    "phone": services.correct_phone,
}


def diary(calendar):
    with (HERE / "facts.csv").open(newline="") as file:
        for fact in csv.DictReader(file):
            at = calendar.moment(fact["on"])
            yield Act(at, partial(tell, fact, calendar, at))


def tell(fact, calendar, at):
    """A row of facts.csv: logged, corrected or withdrawn."""
    dealer = Dealer.objects.get(last_name=fact["dealer"])
    told = said(fact, calendar, at)
    by = officer(fact["by"])
    if fact["act"] == "log":
        LOG[fact["kind"]](by=by, dealer=dealer, at=at, **told)
    elif fact["kind"] == "person":
        correct_person(by, dealer, told, at)
    elif fact["act"] == "correct":
        correct(by, KINDS[fact["kind"]], dealer, told, at)
    else:
        withdraw(by, KINDS[fact["kind"]], dealer, told, at)


def said(fact, calendar, at):
    """`name=value; name=value`, with source and grade; a part without a name goes on with the one before."""
    told: dict[str, Any] = {}
    for part in fact["said"].split("; "):
        name, has_name, value = part.partition("=")
        if has_name:
            told[name] = int(value) if name in KINDS["birth_date"].says else value
        else:
            told[list(told)[-1]] += f"; {part}"
    if "until" in told:
        told["until_on"] = calendar.day(told.pop("until"))
    graded = dict(zip(("reliability", "validity"), fact["grade"], strict=False))
    source = f"{at:%y}-{fact['source']}" if fact["source"].isdigit() else fact["source"]
    return told | graded | ({"source": source} if source else {})


def correct(by, kind, dealer, told, at):
    """The last one logged of this kind."""
    fact = kind.model.objects.standing().of(dealer).latest("at")
    stands = {name: getattr(fact, name) for name in kind.corrected}
    CORRECT[kind.name](by=by, dealer=dealer, seen=version_of(fact), at=at, **{kind.name: fact}, **stands | told)


def correct_person(by, dealer, told, at):
    stands = {name: getattr(dealer, name) for name in PERSON}
    services.correct_dealer(by=by, dealer=dealer, seen=version_of(dealer), at=at, **stands | told)


def withdraw(by, kind, dealer, told, at):
    because = told.pop("because")
    fact = kind.model.objects.standing().of(dealer).get(**told)
    services.withdraw_fact(by=by, dealer=dealer, fact=fact, because=because, at=at)
