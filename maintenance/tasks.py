"""Building the sheet. The row says what is to be done, an advisory lock says whether somebody is doing it, the broker
is only the bell: beat rings again for what is unfinished (docs/decisions/0005)."""

import logging
import traceback
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMessage, get_connection, send_mail
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken
from maintenance import occasions, re_emergence, rules, services
from maintenance.arrivals import arrivals
from maintenance.hot_sheet.notices import letter, owed
from maintenance.hot_sheet.press import printed
from maintenance.hot_sheet.roster import short_of_copies
from maintenance.models import Action, Debrief, FidelityReading, HotSheet, Meeting, NewDealerAlert, OutreachTask
from markets.models import Market

logger = logging.getLogger(__name__)


@shared_task(name="maintenance.build_hot_sheet")
def build_hot_sheet(sheet):
    clock = User.objects.clock()
    row = HotSheet.objects.visible_to(clock).unbuilt().filter(pk=sheet).first()
    if row is None:
        return
    with only_one("maintenance.hot_sheet", row.pk) as held, timezone.override(TaskForce.objects.zone()):
        row.refresh_from_db()
        if held and row.is_working:
            attempt(row, clock)


def attempt(sheet, clock):
    """One try. What goes wrong on the last one is shown and told; before that beat rings again."""
    if sheet.attempts >= rules.MOST_BUILD_ATTEMPTS:
        services.give_up_build(
            by=clock, sheet=sheet, because="The build was broken off three times; look at the worker."
        )
        return
    services.begin_build(by=clock, sheet=sheet)
    try:
        body = printed(sheet)
    except Exception as reason:  # whatever it is: the page must say that there is no sheet
        where = "".join(traceback.format_tb(reason.__traceback__))  # not its words: they may name somebody
        logger.error(
            "Build of %s failed, attempt %s, %s\n%s", sheet.edition, sheet.attempts, type(reason).__name__, where
        )
        if sheet.attempts >= rules.MOST_BUILD_ATTEMPTS or isinstance(reason, RuleBroken):
            services.give_up_build(by=clock, sheet=sheet, because=why(reason))
        return
    services.publish_hot_sheet(
        by=clock, sheet=sheet, pdf=body.pdf, sha256=body.sha256, pages=body.pages, at=timezone.now()
    )


def why(reason):
    """What the page says: a rule in its own words, anything else without a word of the sheet."""
    if isinstance(reason, RuleBroken):
        return str(reason)
    return f"The printer stopped ({type(reason).__name__}); the worker's log says where."


@shared_task(name="maintenance.resume_builds")
def resume_builds():
    late = timezone.now() - timedelta(seconds=10)
    for sheet in HotSheet.objects.unbuilt().filter(approved_at__lt=late):
        build_hot_sheet.delay(sheet=str(sheet.pk))


@shared_task(name="maintenance.freeze_due_hot_sheet")
def freeze_due_hot_sheet():
    """A closed meeting whose sheet nobody froze by hand: it waits for approval before its week begins."""
    clock = User.objects.clock()
    with timezone.override(TaskForce.objects.zone()):
        for meeting in Meeting.objects.closed_without_sheet(timezone.localdate()):
            with suppress(IntegrityError, RuleBroken):  # a hand was quicker; too long: its page says so
                services.freeze_hot_sheet(by=clock, meeting=meeting, at=timezone.now())


@shared_task(name="maintenance.purge_debriefs")
def purge_debriefs():
    """And alerts, which tell what they told. Nothing due, no line: the trail is not for telling that an hour passed."""
    task_force = TaskForce.objects.first()
    with timezone.override(task_force.time_zone if task_force else None):
        today = timezone.localdate()
        if task_force and Debrief.objects.due(today, task_force.tip_days).exists():
            services.purge_debriefs(by=User.objects.clock(), on=today)
        if task_force and NewDealerAlert.objects.due(today, task_force.tip_days).exists():
            services.purge_alerts(by=User.objects.clock(), on=today)


@shared_task(name="maintenance.tell_of_failed_build")
def tell_of_failed_build(sheet):
    """Without names: the mail says only that somebody must look."""
    row = HotSheet.objects.get(pk=sheet)
    told = [officer.email for officer in User.objects.holding("maintenance.retry_build") if officer.email]
    send_mail(
        subject=f"Hot sheet {row.edition} could not be built",
        message=f"No sheet was sent in its place. Look at {settings.SITE_URL}/hot-sheets/{row.pk}/ and try again.",
        from_email=None,
        recipient_list=told,
    )


@shared_task(name="maintenance.watch_markets")
def watch_markets():
    """Closed markets, by their last weeks: each week that speaks is told once, whichever clock looks first."""
    clock, at = User.objects.clock(), timezone.now()
    with only_one("maintenance.watch_markets", "all") as held, timezone.override(TaskForce.objects.zone()):
        if held:
            for market in Market.objects.visible_to(clock).in_stage(*re_emergence.WATCHED):
                tell_of(market, clock, at)


def tell_of(market, clock, at):
    for watched, spoken in re_emergence.untold(market, timezone.localdate(at)):
        once(services.raise_signal, by=clock, market=market, watched=watched, spoken=spoken, at=at)


@shared_task(name="maintenance.watch_alerts")
def watch_alerts():
    """Raise what is new in every market in maintenance, then tell of hours that ran out: each once, whoever rings."""
    clock, at = User.objects.clock(), timezone.now()
    with only_one("maintenance.watch_alerts", "all") as held, timezone.override(TaskForce.objects.zone()):
        if held:
            for market in Market.objects.visible_to(clock):
                for arrival in arrivals(market, timezone.localdate(at)):
                    once(services.sound_alert, by=clock, market=market, arrival=arrival, at=at)
            for alert in NewDealerAlert.objects.visible_to(clock).overdue_at(at).unwarned():
                once(services.warn_of_alert, by=clock, alert=alert, at=at)


def once(service, **given):
    """One that fails does not silence the others; what another hand did meanwhile is no failure."""
    try:
        service(**given)
    except (RuleBroken, IntegrityError):
        return
    except Exception as reason:  # as a rule the mail; its words may hold an address, so the log has its kind only
        logger.error("%s failed: %s", service.verb, type(reason).__name__)


@shared_task(name="maintenance.tell_of_action")
def tell_of_action(action):
    """Whoever was given one hears that there is one and by when: not what, nor about whom."""
    row = Action.objects.open().select_related("assignee").filter(pk=action).first()
    if row and row.assignee.email:
        send_mail(
            subject=f"You have something to do by {row.due_on:%a %-d %b}",
            message=f"What it is stands at {settings.SITE_URL}{row.get_absolute_url()} and is answered there.",
            from_email=None,
            recipient_list=[row.assignee.email],
        )


@shared_task(name="maintenance.tell_of_caseload")
def tell_of_caseload(officer):
    """Whoever was given another's hears of it once, however many they are."""
    row = User.objects.filter(pk=officer).first()
    if row and row.email:
        send_mail(
            subject="You have something to do that was another’s",
            message=f"What it is and by when stands at {settings.SITE_URL}{reverse('maintenance:view_own_actions')}\n",
            from_email=None,
            recipient_list=[row.email],
        )


@shared_task(name="maintenance.keep_fidelity")
def keep_fidelity():
    """Once a month is over, every market's scorecard as its records give it then."""
    clock, at = User.objects.clock(), timezone.now()
    with only_one("maintenance.keep_fidelity", "all") as held, timezone.override(TaskForce.objects.zone()):
        today = timezone.localdate(at)
        month = rules.month_before(today)
        read = FidelityReading.objects.of_month(month).values("market")
        if held:
            for market in Market.objects.visible_to(clock).opened_before(rules.month_of(today)).exclude(pk__in=read):
                once(services.read_fidelity, by=clock, market=market, month=month, on=today, at=at)


@shared_task(name="maintenance.watch_occasions")
def watch_occasions():
    """Outreach is asked for after each sweep and each overdose, once, however many beats run."""
    clock = User.objects.clock()
    with timezone.override(TaskForce.objects.zone()):
        for market in Market.objects.all():
            with only_one("maintenance.outreach", market.pk) as held:
                for occasion in occasions.owed(market, timezone.localdate()) if held else ():
                    ask_after(occasion, clock)


def ask_after(occasion, clock):
    with suppress(IntegrityError, RuleBroken):  # a hand was quicker, or who went there last is gone meanwhile
        services.ask_for_outreach(
            by=clock, market=occasion.market, occasion=occasion.kind, happened_on=occasion.happened_on,
            place=occasion.place, nth=occasion.nth, at=timezone.now(),
            partner=OutreachTask.objects.last_partner(occasion.market),
        )  # fmt: skip


@shared_task(name="maintenance.tell_of_outreach")
def tell_of_outreach(outreach):
    """Without place or name: the mail says only that somebody waits."""
    row = OutreachTask.objects.open().select_related("partner").filter(pk=outreach).first()
    if row and row.partner and row.partner.email:
        send_mail(
            subject="Somewhere you are asked to reach out",
            message=f"Where and by when: {settings.SITE_URL}{row.get_absolute_url()}",
            from_email=None,
            recipient_list=[row.partner.email],
        )


@shared_task(name="maintenance.send_notices")
def send_notices():
    """Copies for whoever came onto the roster, then what copyholders are owed a mail about: once, whoever rings."""
    clock, at = User.objects.clock(), timezone.now()
    with only_one("maintenance.notices", "all") as held, timezone.override(TaskForce.objects.zone()):
        if held:
            for sheet in short_of_copies(timezone.localdate(at)):
                services.issue_copies(by=clock, sheet=sheet, at=at)
            post(clock, at)


def post(clock, at):
    """Noted when it has left: a clock that stops between the two sends one mail twice, never none."""
    with get_connection() as mail:
        for kind, copy in owed(at, timezone.localdate(at)):
            subject, text = letter(kind, copy)
            try:
                EmailMessage(subject, text, to=[copy.officer.email], connection=mail).send()
            except SMTPRecipientsRefused:  # an address gone stale: the others are told all the same
                logger.warning("The notice %s about copy %s found no recipient", kind, copy.pk)
                continue
            services.note_notice(by=clock, copy=copy, kind=kind, at=at)
