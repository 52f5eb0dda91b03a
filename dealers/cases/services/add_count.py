from django.utils.timezone import localdate

from dealers.cases.models import Case, Count
from dealers.cases.rules import OFFENCES, last_day
from dmi.audit.trail import hold, is_visible, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_count(*, by, case, offence, at, offence_on=None, buy=None):
    """One more offence and its day, which is the buy's where none is given; the clock is wound anew.

    Refused: after approval, an offence of the other court, no day, one to come, one whose limitation has run out,
    a buy from somebody else or of another day; the same count twice (by constraint).
    """
    if buy:
        hold(buy)  # before the case, as correct_buy does: its day may not change under the count
    hold(case)
    if not case.is_building:
        raise RuleBroken(f"{case} is {case.label.lower()}; what is new now goes into a case of its own.")
    if OFFENCES[offence].is_federal != (case.court == Case.Court.FEDERAL):
        raise RuleBroken(f"{case} is for the {case.get_court_display().lower()} court; choose an offence of its law.")
    if buy:
        offence_on = offence_on or localdate(buy.bought_at)
        refuse_buy(case, buy, offence_on, by)
    refuse_day(offence, offence_on, localdate(at))
    count = Count.objects.create(case=case, offence=offence, offence_on=offence_on, buy=buy, by=by, at=at)
    case.wind()
    case.save()
    return count


def refuse_day(offence, offence_on, today):
    if offence_on is None:
        raise RuleBroken("Give the day of the offence, or the buy on which the count rests.")
    if offence_on > today:
        raise RuleBroken("This day is still to come; check the date.")
    last = last_day(offence, offence_on)
    if last and last < today:
        raise RuleBroken(f"The limitation for this ran out on {last:%-d %b %Y}; check the day of the offence.")


def refuse_buy(case, buy, offence_on, by):
    if not is_visible(buy, by) or buy.dealer_id != case.dealer_id:
        raise RuleBroken("This buy is from somebody else; choose one from this dealer.")
    if localdate(buy.bought_at) != offence_on:
        raise RuleBroken(f"This buy was on {localdate(buy.bought_at):%-d %b %Y}; give that as the day of the offence.")
