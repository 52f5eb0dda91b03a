"""Letters are printed one by one. The row says what is to be done, an advisory lock says whether somebody is doing it,
the broker is only the bell: beat rings again for what is unfinished (docs/decisions/0005)."""

import logging
import traceback

from celery import shared_task
from django.utils import timezone

from callins import services
from callins.letters.press import printed
from callins.models import Letter
from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 3
STOPPED = "The printer was broken off three times at this letter; look at the worker."


@shared_task(name="callins.make_letter", soft_time_limit=300)
def make_letter(letter):
    """What is finished is not made again, whoever rings."""
    clock = User.objects.clock()
    with only_one("callins.letter", letter) as held, timezone.override(TaskForce.objects.zone()):
        row = Letter.objects.visible_to(clock).waiting().with_people().filter(pk=letter).first()
        if held and row:
            attempt(row, clock)


def attempt(letter, clock):
    """One try. What a rule refuses, and what goes wrong for the third time, ends the letter in words."""
    if not Letter.objects.take_up(letter, MOST_ATTEMPTS):
        services.give_up_letter(by=clock, letter=letter, because=STOPPED)
        return
    try:
        body = printed([letter])
    except RuleBroken as refusal:
        services.give_up_letter(by=clock, letter=letter, because=str(refusal))
        return
    except Exception as reason:  # whatever it is: the bell rings again
        where = "".join(traceback.format_tb(reason.__traceback__))  # not its words: they may name somebody
        logger.error("Printing a letter failed, %s\n%s", type(reason).__name__, where)
        return
    services.finish_letter(by=clock, letter=letter, pdf=body.pdf, sha256=body.sha256, at=timezone.now())


@shared_task(name="callins.resume_letters")
def resume_letters():
    for letter in Letter.objects.waiting().values_list("pk", flat=True):
        make_letter.delay(letter=str(letter))
