from celery import shared_task
from django.contrib.auth import get_user_model
from django.utils import timezone

from dmi.audit import alarm, services
from dmi.audit.models import Verification
from dmi.audit.sealing import TRAIL
from dmi.audit.told import security_officers
from dmi.celery import only_one


@shared_task(name="audit.seal_trail")
def seal_trail():
    TRAIL.seal_now()


@shared_task(name="audit.watch_trail")
def watch_trail():
    alarm.tell(security_officers())


@shared_task(name="audit.verify_trail")
def verify_trail():
    """What was asked for and is not done: the row says so, and of two workers one does it."""
    clock = get_user_model()._default_manager.clock()
    with only_one("audit.verify", "trail") as held:
        asked = Verification.objects.running().first() if held else None
        if asked:
            broken, seals = TRAIL.first_broken()
            services.enter_verification(
                by=clock, verification=asked, seals=seals, first_broken=broken, at=timezone.now()
            )
