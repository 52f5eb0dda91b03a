from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def revoke_consent(*, by, consent, at):
    """From this minute nothing is told under it; what was told before stays accounted for.

    Refused: a second time; one of 2.35 before the day from which it may be revoked (42 CFR 2.35(c)).
    """
    hold(consent)
    if consent.revoked_at:
        raise RuleBroken("This consent was revoked already.")
    if why_not := consent.why_not_revocable(at):
        raise RuleBroken(why_not)
    consent.revoked_at = at
    consent.save()
    return consent
