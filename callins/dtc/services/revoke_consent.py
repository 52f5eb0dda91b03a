from django.utils.timezone import localdate

from callins.dtc.models import Consent
from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def revoke_consent(*, by, consent, at):
    """From this minute nothing is told under it; what was told before stays accounted for.

    Refused: a second time; one of 2.35 before the day from which it may be revoked.
    """
    hold(consent)
    if consent.revoked_at:
        raise RuleBroken("This consent was revoked already.")
    if consent.rule == Consent.Rule.JUSTICE and not (consent.revocable_on and consent.revocable_on <= localdate(at)):
        since = said_day(consent.revocable_on) if consent.revocable_on else consent.revocable_from
        raise RuleBroken(f"A consent under 2.35 may be revoked from what it names: {since}.")
    consent.revoked_at = at
    consent.save()
    return consent
