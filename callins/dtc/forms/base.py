"""What the rooms have in common of forms."""

from django import forms
from django.utils import timezone

from dmi.forms import DAY

TO_CHOOSE = [("", "Choose")]


def day(label, **facts):
    return forms.DateField(label=label, widget=DAY, initial=timezone.localdate, **facts)
