from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from dmi.audit import digest
from dmi.audit.models import SecurityMail
from dmi.audit.told import security_officers
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

WORDS = """\
The week from {on:%A, %-d %B %Y}, by badge.

{chapters}

The lines themselves: {address}
"""


@on_the_record
def mail_digest(*, by, on, since, until, at):
    """Tell the security officers what the week from `on` came to: counts and badges, nothing of a record. Once.

    Refused where there is nobody to send it to. Mail that fails undoes it, and beat rings again.
    """
    told = security_officers()
    if not told:
        raise RuleBroken("No security officer has an e-mail address.")
    counted = digest.of_days(since, until, since.tzinfo)
    mail = SecurityMail.objects.create(kind=SecurityMail.Kind.DIGEST, on=on, receivers=len(told), at=at)
    address = f"{settings.SITE_URL}{reverse('audit:view_trail')}"
    words = WORDS.format(on=on, chapters=digest.in_words(counted), address=address)
    send_mail(f"The trail, week of {on:%-d %b %Y}", words, None, told)
    return mail
