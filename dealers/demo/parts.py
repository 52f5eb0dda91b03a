"""How supply reaches the demo's market, and who uses what is sold: what debriefs added to each part."""

import csv
from functools import partial
from pathlib import Path

from dealers import services
from dealers.demo.known import known
from dealers.models.kinds import KINDS, version_of
from dmi.accounts.demo import officer
from dmi.diary import Act

HERE = Path(__file__).parent
USES = {"yes": True, "no": False, "": None}


def diary(calendar):
    with (HERE / "parts.csv").open(newline="") as file:
        for told in csv.DictReader(file):
            at = calendar.moment(told["on"])
            yield Act(at, partial(tell, told, at))


def tell(told, at):
    dealer = known(told["dealer"])
    part = dealer.involvements.standing().get(until_on=None)
    stands = {name: getattr(part, name) for name in KINDS["involvement"].corrected}
    learned = {
        "uses_what_is_sold": USES[told["uses"]], "route": told["route"], "carrier": told["carrier"],
        "trips": told["trips"],
    }  # fmt: skip
    services.correct_involvement(
        by=officer(told["by"]), dealer=dealer, involvement=part, seen=version_of(part), at=at, **stands | learned
    )
