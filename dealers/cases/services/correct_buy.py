from dealers.cases.models import Buy
from dealers.cases.services.log_buy import check_bought
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_buy(*, by, buy, seen, bought_at, buyer, source_number, at, **facts):
    """The buy as it is now known; its history keeps what stood there. `seen`: the version the form was filled from.

    Refused: what log_buy refuses, a buy that somebody else changed meanwhile, one whose case has ended.
    """
    hold(buy)
    check_still_open(buy)
    check_unchanged(buy, seen, Buy.CORRECTED)
    check_bought(bought_at, buyer, source_number, at)
    said = {"bought_at": bought_at, "buyer": buyer, "source_number": source_number, **facts}
    for name, value in said.items():
        setattr(buy, name, value)
    buy.save()
    return buy


def check_still_open(buy):
    """What a case rested on stays as it was when the case came to its end."""
    if case := buy.ended_case:
        raise RuleBroken(f"Case {case} has ended ({case.label.lower()}); what it rested on is changed no more.")
