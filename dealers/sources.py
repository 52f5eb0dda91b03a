"""A confidential source goes by a number and never by a name: who could be named could be hurt. Task force policy."""

import re

from django.core.exceptions import ValidationError

NUMBER = re.compile(r"[A-Za-z]{0,3}[-. #]{0,2}\d[\d\-/. ]*")  # CS-114, CI 0042, 114/26


def refuse_name(source_number):
    """Refused under its field: whatever is no number behind three letters at the most."""
    if source_number and not NUMBER.fullmatch(source_number):
        raise ValidationError(
            {"source_number": "Give the source's number alone, like CS-114; a name must never stand here."}
        )
