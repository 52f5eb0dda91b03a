"""What the rooms have in common of forms."""

from django import forms
from django.utils import timezone

from dmi.audit.versions import version
from dmi.forms import DAY

TO_CHOOSE = [("", "Choose")]


def day(label, **facts):
    return forms.DateField(label=label, widget=DAY, initial=timezone.localdate, **facts)


def as_it_stands(record):
    """What a correction begins with: the fields that it may touch, and which version they are."""
    return {name: getattr(record, name) for name in record.CORRECTED} | {"seen": version(record, record.CORRECTED)}
