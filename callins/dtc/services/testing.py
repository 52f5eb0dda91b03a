"""What the services about one test share."""

from dmi.audit.trail import hold
from dmi.errors import RuleBroken


def check_outstanding(test):
    """Hold the test. Refused: one that was given or missed."""
    hold(test)
    if test.collected_at or test.missed_on:
        raise RuleBroken("What became of this test is recorded already; add a result to it.")
