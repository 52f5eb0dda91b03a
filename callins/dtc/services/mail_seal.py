from django.core.mail import send_mail

from callins.dtc.models import AuditSeal
from dmi.audit.models import SecurityMail
from dmi.audit.told import security_officers
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

WORDS = """\
Treatment court's own trail at the end of {on:%A, %-d %B %Y}.

Seal   {number}
Hash   {hash}

Keep this mail: whoever rewrites that trail later can not rewrite it.
"""


@on_the_record
def mail_seal(*, by, on, until, at):
    """Send the day's last seal of this trail outside: its number and its hash, not how much was done that day.

    Refused where there is no seal yet, or nobody to send it to. Mail that fails undoes it, and beat rings again.
    """
    seal, told = AuditSeal.last_before(until), security_officers()
    if seal is None or not told:
        raise RuleBroken("There is no seal yet, or no security officer with an e-mail address.")
    SecurityMail.objects.create(
        kind=SecurityMail.Kind.TREATMENT, on=on, seal=seal.pk, hash=seal.whole_hash, receivers=len(told), at=at
    )
    words = WORDS.format(on=on, number=seal.pk, hash=seal.whole_hash)
    send_mail(f"Seal of treatment's trail, {on:%-d %b %Y}", words, None, told)
