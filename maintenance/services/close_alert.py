from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def close_alert(*, by, alert, outcome, at, why=""):
    """How it ended. Refused: closed already, actions still to do, nothing done and no word why."""
    hold(alert)
    if not alert.is_open:
        raise RuleBroken(f"This alert was closed by {alert.closed_by}: {alert.get_outcome_display().lower()}.")
    if left := alert.actions.open().count():
        raise RuleBroken(f"{left} action{'s are' if left > 1 else ' is'} still to do; have it answered, or drop it.")
    if not (alert.first_action_at or why):
        raise RuleBroken("Nobody has acted on this alert; say why it is closed all the same.")
    alert.closed_by, alert.closed_at, alert.outcome, alert.why = by, at, outcome, why
    alert.save()
    return alert
