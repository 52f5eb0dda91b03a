from django.utils.timezone import localdate

from callins.dtc.models import Consent, Disclosure, StatusReport
from callins.dtc.services.deciding import standing
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def report_status(*, by, consent, says, at):
    """Tell those whom a 2.35 consent names one word and its date, with the notice; the account is kept in the same act.

    Refused: under another rule or scope, expired or revoked at this minute, a word that the course does not carry.
    """
    hold(consent)
    if consent.rule != Consent.Rule.JUSTICE or consent.scope != Consent.Scope.STATUS:
        raise RuleBroken("A status is reported under a 2.35 consent for status only; this is none.")
    if not consent.is_in_force(at):
        raise RuleBroken("This consent is not in force at this minute; nothing may be told under it.")
    enrolment = consent.participant.enrolments.first()
    if enrolment is None:
        raise RuleBroken("Nobody was enrolled; there is no status to tell.")
    check_says(enrolment, says, localdate(at))
    report = StatusReport.objects.create(
        enrolment=enrolment, consent=consent, says=says, as_of=localdate(at), by=by, at=at
    )  # fmt: skip
    Disclosure.objects.create(
        participant=consent.participant, consent=consent, report=report, recipients=consent.recipients,
        what=f"Status: {report.get_says_display().lower()}", by=by, at=at,
    )  # fmt: skip
    return report


def check_says(enrolment, says, today):
    """Graduated and terminated are facts of the course; the rest is said of who is in it."""
    ended_as = standing(enrolment, today).standing
    ends = {StatusReport.Says.GRADUATED, StatusReport.Says.TERMINATED}
    if says in ends and says != ended_as:
        raise RuleBroken(f"This participant has not {says}; the report says what is so.")
    if says not in ends and not enrolment.is_open:
        raise RuleBroken(f"The program was left: {enrolment.get_ended_as_display().lower()}. Report that.")
