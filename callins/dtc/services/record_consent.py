from django.utils.timezone import localdate

from callins.dtc.models import Consent, ConsentRecipient
from callins.dtc.program import consents
from callins.dtc.program.wording import said_day
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

MAY_BE_NAMED = {  # the verb by which somebody with an account finds what a consent of that scope lets him be told
    Consent.Scope.STATUS: "dtc.view_status_reports",
    Consent.Scope.DOCKET: "dtc.view_status_reports",
    Consent.Scope.COURSE: "dtc.view_courses",
}


@on_the_record
def record_consent(
    *, by, participant, rule, scope, discloser, recipients, purpose, signed_on, signed_by, at, expires_on=None,
    revocable_from="", revocable_on=None, is_to_court=False, officers=(),
):  # fmt: skip
    """A written consent: who may tell whom what, why, until when (42 CFR 2.31, or 2.35 for criminal justice).

    Comes before an enrolment; `officers` are those of the recipients who have an account and will find it there.
    Refused: an element of 2.31(a) missing; signed on a day to come, expired already; under 2.35 anything but status and
    docket, since proceedings and counselling notes need their own of 2.31 (2.31(b), (d)) and a liaison watches over no
    case; the court or an officer named for what cannot be told to them. The database refuses one of 2.31 without
    expiry, and one of 2.35 without the date or event from which it may be revoked.

    Counsel confirms the paper itself: that its period is reasonable (2.35(b)), that the event lies no later than the
    final disposition (2.35(c)), who may sign for a minor or for somebody who lacks capacity (2.14, 2.15).
    """
    check_elements(discloser, recipients, purpose, signed_by)
    check_days(rule, signed_on, expires_on, revocable_from, revocable_on, localdate(at))
    check_scope(rule, scope, is_to_court)
    check_officers(scope, officers)
    consent = Consent.objects.create(
        participant=participant, rule=rule, scope=scope, discloser=discloser, recipients=recipients, purpose=purpose,
        signed_on=signed_on, signed_by=signed_by, expires_on=expires_on, revocable_from=revocable_from,
        revocable_on=revocable_on, is_to_court=is_to_court, by=by, at=at,
    )  # fmt: skip
    ConsentRecipient.objects.bulk_create(ConsentRecipient(consent=consent, officer=officer) for officer in officers)
    return consent


def check_elements(*said):
    if not all(words.strip() for words in said):
        raise RuleBroken("A written consent names who may tell, to whom, why, and who signed. Fill in what is missing.")


def check_days(rule, signed_on, expires_on, revocable_from, revocable_on, today):
    if signed_on > today:
        raise RuleBroken(f"{said_day(signed_on)} is still to come; a consent is recorded when it is signed.")
    if expires_on and expires_on < today:
        raise RuleBroken(f"This consent expired on {said_day(expires_on)}. {consents.SIGN_ANEW}")
    if rule == Consent.Rule.PATIENT and (revocable_from or revocable_on):
        raise RuleBroken("Under 2.31 it may be revoked at any time; leave out from when.")
    if revocable_on and revocable_on < signed_on:
        raise RuleBroken(f"{said_day(revocable_on)} lies before the signature; from when may it be revoked?")


def check_scope(rule, scope, is_to_court):
    for_justice = rule == Consent.Rule.JUSTICE and scope in consents.FOR_JUSTICE
    if rule == Consent.Rule.JUSTICE and not for_justice:
        raise RuleBroken(
            "2.35 is for those who watch over the case: status or docket. A liaison, a support contact, use in"
            " proceedings and counselling notes each need a consent of their own under 2.31."
        )
    if is_to_court and not for_justice:
        raise RuleBroken("The court is told status or docket under 2.35. Choose those, or leave the court out.")


def check_officers(scope, officers):
    verb = MAY_BE_NAMED.get(scope)
    for officer in officers:
        if not (verb and officer.has_perm(verb)):
            raise RuleBroken(
                f"{officer} would find nothing of this here: a prosecutor, a supervising officer or a clerk is shown"
                " status, a liaison phase and day. Leave that name out of the list, or choose what may be told anew."
            )
