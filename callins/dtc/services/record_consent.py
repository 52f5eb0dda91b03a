from django.utils.timezone import localdate

from callins.dtc.models import Consent
from callins.dtc.program.wording import said_day
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_consent(
    *, by, participant, rule, scope, discloser, recipients, purpose, signed_on, signed_by, at, expires_on=None,
    revocable_from="", revocable_on=None, is_to_court=False,
):  # fmt: skip
    """A written consent: who may tell whom what, why, until when (42 CFR 2.31, or 2.35 for criminal justice).

    Refused: signed on a day to come; proceedings and counselling notes under one of 2.35 (each needs its own of 2.31);
    one of 2.31 without its expiry, one of 2.35 without the date or event from which it may be revoked.
    """
    if signed_on > localdate(at):
        raise RuleBroken(f"{said_day(signed_on)} is still to come; a consent is recorded when it is signed.")
    if rule == Consent.Rule.JUSTICE and scope in (Consent.Scope.PROCEEDINGS, Consent.Scope.COUNSELLING):
        raise RuleBroken("Use in proceedings and counselling notes each need a consent of their own under 2.31.")
    return Consent.objects.create(
        participant=participant, rule=rule, scope=scope, discloser=discloser, recipients=recipients, purpose=purpose,
        signed_on=signed_on, signed_by=signed_by, expires_on=expires_on, revocable_from=revocable_from,
        revocable_on=revocable_on, is_to_court=is_to_court, by=by, at=at,
    )  # fmt: skip
