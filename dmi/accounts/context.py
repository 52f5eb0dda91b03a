"""What every template knows besides the officer: whether this is the demonstration, and when the screen is covered."""

from django.conf import settings

from dmi.accounts.demo import ACCOUNTS, PASSWORD


def demo(request):
    told = {
        "demo": settings.DEMO,
        "by_password_alone": not settings.SECOND_FACTOR,
        "idle_minutes": settings.IDLE_MINUTES,
    }
    return told | ({"demo_accounts": ACCOUNTS, "demo_password": PASSWORD} if settings.DEMO else {})
