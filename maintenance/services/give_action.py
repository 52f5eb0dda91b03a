from django.utils.timezone import localdate

from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import Action


@on_the_record
def give_action(*, by, step, what, assignee, due_on, at, alert=None, item=None):
    """Somebody, of a partner agency too, does something about an alert or a point of the meeting, by a day.

    He is told `what` and the day. Refused: an alert and a point at once or neither, a closed alert, an account that can
    not answer, a day that is past, and a first action later than the hours of its alert.
    """
    if bool(alert) == bool(item):
        raise RuleBroken("An action answers one alert or one point of the meeting.")
    if not User.objects.holding("maintenance.answer_action").contains(assignee):
        raise RuleBroken(f"{assignee} can not answer actions; choose an officer or a partner with an account.")
    if due_on < localdate(at):
        raise RuleBroken("This day is past; choose today or a later one.")
    if alert:
        hold(alert)
        check_hours(alert, due_on, at)
    action = Action.objects.create(
        alert=alert, item=item, step=step, what=what, assignee=assignee, due_on=due_on, by=by, at=at
    )
    later("maintenance.tell_of_action", action=str(action.pk))
    return action


def check_hours(alert, due_on, at):
    if not alert.is_open:
        raise RuleBroken("This alert is closed; raise another if it begins again.")
    last_day = localdate(alert.due_at)
    is_first = not (alert.first_action_at or alert.actions.open().due_by(last_day).exists())
    if is_first and localdate(at) <= last_day < due_on:
        raise RuleBroken(
            f"Something is to be done by {last_day:%a %-d %b}; give the first action for that day or before."
        )
