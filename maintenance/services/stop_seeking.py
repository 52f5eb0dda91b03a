from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import SoughtPerson


@on_the_record
def stop_seeking(*, by, alert):
    """No sheet that is frozen from now on asks who this is. Refused: nobody is sought by this alert."""
    hold(alert)
    if not SoughtPerson.objects.filter(alert=alert).delete()[0]:
        raise RuleBroken("Nobody is sought by this alert.")
    alert.refresh_from_db()
    return alert
