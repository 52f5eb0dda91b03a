"""What the acts on a docket have in common: until when it is drawn up, and the account of what the court was told."""

from django.utils.timezone import localdate

from callins.dtc.models import Consent, Disclosure, DocketSession
from callins.dtc.program.wording import said_day
from callins.dtc.services.attending import check_year
from dmi.errors import RuleBroken


def check_free(starts_at, at):
    """Refused: a moment that has passed, that another session has, or of a year that is mistyped."""
    if starts_at <= at:
        raise RuleBroken("This moment has passed; plan a session that is still to come.")
    check_year(starts_at, at)
    if DocketSession.objects.filter(starts_at=starts_at).exists():
        raise RuleBroken("A session is planned for this moment already.")


def check_not_over(session, at):
    """Refused: after the session's day; then its docket says what lay before the court."""
    if localdate(at) > session.day:
        raise RuleBroken(f"This session was on {said_day(session.day)}; its docket stays as the court had it.")


def check_not_ordered(entry):
    if entry.order:
        raise RuleBroken(f"The court has ordered on {entry.enrolment} already; that stays.")


def account_for(lines, session, where="", *, by, at):
    """What the court was told of each, under which consent, with the notice of 2.32."""
    Disclosure.objects.bulk_create(
        Disclosure(
            participant=line.entry.enrolment.participant, consent=line.consent, session=session,
            recipients=line.consent.recipients, what=f"Docket of {said_day(session.day)}{where}: {line.scope}",
            by=by, at=at,
        )
        for line in lines
    )  # fmt: skip


def hold_consents(session):
    """Nobody revokes while it is printed or shown: whoever comes first is heard."""
    theirs = Consent.objects.to_the_court().filter(participant__enrolments__docket_entries__session=session)
    list(theirs.select_for_update(of=("self",), no_key=True).values_list("pk"))
