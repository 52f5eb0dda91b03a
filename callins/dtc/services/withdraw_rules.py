from django.utils.timezone import localdate

from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def withdraw_rules(*, by, rules, at):
    """Rules whose day has not come are taken back; their history keeps them. Refused: once they hold, or have held."""
    hold(rules)
    if rules.from_on <= localdate(at):
        raise RuleBroken(
            f"These rules hold since {said_day(rules.from_on)}, and that stays on record;"
            " set others from a day to come."
        )
    rules.delete()
    return rules
