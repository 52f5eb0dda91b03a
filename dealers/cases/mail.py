"""Mail about a case: its number, a day and its address. Never a name, never a word of what it is about."""

from django.conf import settings
from django.core.mail import send_mail


def tell(case, words):
    """To the owner and the prosecutor; nobody with an address, nobody told: the desk shows it all the same."""
    people = {case.owner, case.prosecutor} - {None}
    addresses = sorted(person.email for person in people if person.is_active and person.email)
    if addresses:
        send_mail(
            subject=f"{case}: {words}",
            message=f"{case}: {words}.\n\n{settings.SITE_URL}{case.get_absolute_url()}\n",
            from_email=None,
            recipient_list=addresses,
        )
