"""What the clock does for accounts and the trail, by the task force's own days."""

from datetime import timedelta

from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.models import TaskForce, User
from dmi.audit import services as trail
from dmi.audit.filters import midnight
from dmi.audit.models import AuditSeal, SearchWords, SecurityMail, Verification
from dmi.audit.told import security_officers
from dmi.celery import only_one

Kind = SecurityMail.Kind


@shared_task(name="audit.close_day")
def close_day():
    """Yesterday's last seal and last week's digest go out, every seal is checked, old words of searches go. Each once:
    the rows say what is done, so that nothing is lost by a worker that was away, and nothing doubled by two beats.
    """
    clock, at = User.objects.clock(), timezone.now()
    with timezone.override(TaskForce.objects.zone()), only_one("audit.close", "day") as held:
        if held:
            today = timezone.localdate(at)
            check_seals(clock, today, at)
            mail_what_is_owed(clock, today, at)
            forget_searches(clock, today)


def check_seals(clock, today, at):
    if not Verification.objects.since(midnight(today)).exists():
        trail.ask_verification(by=clock, at=at)


def mail_what_is_owed(clock, today, at):
    """Nothing is owed while nobody could read it: the page of seals says so."""
    yesterday, monday = today - timedelta(days=1), today - timedelta(days=today.weekday() + 7)
    if not security_officers():
        return
    if SecurityMail.is_owed(Kind.SEAL, yesterday) and AuditSeal.last_before(midnight(today)):
        trail.mail_seal(by=clock, on=yesterday, since=midnight(yesterday), until=midnight(today), at=at)
    if SecurityMail.is_owed(Kind.DIGEST, monday):
        until = midnight(monday + timedelta(days=7))
        trail.mail_digest(by=clock, on=monday, since=midnight(monday), until=until, at=at)


def forget_searches(clock, today):
    before = midnight(today - timedelta(days=TaskForce.objects.get().search_days))
    if SearchWords.objects.until(before).exists():
        trail.forget_searches(by=clock, before=before)


@shared_task(name="accounts.watch_accounts")
def watch_accounts():
    """Idle accounts are disabled, each on the record; sessions that are over leave the table."""
    clock, at = User.objects.clock(), timezone.now()
    with timezone.override(TaskForce.objects.zone()), only_one("accounts.watch", "accounts") as held:
        if held:
            days = TaskForce.objects.get().idle_days
            for officer in User.objects.idle_since(at - timedelta(days=days)).but_the_last_administrator():
                services.disable_idle_officer(by=clock, officer=officer, days=days, at=at)
            SessionStore.clear_expired()
