"""What the acts on a plan and on its providers have in common: the step is still to take, the referral still runs."""

from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold
from dmi.errors import RuleBroken


def check_open(plan_step):
    """Hold the step. Refused: one that is done or dropped."""
    hold(plan_step)
    if plan_step.done_on:
        raise RuleBroken(f"This step was done on {said_day(plan_step.done_on)}.")
    if plan_step.dropped_why:
        raise RuleBroken(f"This step was dropped: {plan_step.dropped_why}")


def check_referred(referral, on):
    """Hold the referral. Refused: one that has ended, a day before it."""
    hold(referral)
    if referral.ended_on:
        raise RuleBroken(f"This referral ended on {said_day(referral.ended_on)}; make a new one.")
    if on < referral.referred_on:
        raise RuleBroken(f"The referral is of {said_day(referral.referred_on)}; this lies before it.")
