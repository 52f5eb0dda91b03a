from django.utils.timezone import localdate

from callins.dtc.models import Disclosure, StatusReport
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def report_status(*, by, consent, says, at):
    """Tell those whom a 2.35 consent names one word and its date. The account of it is kept in the same act, with the
    notice of 42 CFR 2.32; whom the consent names by account finds the word on his own page.

    Refused: under another rule or scope; expired or revoked at this minute; a word that the course does not carry.
    """
    hold(consent)
    check_consent(consent, at)
    enrolment = consent.participant.enrolments.first()
    if enrolment is None:
        raise RuleBroken(f"{consent.participant} was never enrolled; there is no status to tell. Enrol first.")
    hold(enrolment)
    check_says(enrolment, says)
    report = StatusReport.objects.create(
        enrolment=enrolment, consent=consent, says=says, as_of=localdate(at), by=by, at=at
    )  # fmt: skip
    Disclosure.objects.create(
        participant=consent.participant, consent=consent, report=report, recipients=consent.recipients,
        what=f"Status: {report.get_says_display().lower()}", by=by, at=at,
    )  # fmt: skip
    return report


def check_consent(consent, at):
    if not consent.tells_status:
        raise RuleBroken("A status is told under a 2.35 consent for status or docket; this is none. Have one signed.")
    if why_not := consent.why_not(at):
        raise RuleBroken(f"This consent is not in force at this minute; nothing may be told under it. {why_not}")


def check_says(enrolment, says):
    """Complying or not is the team's word; how somebody left is a fact."""
    if says in StatusReport.sayable(enrolment):
        return
    if enrolment.is_open:
        raise RuleBroken(f"{enrolment} is in the program; the report says what is so.")
    raise RuleBroken(f"The program was left: {enrolment.get_ended_as_display().lower()}. Report that.")
