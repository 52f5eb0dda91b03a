from django.core.mail import send_mail

from dmi.audit.models import AuditSeal, SecurityMail
from dmi.audit.told import security_officers
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

WORDS = """\
The trail at the end of {on:%A, %-d %B %Y}.

Seal   {number}
Lines  {lines} that day
Hash   {hash}

Keep this mail. Whoever rewrites the trail later can not rewrite it: the page of seals has to show the same hash.
"""


@on_the_record
def mail_seal(*, by, on, since, until, at):
    """Send the day's last seal outside: its number, its hash, how many lines the day had. Once for each day.

    Refused where there is no seal yet, or nobody to send it to. Mail that fails undoes it, and beat rings again.
    """
    seal, told = AuditSeal.last_before(until), security_officers()
    if seal is None or not told:
        raise RuleBroken("There is no seal yet, or no security officer with an e-mail address.")
    lines = AuditSeal.lines_between(since, until)
    mail = SecurityMail.objects.create(
        kind=SecurityMail.Kind.SEAL, on=on, seal=seal.pk, lines=lines, hash=seal.whole_hash, receivers=len(told), at=at
    )
    words = WORDS.format(on=on, number=seal.pk, lines=lines, hash=seal.whole_hash)
    send_mail(f"Seal of the trail, {on:%-d %b %Y}", words, None, told)
    return mail
