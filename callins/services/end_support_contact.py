from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_support_contact(*, by, support_contact, until_on, at):
    """The last day on which the sheet names this person; without a reason, as it began.

    Refused: what is over, a day before it began, a later day than the one that stands.
    """
    hold(support_contact)
    if not support_contact.is_standing_on(localdate(at)):
        raise RuleBroken(f"This ended on {support_contact.until_on:%-d %B %Y}.")
    if until_on < support_contact.from_on:
        raise ValidationError({"until_on": f"It began on {support_contact.from_on:%-d %B %Y}; not before it."})
    if not support_contact.is_standing_on(until_on):
        raise ValidationError({"until_on": f"It ends on {support_contact.until_on:%-d %B %Y} as it stands."})
    support_contact.until_on = until_on
    support_contact.save()
    return support_contact
