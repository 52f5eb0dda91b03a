"""What is done with a market: open it, staff it, move it on, log its hot places."""

from django.http import Http404

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.models import Assignment, HotPlace, Market, StageChange


@on_the_record
def open_market(*, by, name, kind, drugs, jurisdiction="", on):
    """A new market in its planning stage; who opens it is assigned to it. Refused: a name in use."""
    market = Market(name=name, kind=kind, drugs=drugs, jurisdiction=jurisdiction, opened_on=on)
    market.full_clean()
    market.save()
    market.stage_changes.create(stage=Market.Stage.PLANNING, on=on, why="Opened", by=by)
    market.assignments.create(officer=by, from_on=on)
    return market


@on_the_record
def assign_officer(*, by, market, officer, is_lead=False, on):
    """From this day the officer needs to know this market.

    Refused: oneself, twice, a second lead investigator; a market one neither works nor administers.
    """
    check_assigns(by, market)
    if officer.pk == by.pk:
        raise RuleBroken("Somebody else assigns you; need to know is not for oneself to decide.")
    if not officer.has_perm("markets.view_market"):
        raise RuleBroken(f"{officer} holds no role that works in a market; change the roles first.")
    if is_lead and not officer.has_perm("dealers.log_observation"):
        raise RuleBroken(f"{officer} is no investigator; a market is led by one.")
    return Assignment.objects.create(market=market, officer=officer, is_lead=is_lead, from_on=on)


@on_the_record
def release_officer(*, by, assignment, on):
    """The assignment ends; from now on the officer sees nothing of the market."""
    check_assigns(by, assignment.market)
    hold(assignment)
    if assignment.until_on:
        raise RuleBroken(f"This assignment ended on {assignment.until_on:%-d %B %Y}.")
    assignment.until_on = max(on, assignment.from_on)
    assignment.save()
    return assignment


def check_assigns(by, market):
    """Supervisors assign to the markets they work; administrators, who see nothing inside, to any."""
    if not by.has_perm("accounts.change_officer"):
        check_works(by, market)


def check_works(by, market):
    """Who only assigns officers sees that a market exists; to work in it is another thing."""
    if not Market.objects.worked_by(by).contains(market):
        raise Http404


@on_the_record
def change_stage(*, by, market, stage, why, on):
    """The market enters another stage. Refused: the one it is in, no reason, a day before the last change."""
    check_works(by, market)
    hold(market)
    last = market.stage_changes.first()
    if market.stage == stage:
        raise RuleBroken(f"{market} is in this stage already, since {last.on:%-d %B %Y}.")
    if on < last.on:
        raise RuleBroken(f"The last change was on {last.on:%-d %B %Y}; this one can not come before it.")
    StageChange.objects.create(market=market, stage=stage, on=on, why=why, by=by)
    market.stage = stage
    market.save()
    return market


@on_the_record
def log_hot_place(*, by, market, address, kind, what_happens="", on):
    """A place that dealing uses. Refused: an address logged in this market already."""
    check_works(by, market)
    return HotPlace.objects.create(
        market=market, address=address, kind=kind, what_happens=what_happens, logged_on=on, logged_by=by
    )


@on_the_record
def change_hot_place(*, by, hot_place, status, what_happens):
    """Its status and what happens there; the row history keeps what stood before."""
    hold(hot_place)
    hot_place.status, hot_place.what_happens = status, what_happens
    hot_place.save()
    return hot_place
