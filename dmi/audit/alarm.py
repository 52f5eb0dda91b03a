"""When a line of the trail can not be written: counted where no table is needed, and told by the next beat."""

import logging
from contextlib import suppress

from django.core.cache import cache
from django.core.mail import send_mail

logger = logging.getLogger(__name__)
FAILED = "trail-failures"
TOLD = "trail-failures-told"
KEPT_FOR = 7 * 24 * 3600
QUIET_FOR = 3600  # one mail an hour, whatever goes on failing
WORDS = """\
{lines} line(s) of the trail could not be written. What was asked was not done: officers see a page that says so.

Look at the database (disk full? a table without its grant?) and at the log of the web service, which names each verb.
"""


def sound(verb, broken):
    """A line in the log, and one more in the count. Never what was to be entered, and no words of the database's."""
    logger.critical("The trail takes no line: %s, %s", verb, type(broken).__name__)
    with suppress(Exception):  # a cache that is down as well hides nothing: the log has its line
        cache.add(FAILED, 0, KEPT_FOR)
        cache.incr(FAILED)


def failures():
    """How many lines failed and nobody was told of yet."""
    return cache.get(FAILED, 0)


def tell(addresses):
    """Mail what failed since the last mail; how many lines that were."""
    lines = failures()
    if not (lines and addresses) or not cache.add(TOLD, 1, QUIET_FOR):
        return 0
    try:
        send_mail("The trail takes no lines", WORDS.format(lines=lines), None, addresses)
    except Exception:
        cache.delete(TOLD)
        raise
    cache.decr(FAILED, lines)
    return lines
