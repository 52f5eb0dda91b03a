"""What every template knows besides the officer: whether this is the demonstration, and then whom to sign in as."""

from django.conf import settings

from dmi.accounts.demo import ACCOUNTS, PASSWORD


def demo(request):
    told = {"demo": settings.DEMO, "by_password_alone": not settings.SECOND_FACTOR}
    return told | ({"demo_accounts": ACCOUNTS, "demo_password": PASSWORD} if settings.DEMO else {})
