"""Who is told of the trail: whoever may look at its seals."""

from contextlib import contextmanager
from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

WORDS = """\
Somebody who got the mails of the trail, each day's seal and the week's digest, does not get them any more: an address
was changed, a role taken or an account disabled. This goes to everybody who got them until now.

Who gets them from now on stands on this page, and who changed it on the trail: {address}

If you did not know of it, ask today.
"""


def receivers():
    """Officers stand above the trail: it knows them by the verb they hold alone."""
    watching = get_user_model()._default_manager.holding("audit.view_seals")
    return sorted((officer for officer in watching if officer.email), key=lambda officer: officer.email)


def security_officers():
    """Their addresses."""
    return [officer.email for officer in receivers()]


@contextmanager
def told_when_gone():
    """Around a change of accounts. An administrator could else let the mails of who watches him end at his own desk.

    Mail that fails does not keep a change back: an account may have to be shut at once.
    """
    before = security_officers()
    yield
    if {*before} - {*security_officers()}:
        words = WORDS.format(address=f"{settings.SITE_URL}{reverse('audit:view_seals')}")
        send = partial(send_mail, "The mails of the trail go elsewhere", words, None, before)
        transaction.on_commit(send, robust=True)
