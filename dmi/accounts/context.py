"""What every template knows besides the officer: whether this is the demonstration."""

from django.conf import settings


def demo(request):
    return {"demo": settings.DEMO}
