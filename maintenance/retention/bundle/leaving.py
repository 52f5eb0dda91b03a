"""The bundle as the answer to whoever asked for it."""

from django.http import HttpResponse
from django.utils.timezone import localtime

MEDIA_TYPE = "application/zip"


def attached(disclosure):
    """Without the person's name: names of files end up in lists of downloads."""
    answer = HttpResponse(disclosure.content, content_type=MEDIA_TYPE)
    name = f"disclosure-{disclosure.reference}-{localtime(disclosure.at):%Y-%m-%d}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
