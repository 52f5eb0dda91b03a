from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken
from maintenance.models import Meeting

SETTINGS = ("meets_on", "meets_at", "meets_every_days", "item_days", "alert_hours", "most_points")


@on_the_record
def change_cadence(*, by, task_force, seen, meets_on, meets_at, meets_every_days, item_days, alert_hours, most_points):
    """When the CRT meets, how long an item stands, in how many hours an alert is answered. For what is not frozen yet.

    `seen` is the version that the form was filled from. Refused: changed meanwhile; another rhythm while a meeting is
    open; items that would expire before the next sheet takes effect.
    """
    hold(task_force)
    check_unchanged(task_force, seen, SETTINGS)
    if meets_every_days != task_force.meets_every_days and Meeting.objects.open().exists():
        raise RuleBroken("A meeting is open, and its sheet's last day rests on the rhythm; close it first.")
    if item_days < meets_every_days:
        raise RuleBroken(f"An item stands at least from one sheet to the next: {meets_every_days} days.")
    task_force.meets_on, task_force.meets_at, task_force.meets_every_days = meets_on, meets_at, meets_every_days
    task_force.item_days, task_force.alert_hours, task_force.most_points = item_days, alert_hours, most_points
    task_force.full_clean()
    task_force.save(update_fields=SETTINGS)
    return task_force
