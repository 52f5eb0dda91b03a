from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_activation_arrest(*, by, case, arrested_at, at):
    """When the arrest followed: the hours since the trigger are what the promise is worth.

    Refused: no activation, an arrest already recorded, one to come or before the trigger.
    """
    hold(case)
    trigger = case.granted_trigger
    if trigger is None:
        raise RuleBroken(f"{case} was not activated; there is no arrest to measure.")
    if trigger.arrested_at:
        raise RuleBroken(f"The arrest of {trigger.arrested_at:%-d %b %Y} is on record already.")
    if not trigger.happened_at <= arrested_at <= at:
        raise RuleBroken("The arrest lies between the trigger and now; check day and time.")
    trigger.arrested_at = arrested_at
    trigger.save()
    return case
