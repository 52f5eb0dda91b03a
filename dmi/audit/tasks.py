from celery import shared_task

from dmi.audit.sealing import TRAIL


@shared_task(name="audit.seal_trail")
def seal_trail():
    TRAIL.seal_now()
