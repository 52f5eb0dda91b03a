from django.utils.timezone import localdate

from dealers.cases.models import Buy
from dealers.cases.services.log_buy import check_bought
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_buy(*, by, buy, seen, bought_at, buyer, source_number, at, **facts):
    """The buy as it is now known; its history keeps what stood there. `seen`: the version the form was filled from.

    Counts that rest on it take its day, and their clocks are wound anew. Refused: what log_buy refuses, a buy that
    somebody else changed meanwhile, one whose case has ended, a day after the sample was sent, another day once a
    case was charged on it.
    """
    hold(buy)
    check_still_open(buy)
    check_unchanged(buy, seen, Buy.CORRECTED)
    check_bought(bought_at, buyer, source_number, at)
    check_sample(buy, localdate(bought_at))
    said = {"bought_at": bought_at, "buyer": buyer, "source_number": source_number, **facts}
    for name, value in said.items():
        setattr(buy, name, value)
    buy.save()
    for count in buy.counts.exclude(offence_on=localdate(bought_at)):
        take_day(count, localdate(bought_at))
    return buy


def check_sample(buy, bought_on):
    if buy.lab_sent_on and buy.lab_sent_on < bought_on:
        raise RuleBroken(f"The sample was sent on {buy.lab_sent_on:%-d %b %Y}, and bought before that; check the date.")


def take_day(count, bought_on):
    """The limitation runs from the day of the offence: a count may not keep a day that proved wrong."""
    case = count.case
    hold(case)
    if not case.is_running:
        raise RuleBroken(f"Case {case} is {case.label.lower()} on the day that stands here; it is changed no more.")
    count.offence_on = bought_on
    count.save(update_fields=["offence_on"])
    case.wind()
    case.save()


def check_still_open(buy):
    """What a case rested on stays as it was when the case came to its end."""
    if case := buy.ended_case:
        raise RuleBroken(f"Case {case} has ended ({case.label.lower()}); what it rested on is changed no more.")
