"""Building the sheet. The row says what is to be done, an advisory lock says whether somebody is doing it, the broker
is only the bell: beat rings again for what is unfinished (docs/decisions/0005)."""

import logging
import traceback
from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError
from django.utils import timezone

from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken
from maintenance import rules, services
from maintenance.hot_sheet.press import printed
from maintenance.models import HotSheet, Meeting

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
            with suppress(IntegrityError):  # a hand was quicker
                services.freeze_hot_sheet(by=clock, meeting=meeting, at=timezone.now())


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
