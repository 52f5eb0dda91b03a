"""What the verbs on health counts, treatment figures and surveys share: what can not be, and how one is corrected."""

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import hold
from dmi.audit.versions import check_unchanged

FIRST_YEAR = 1900


def correct(record, *, seen, by, at, **facts):
    """The record as it is now known; its history keeps what stood there. Who corrects it stands for it from now on.

    `seen` is the version that the officer's form was filled from. Refused: what somebody else changed meanwhile.
    """
    hold(record)
    check_unchanged(record, seen, record.CORRECTED)
    if any(getattr(record, name) != value for name, value in facts.items()):
        for name, value in (facts | {"by": by, "at": at}).items():
            setattr(record, name, value)
        record.save()
    return record


def check_day(name, day, at):
    """Refused: a day to come, one that no list of ours reaches back to."""
    if day > localdate(at):
        raise ValidationError({name: "This day is still to come; enter what is known."})
    if day.year < FIRST_YEAR:
        raise ValidationError({name: f"This lies before {FIRST_YEAR}; check the year."})


def check_period(from_on, until_on, at):
    check_day("until_on", until_on, at)
    check_day("from_on", from_on, at)


def check_answers(asked, answers):
    """Refused: nobody answered, more answered than were asked, the same answer twice."""
    answered = sum(count for _, count in answers)
    if not answered:
        raise ValidationError({"answers": "Nobody answered; a survey without an answer says nothing."})
    if answered > asked:
        raise ValidationError({"answers": f"{answered} answered, but {asked} were asked; check the figures."})
    labels = [label.casefold() for label, _ in answers]
    if twice := next((label for label, _ in answers if labels.count(label.casefold()) > 1), ""):
        raise ValidationError({"answers": f"“{twice}” stands twice; add the two up."})
