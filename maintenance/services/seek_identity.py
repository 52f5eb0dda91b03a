from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.accounts.models import TaskForce
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.models import SoughtPerson
from maintenance.services.announcing import named_on_file


@on_the_record
def seek_identity(*, by, alert, looks, text, reliability, validity, until, at):
    """Every officer is asked on the coming sheets who this is; said again, it replaces what was said.

    It ends with its day, with the alert, or by hand. Refused: a closed alert, one about somebody on file or a place, a
    day that is past or further than an item stands, an officer without a phone; words that name somebody on file, who
    would stand on the sheet past the meeting.
    """
    hold(alert)
    if not alert.is_open:
        raise RuleBroken("This alert is closed; raise another if the person is seen again.")
    if subject := alert.dealer or alert.hot_place:
        raise RuleBroken(f"This alert is about {subject}; only somebody whom nobody knows is sought.")
    if not by.phone:
        raise RuleBroken("Officers call whoever asks; have your phone entered first.")
    today, days = localdate(at), TaskForce.objects.get().item_days
    if not today <= until <= rules.expires_on(today, days):
        raise ValidationError({"until": f"From today on, and for at most {days} days; then ask again."})
    said = {"looks": looks, "text": text, "reliability": reliability, "validity": validity, "until": until}
    if known := named_on_file(by, f"{looks} {text}"):
        raise RuleBroken(f"This names {known}, who is on file; put that person on the agenda.")
    SoughtPerson.objects.update_or_create(alert=alert, defaults={**said, "by": by, "at": at})
    alert.refresh_from_db()
    return alert
