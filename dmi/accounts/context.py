"""What every template knows besides the officer: whether this is the demonstration, and then whom to sign in as."""

from django.conf import settings

from dmi.accounts.demo import ACCOUNTS, PASSWORD


def demo(request):
    if not settings.DEMO:
        return {"demo": False}
    return {"demo": True, "demo_accounts": ACCOUNTS, "demo_password": PASSWORD}
