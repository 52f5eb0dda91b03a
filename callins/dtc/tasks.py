from celery import shared_task

from callins.dtc.trail import TRAIL
from dmi.accounts.compartment import treatment


@shared_task(name="dtc.seal_trail")
def seal_trail():
    with treatment():
        TRAIL.seal_now()
