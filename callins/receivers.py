"""What every installation has before its first call-in: letters to begin with."""

from django.apps import apps as installed
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.utils import timezone

from callins.letters.first import first_words


@receiver(post_migrate, dispatch_uid="first letters")
def found(sender, apps=installed, **_):
    """After every migrate, as the task force and the clock (dmi.accounts.receivers): version 1 of each letter.

    `apps` are the models as the migrations left them, which lack letters when they were taken back.
    """
    letters, accounts = apps.all_models["callins"].get("lettertemplate"), apps.all_models["accounts"]
    if sender.label == "callins" and letters and accounts:
        clock = accounts["user"].objects.get(badge="clock")
        for kind, language, body in first_words():
            begun = {"body": body, "by": clock, "at": timezone.now()}
            letters.objects.get_or_create(kind=kind, language=language, version=1, defaults=begun)
