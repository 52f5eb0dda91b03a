"""A form for one service: clean input in, the service's refusal shown as the form's own error."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError

from dmi.constraints import sentence_of
from dmi.errors import RuleBroken


class ActionForm(forms.Form):
    """Hands clean input to one service; what was typed stays in the form when the service says no.

    `officer` is who fills it in: `offer` narrows the choices to what that officer may see.
    """

    def __init__(self, *args, officer=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.officer = officer
        if officer is not None:
            self.offer(officer)

    def offer(self, officer):
        """Set the querysets of choices; nothing to choose by default."""

    def submit(self, service, **context):
        """True when it was done; what the service returned is then in `self.record`."""
        if not self.is_valid():
            return False
        try:
            self.record = service(**context, **self.cleaned_data)
        except RuleBroken as refusal:
            self.add_error(None, str(refusal))
        except ValidationError as refusal:
            self.add_error(None, by_field(refusal, self.fields))
        except IntegrityError as refusal:  # the service's own transaction has ended: the connection is usable
            self.add_error(None, sentence_of(refusal))
        return not self.errors


def by_field(refusal, fields):
    """The same refusal, its messages under the fields that the form has and the rest above it."""
    if not hasattr(refusal, "error_dict"):
        return refusal
    told: dict[str, list] = {}
    for name, errors in refusal.error_dict.items():
        told.setdefault(name if name in fields else NON_FIELD_ERRORS, []).extend(errors)
    return ValidationError(told)
