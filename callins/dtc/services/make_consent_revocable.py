from django.utils.timezone import localdate

from callins.dtc.models import Consent
from callins.dtc.program.wording import said_day
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def make_consent_revocable(*, by, consent, revocable_on, at):
    """What a consent under 2.35 names has come, or its day is set: from that day it may be revoked (42 CFR 2.35(c)).

    Refused: under 2.31, where it may be at any time; a second time; a day before the signature; one revoked.
    """
    hold(consent)
    if consent.rule != Consent.Rule.JUSTICE:
        raise RuleBroken("A consent under 2.31 may be revoked at any time; revoke it.")
    if consent.revoked_at:
        raise RuleBroken("This consent was revoked already.")
    if consent.revocable_on and consent.revocable_on <= localdate(at):
        raise RuleBroken(f"It may be revoked since {said_day(consent.revocable_on)} already.")
    if revocable_on < consent.signed_on:
        raise RuleBroken(f"{said_day(revocable_on)} lies before the signature; when did it come?")
    consent.revocable_on = revocable_on
    consent.save()
    return consent
