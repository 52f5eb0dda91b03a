"""A form for one service: clean input in, the service's refusal shown as the form's own error."""

from datetime import date, datetime

import django_filters
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError

from dmi.constraints import sentence_of
from dmi.errors import ChangedMeanwhile, RuleBroken

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NO_DAY = "No record of this desk is of that year."
YEARS = [
    MinValueValidator(date(1900, 1, 1), message=NO_DAY), MaxValueValidator(date(2199, 12, 31), message=NO_DAY),
]  # fmt: skip


class DayFilter(django_filters.DateFilter):
    """A day by which a list is narrowed: of years that can be counted on from, a day and a zone further or back."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, validators=YEARS, **kwargs)


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

    def submit(self, service, /, **context):
        """True when it was done; what the service returned is then in `self.record`."""
        if not self.is_valid():
            return False
        try:
            self.record = service(**context, **self.cleaned_data)
        except RuleBroken as refusal:
            self.refuse(refusal)
        except ValidationError as refusal:
            self.add_error(None, by_field(refusal, self.fields))
        except IntegrityError as refusal:  # the service's own transaction has ended: the connection is usable
            self.add_error(None, sentence_of(refusal))
        return not self.errors

    def refuse(self, refusal):
        self.add_error(None, str(refusal))


class CorrectionForm(ActionForm):
    """Filled from a record that somebody else may be correcting too.

    The second is shown what the first changed. A field that only the first touched takes his value, one that both
    touched keeps what the second typed; saving again then goes through.
    """

    seen = forms.CharField(label="Version", max_length=16, widget=forms.HiddenInput)
    meanwhile: tuple = ()  # after such a refusal: (label, before, after, by, at, whether this officer typed another)

    def refuse(self, refusal):
        super().refuse(refusal)
        if isinstance(refusal, ChangedMeanwhile):
            self.meanwhile = tuple(self.told(change) for change in refusal.changes)
            self.take_over(refusal)

    def told(self, change):
        field = self.fields[change.name]
        before, after = shown(field, change.before), shown(field, change.after)
        return field.label, before, after, change.by, change.at, self.is_typed_over(change)

    def is_typed_over(self, change):
        return self.cleaned_data[change.name] not in (change.before, change.after)

    def take_over(self, refusal):
        """What the officer left alone follows the record; and what is sent next was filled from it as it stands."""
        typed = self.data.copy()  # type: ignore[has-type]
        for change in refusal.changes:
            if not self.is_typed_over(change):
                typed[change.name] = change.after
        typed["seen"] = refusal.version
        self.data = typed


def shown(field, value):
    """A value as the form's own choices call it, or as its control shows it."""
    if value is None or value == "":
        return "nothing"
    called = dict(getattr(field, "choices", ()))
    words = called[value] if called and value in called else field.prepare_value(value)
    if isinstance(words, bool):
        return "yes" if words else "no"
    if isinstance(words, datetime):
        return f"{words:%-d %b %Y, %H:%M}"
    return f"{words:%-d %b %Y}" if isinstance(words, date) else words


def by_field(refusal, fields):
    """The same refusal, its messages under the fields that the form has and the rest above it."""
    if not hasattr(refusal, "error_dict"):
        return refusal
    told: dict[str, list] = {}
    for name, errors in refusal.error_dict.items():
        told.setdefault(name if name in fields else NON_FIELD_ERRORS, []).extend(errors)
    return ValidationError(told)
