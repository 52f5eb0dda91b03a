"""Who may act in a market, beyond seeing that it exists; and what several verbs refuse."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.timezone import localdate

from dmi.errors import RuleBroken
from markets import geometry
from markets.models import Baseline, Market


def check_assigns(by, market):
    """Supervisors assign to the markets they work; administrators, who see nothing inside, to any."""
    if not by.has_perm("accounts.change_officer"):
        check_works(by, market)


def check_works(by, market):
    """Who only assigns officers sees that a market exists; to work in it is another thing."""
    if not Market.objects.worked_by(by).contains(market):
        raise Http404


def check_no_baseline(market):
    """Whoever could move an area after the count could choose the result."""
    if Baseline.objects.filter_market(market).standing().exists():
        raise RuleBroken(
            "The areas stay as they are while a baseline stands; a supervisor may replace the baseline, with a reason."
        )


def shape_checked(geojson):
    """The area of a GeoJSON object; RuleBroken in the words of markets.geometry."""
    try:
        return geometry.shape_of(geojson)
    except geometry.BadGeometry as wrong:
        raise RuleBroken(str(wrong)) from wrong


def check_open(code_case):
    if not code_case.is_open:
        raise RuleBroken(
            f"Case {code_case} was closed on {code_case.closed_on:%-d %B %Y}: "
            f"{code_case.get_outcome_display().lower()}. Open a new one."
        )


def check_past(name, day, at):
    if day > localdate(at):
        raise ValidationError({name: "This day is still to come; enter what was done."})


def check_since(name, day, first, what):
    if day < first:
        raise ValidationError({name: f"{what} on {first:%-d %B %Y}; this can not be before it."})
