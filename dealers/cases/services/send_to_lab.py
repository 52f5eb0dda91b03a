from django.utils.timezone import localdate

from dealers.cases.services.correct_buy import check_still_open
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def send_to_lab(*, by, buy, lab_number, lab_sent_on, at):
    """The sample went to the laboratory; said anew, it takes the place of what was said, which the history keeps.

    Refused: a day to come, one before the buy, a sample whose result is here, a buy whose case has ended.
    """
    hold(buy)
    check_still_open(buy)
    if buy.lab_result_on:
        raise RuleBroken("The result is on record already; the sample is not sent again.")
    if lab_sent_on > localdate(at):
        raise RuleBroken("This day is still to come; check the date.")
    if lab_sent_on < localdate(buy.bought_at):
        raise RuleBroken(f"It was bought on {localdate(buy.bought_at):%-d %b %Y}, and sent after that; check the date.")
    buy.lab_number, buy.lab_sent_on = lab_number, lab_sent_on
    buy.save()
    return buy
