from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from callins.dtc import services
from callins.dtc.models import AuditSeal, Enrolment
from callins.dtc.trail import TRAIL
from dmi.accounts.compartment import treatment
from dmi.accounts.models import TaskForce, User
from dmi.audit.filters import midnight
from dmi.audit.models import SecurityMail
from dmi.audit.told import security_officers
from dmi.celery import only_one

MORNING = 5  # the hour from which the day's roll may be drawn: before anybody is told anything


@shared_task(name="dtc.seal_trail")
def seal_trail():
    with treatment():
        TRAIL.seal_now()


@shared_task(name="dtc.close_day")
def close_day():
    """Yesterday's last seal leaves the building, once: the row of the mail says that it did."""
    clock, at = User.objects.clock(), timezone.now()
    with timezone.override(TaskForce.objects.zone()), treatment():
        today = timezone.localdate(at)
        yesterday = today - timedelta(days=1)
        with only_one("dtc.close", yesterday) as held:
            is_owed = held and SecurityMail.is_owed(SecurityMail.Kind.TREATMENT, yesterday)
            if is_owed and security_officers() and AuditSeal.last_before(midnight(today)):
                services.mail_seal(by=clock, on=yesterday, until=midnight(today), at=at)


@shared_task(name="dtc.draw_tests")
def draw_tests():
    """Once a day, by the row of the day: whoever is late finds the roll that stands, and of two at once one draws."""
    clock, at = User.objects.clock(), timezone.now()
    with timezone.override(TaskForce.objects.zone()), treatment():
        today = timezone.localdate(at)
        with only_one("dtc.draw", today) as held:
            if held and timezone.localtime(at).hour >= MORNING:
                services.draw_tests(by=clock, on=today, at=at)


@shared_task(name="dtc.settle_courses")
def settle_courses():
    """Once a day for each whose days of the phase are done; the row says for whom it is done already."""
    clock, at = User.objects.clock(), timezone.now()
    with timezone.override(TaskForce.objects.zone()), treatment():
        today = timezone.localdate(at)
        if Enrolment.objects.to_look_at(today).exists():
            services.settle_courses(by=clock, on=today)
