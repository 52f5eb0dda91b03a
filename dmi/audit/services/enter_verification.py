from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from dmi.audit.told import security_officers
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

BROKEN = """\
Seal {number} of the trail no longer fits its lines: a line under it was changed or taken away.

Do not restart or repair anything. Compare the hashes of the daily mails with the page, and call the administrator.
{address}
"""


@on_the_record
def enter_verification(*, by, verification, seals, first_broken, at):
    """Keep what the check found. A broken seal is told to the security officers at once, with its number alone.

    Mail that fails does not undo what was found: the page of seals has it, and tomorrow's check writes again. Refused
    where the check has ended already.
    """
    hold(verification)
    if verification.ended_at:
        raise RuleBroken("This check has ended.")
    verification.seals, verification.first_broken, verification.ended_at = seals, first_broken, at
    verification.save(update_fields=["seals", "first_broken", "ended_at"])
    if first_broken:
        transaction.on_commit(partial(tell, first_broken), robust=True)
    return verification


def tell(number):
    if told := security_officers():
        words = BROKEN.format(number=number, address=f"{settings.SITE_URL}{reverse('audit:view_seals')}")
        send_mail("A seal of the trail is broken", words, None, told)
